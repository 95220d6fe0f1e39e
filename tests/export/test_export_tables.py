"""CSV, Excel, Markdown and JSON of assignments, read back by other programs' libraries."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pytest
from export_rows import ATTACKS, MOMENT, SAMPLES, attacked_rows, record, row, rows_of_all_states

from protocol_cli.export.columns import COLUMNS
from protocol_cli.export.filed import FiledDocument, file_link
from protocol_cli.export.rows import AssignmentRow, Moment, State
from protocol_cli.export.to_csv import write_csv
from protocol_cli.export.to_json import write_json, write_jsonl
from protocol_cli.export.to_markdown import write_markdown
from protocol_cli.export.to_xlsx import write_xlsx
from protocol_cli.reading import parse

TITLES = ["№ п/п", *(column.title for column in COLUMNS)]
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def csv_of(rows: list[AssignmentRow], dialect: str = "excel-ru") -> str:
    stream = io.StringIO(newline="")
    assert write_csv(stream, rows, dialect) == len(rows)  # type: ignore[arg-type]
    return stream.getvalue()


def book_of(rows: list[AssignmentRow], documents: tuple[FiledDocument, ...] = ()) -> openpyxl.Workbook:
    stream = io.BytesIO()
    assert write_xlsx(stream, rows, documents) == len(rows)
    return openpyxl.load_workbook(io.BytesIO(stream.getvalue()))


# states and days


@pytest.mark.parametrize(
    ("changed", "state", "days"),
    [
        ({"due": "2021-06-04"}, State.OVERDUE, -1),
        ({"due": "2021-06-05"}, State.OVERDUE, -1),  # a Saturday: for state bodies the Friday before
        ({"due": "2021-06-07"}, State.SOON, 2),
        ({"due": "2021-07-05"}, State.OPEN, 30),
        ({"due": None, "kind": "ongoing"}, State.UNDATED, None),
        ({"due": None, "kind": "recurring"}, State.RECURRING, None),
        ({"due": "2020-01-20", "kind": "recurring", "rrule": "FREQ=MONTHLY;BYMONTHDAY=20"}, State.RECURRING, 13),
        ({"due": "2021-05-01", "day": "2021-07-01"}, State.OPEN, 26),  # extended
        ({"due": "2020-01-20", "day": "2021-05-20", "kind": "recurring", "rrule": "FREQ=MONTHLY;BYMONTHDAY=20"}, State.OVERDUE, -16),
        ({"due": "2021-06-04", "done_on": "2021-06-03"}, State.DONE, None),
        ({"due": "2021-06-02", "done_on": "2021-06-03"}, State.DONE_LATE, None),
    ],
)
def test_state_on_a_day(changed: dict[str, object], state: State, days: int | None) -> None:
    got = row(**changed)
    assert (got.state, got.days) == (state, days)


def test_an_extended_term_keeps_the_old_one_in_sight() -> None:
    (line,) = csv.DictReader(io.StringIO(csv_of([row(due="2021-05-01", day="2021-07-01")], "rfc4180")))
    assert line["Срок"] == "2021-07-01"
    assert line["Отметка об исполнении"] == "срок продлён, был 01.05.2021"


def test_profile_moves_a_day_off() -> None:
    sunday = "2021-08-15"
    assert row(due=sunday).effective_due == dt.date(2021, 8, 13)
    assert row(due=sunday, moment=Moment(MOMENT.today, "civil")).effective_due == dt.date(2021, 8, 16)
    assert row(due=sunday, moment=Moment(MOMENT.today, "none")).effective_due == dt.date(2021, 8, 15)


# CSV


def test_csv_for_russian_excel() -> None:
    text = csv_of([row()])
    assert text.startswith("\ufeff№ п/п;Документ;")
    assert text.endswith("\r\n")
    heading, line = list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))
    cells = dict(zip(heading, line, strict=True))
    assert cells["Срок"] == "10.06.2021"
    assert cells["Ответственный"] == "руководители МОУО"
    assert cells["Соисполнители"] == "руководители ОО"
    assert cells["Документ"] == "протокол от 16.04.2021 (письмо № 57-2751 от 06.05.2021)"
    assert cells["Состояние"] == "срок истекает"


def test_csv_by_rfc_4180() -> None:
    text = csv_of([row()], "rfc4180")
    heading, line = list(csv.reader(io.StringIO(text)))
    assert heading == TITLES
    assert dict(zip(heading, line, strict=True))["Срок"] == "2021-06-10"


@pytest.mark.parametrize("dialect", ["excel-ru", "rfc4180"])
def test_csv_has_no_formula_and_no_broken_line(dialect: str) -> None:
    text = csv_of(attacked_rows(), dialect).removeprefix("\ufeff")
    lines = list(csv.reader(io.StringIO(text), delimiter=";" if dialect == "excel-ru" else ","))
    assert len(lines) == len(ATTACKS) + 1
    for line in lines[1:]:
        assert len(line) == len(TITLES)
        for cell in line:
            assert not cell.startswith(FORMULA_SIGNS), cell
            assert not any(ord(sign) < 32 or "\u202a" <= sign <= "\u202e" for sign in cell)
    assert "'=HYPERLINK" in text


# Excel


def test_xlsx_sheets_dates_filters_and_frozen_heading() -> None:
    document = parse(SAMPLES / "letter.docx")
    book = book_of(rows_of_all_states(), (FiledDocument("c34743ed", document, "/документы/письмо 1.docx"),))
    assert book.sheetnames == ["Поручения", "Документы", "Повестка", "Участники"]
    sheet = book["Поручения"]
    assert [cell.value for cell in sheet[1]] == TITLES
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:P{len(rows_of_all_states()) + 1}"
    due = sheet.cell(2, TITLES.index("Срок") + 1)
    assert due.value == dt.datetime(2021, 5, 31)  # noqa: DTZ001 - a spreadsheet's day
    assert due.is_date
    assert due.fill.start_color.rgb == "FFFFC7CE"  # overdue
    assert sheet.cell(2, 4).alignment.wrap_text
    assert sheet.cell(2, TITLES.index("Просрочено, дней") + 1).value == 5
    agenda = book["Повестка"]
    assert agenda.max_row == len(document.protocols[0].agenda) + 1
    assert agenda.cell(2, 3).value == document.protocols[0].agenda[0].title
    assert book["Участники"].max_row == len(document.protocols[0].participants) + 1
    papers = book["Документы"]
    assert papers.cell(2, 4).value == dt.datetime(2021, 5, 6)  # noqa: DTZ001
    assert papers.cell(2, 10).hyperlink.target.lower().startswith("file:///%d0%b4")


def test_xlsx_links_to_file_and_page() -> None:
    book = book_of([row(path="/документы/мой файл.pdf")])
    cell = book["Поручения"].cell(2, TITLES.index("Файл") + 1)
    assert cell.value == "письмо.pdf"
    assert file_link("/документы/мой файл.pdf", 3).endswith("%D0%B9%20%D1%84%D0%B0%D0%B9%D0%BB.pdf#page=3")
    assert cell.hyperlink.target.lower() == file_link("/документы/мой файл.pdf").lower()
    assert cell.hyperlink.location == "page=3"


def test_xlsx_has_no_formula_from_a_document() -> None:
    stream = io.BytesIO()
    write_xlsx(stream, attacked_rows(), ())
    book = openpyxl.load_workbook(io.BytesIO(stream.getvalue()))
    for sheet in book:
        for line in sheet.iter_rows():
            assert all(cell.data_type != "f" and cell.hyperlink is None for cell in line)
    assert book["Поручения"].cell(2, 5).value == ATTACKS[0]
    with zipfile.ZipFile(stream) as archive:
        assert "<f>" not in archive.read("xl/worksheets/sheet1.xml").decode()


def test_a_full_sheet_goes_on_in_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("protocol_cli.export.to_xlsx.LAST_ROW", 4)
    book = book_of([row(number) for number in range(1, 11)])
    assert [name for name in book.sheetnames if name.startswith("Поручения")] == ["Поручения", "Поручения 2", "Поручения 3"]
    assert [sheet.max_row for sheet in book if sheet.title.startswith("Поручения")] == [5, 5, 3]
    assert book["Поручения 3"].cell(3, 1).value == 10
    assert book["Поручения 2"].auto_filter.ref == "A1:P5"


def test_xlsx_takes_texts_longer_than_a_cell() -> None:
    book = book_of([row(text="слово " * 10_000)])
    assert len(book["Поручения"].cell(2, 4).value) == 32_767


@pytest.mark.parametrize("rows", [rows_of_all_states(), attacked_rows()])
def test_xlsx_opens_in_libreoffice(rows: list[AssignmentRow], tmp_path: Path, office: str) -> None:
    book = tmp_path / "book.xlsx"
    with book.open("wb") as stream:
        write_xlsx(stream, rows, ())
    command = [office, f"-env:UserInstallation={(tmp_path / 'office').as_uri()}", "--headless", "--convert-to"]
    subprocess.run([*command, "csv:Text - txt - csv (StarCalc):44,34,76,1", "--outdir", tmp_path, book], check=True, capture_output=True, timeout=120)
    lines = list(csv.reader((tmp_path / "book.csv").read_text(encoding="utf-8").splitlines()))
    assert len(lines) == len(rows) + 1
    assert [line[TITLES.index("Код")] for line in lines[1:]] == [one.id for one in rows]


# Markdown and JSON


def test_markdown_is_one_table_whatever_the_texts() -> None:
    stream = io.StringIO()
    assert write_markdown(stream, attacked_rows(), MOMENT, "Перечень") == len(ATTACKS)
    lines = stream.getvalue().split("\n")
    table = [line for line in lines if line.startswith("|")]
    assert len(table) == len(ATTACKS) + 2
    for line in table:
        assert len(re.findall(r"(?<!\\)\|", line)) == 7, line
    assert "<script" not in stream.getvalue()
    assert "](javascript" not in stream.getvalue().replace("\\]", "")


def test_json_is_what_deadlines_prints_with_the_effective_day() -> None:
    stream = io.StringIO()
    write_json(stream, [row(due="2021-08-15")])
    assert json.loads(stream.getvalue()) == [record(due="2021-08-15") | {"effective_due": "2021-08-13"}]


def test_jsonl_has_a_line_for_each_and_keeps_hostile_texts() -> None:
    stream = io.StringIO()
    write_jsonl(stream, attacked_rows())
    lines = stream.getvalue().splitlines()
    assert [json.loads(line)["text"] for line in lines] == list(ATTACKS)
    assert not any(sign in stream.getvalue() for sign in "\x07\x1b\x00\u202e\ud800")


def test_nothing_to_export_still_gives_whole_files() -> None:
    assert csv_of([]).count("\r\n") == 1
    assert book_of([])["Поручения"].max_row == 1
    stream = io.StringIO()
    write_json(stream, [])
    assert json.loads(stream.getvalue()) == []
