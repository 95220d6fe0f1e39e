"""Word documents: read back by python-docx, opened by LibreOffice."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path
from typing import Any

import docx
import pytest
from export_rows import ATTACKS, MOMENT, SAMPLES, attacked_rows, row, rows_of_all_states

from protocol_cli.export.by_responsible import ByResponsible
from protocol_cli.export.to_docx import write_list, write_reminders
from protocol_cli.export.to_docx_extract import write_extract
from protocol_cli.export.word_form import FormError
from protocol_cli.reading import parse


def opened(stream: io.BytesIO) -> Any:
    return docx.Document(io.BytesIO(stream.getvalue()))


def texts(document: Any) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs if paragraph.text]


def list_of(rows: list[Any], **options: Any) -> Any:
    stream = io.BytesIO()
    assert write_list(stream, rows, MOMENT, **options) == len(rows)
    return opened(stream)


def test_list_goes_by_responsible_and_marks_those_who_take_part() -> None:
    document = list_of(rows_of_all_states())
    assert texts(document) == [
        "ПЕРЕЧЕНЬ ПОРУЧЕНИЙ", "по состоянию на 05.06.2021", "руководители МОУО – 3", "руководители ОО – 4", "ТОИПКРО – 1",
        "Ответственный не назван – 1",
    ]  # fmt: skip
    table = document.tables[0]
    assert [cell.text for cell in table.rows[0].cells][:3] == ["№ п/п", "Поручение", "Срок"]
    assert [cell.text for cell in table.rows[1].cells] == [
        "1", "Провести анализ потребности в учебниках", "10.06.2021\nдо 10 июня 2021 года\nосталось 5 дн.",
        "руководители МОУО\nруководители ОО (соисп.)", "протокол от 16.04.2021 (письмо № 57-2751 от 06.05.2021)\nп. 2", "срок истекает",
    ]  # fmt: skip
    assert table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")  # the heading is repeated on each page


def test_list_of_one_name_has_no_other_groups() -> None:
    document = list_of(rows_of_all_states(), responsible="МОУО")
    assert [text for text in texts(document) if "–" in text] == ["руководители МОУО – 3"]


def test_pages_are_numbered() -> None:
    document = list_of([row()])
    section = document.sections[0]
    assert "PAGE" in section.header._element.xml
    assert section.page_width > section.page_height
    assert document.styles["Normal"].font.name == "Times New Roman"


def test_reminders_tell_each_what_is_not_done() -> None:
    stream = io.BytesIO()
    assert write_reminders(stream, rows_of_all_states(), MOMENT) == 5
    found = texts(opened(stream))
    assert found.count("НАПОМИНАНИЕ") == 3
    assert "ТОИПКРО" in found
    assert "Напоминаем о поручениях, которые на 05.06.2021 не исполнены:" in found
    tables = opened(stream).tables
    assert "(соисполнитель; ответственный – руководители МОУО)" in tables[1].rows[2].cells[1].text


def test_reminder_of_one_assignment_names_its_day() -> None:
    stream = io.BytesIO()
    write_reminders(stream, [row(responsible=["МОУО"])], MOMENT)
    assert (
        "Напоминаем, что 10.06.2021 истекает срок исполнения поручения "
        "(п. 1, протокол от 16.04.2021 (письмо № 57-2751 от 06.05.2021))." in texts(opened(stream))
    )


def test_extract_has_head_chosen_items_and_its_certification() -> None:
    protocol = parse(SAMPLES / "commission.docx").protocols[0]
    chosen = [item for item in protocol.decisions if item.number in ("1.2", "2.1")]
    stream = io.BytesIO()
    assert write_extract(stream, protocol, chosen) == 2
    found = texts(opened(stream))
    assert found[0] == "ВЫПИСКА ИЗ ПРОТОКОЛА"
    assert any(text.startswith("1.2. Провести обследование") for text in found)
    assert not any(text.startswith("1.3.") for text in found)
    assert found.count("РЕШИЛИ:") == 2  # one under each item of the agenda
    assert "Верно" in found
    assert not any(".." in text for text in found)


def form_file(tmp_path: Path) -> Path:
    form = docx.Document()
    form.add_paragraph("Администрация города")
    form.add_paragraph("{{загол").add_run("овок}} на {{дата}}")  # Word cuts marks into runs as it likes
    form.add_paragraph("{{поручения}}")
    form.add_paragraph("Начальник отдела контроля")
    path = tmp_path / "бланк.docx"
    form.save(str(path))
    return path


def test_own_form_is_filled_in(tmp_path: Path) -> None:
    document = list_of([row(responsible=["МОУО"])], template=form_file(tmp_path))
    assert texts(document) == [
        "Администрация города", "ПЕРЕЧЕНЬ ПОРУЧЕНИЙ на 05.06.2021", "МОУО – 1", "Начальник отдела контроля",
    ]  # fmt: skip
    body = [element.tag.rpartition("}")[2] for element in document.element.body]
    assert body.index("tbl") < len(body) - 2


def test_a_form_that_is_no_word_document(tmp_path: Path) -> None:
    bad = tmp_path / "form.docx"
    bad.write_text("no", encoding="utf-8")
    with pytest.raises(FormError):
        write_list(io.BytesIO(), [], MOMENT, template=bad)


def test_attacks_stay_text() -> None:
    document = list_of(attacked_rows())
    shown = [table.rows[1].cells[1].text for table in document.tables]
    assert any('=HYPERLINK("http://x.example","нажми")' in text for text in shown)
    assert any("<script>window.attacked = 1</script>" in text for text in shown)
    assert len(document.tables) == 2 * len(ATTACKS)


def test_groups_keep_order_and_forget_no_row() -> None:
    rows = [row(number, responsible=[f"отдел {number % 3}", "отдел 9"], text=f"дело {number}") for number in range(100)]
    with ByResponsible(MOMENT) as groups:
        groups.add_all(rows)
        assert groups.names() == ["отдел 0", "отдел 1", "отдел 2", "отдел 9"]
        assert [share.row.text for share in groups.shares("отдел 9")] == [f"дело {number}" for number in range(100)]
        assert all(share.leads for share in groups.shares("отдел 1"))
        assert not any(share.leads for share in groups.shares("отдел 9"))


@pytest.mark.parametrize("rows", [rows_of_all_states(), attacked_rows(), []])
def test_libreoffice_opens_it(rows: list[Any], tmp_path: Path, office: str) -> None:
    for name, write in (("list", write_list), ("reminders", write_reminders)):
        with (tmp_path / f"{name}.docx").open("wb") as stream:
            write(stream, rows, MOMENT)
    command = [office, f"-env:UserInstallation={(tmp_path / 'office').as_uri()}", "--headless", "--convert-to", "pdf"]
    files = [tmp_path / "list.docx", tmp_path / "reminders.docx"]
    subprocess.run([*command, "--outdir", tmp_path, *files], check=True, capture_output=True, timeout=120)
    import pypdfium2

    shown = pypdfium2.PdfDocument((tmp_path / "list.pdf").read_bytes())[0].get_textpage().get_text_bounded()
    assert "ПЕРЕЧЕНЬ ПОРУЧЕНИЙ" in shown
    assert (tmp_path / "reminders.pdf").stat().st_size > 0
