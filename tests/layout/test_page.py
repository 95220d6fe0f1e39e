"""From a source to the document's text and its rows: order, offsets, pages."""

from __future__ import annotations

import itertools
import re
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protocol_cli.layout.page import lay_out
from protocol_cli.layout.rows import Layout
from protocol_cli.readers import Cell, Line, Page, Source, read, read_bytes, read_text

FILES = Path(__file__).parent.parent / "readers" / "files"
sys.path.insert(0, str(FILES))


def pieces(layout: Layout) -> list[str]:
    return [layout.text[piece.start : piece.end] for row in layout.rows for piece in row.pieces]


def words(layout: Layout) -> list[str]:
    text = " ".join(pieces(layout))
    return re.sub(r"(?<=\w)- (?=\w)", "-", text).split()


def shown(layout: Layout) -> list[str]:
    return [" | ".join(layout.text[p.start : p.end] for p in row.pieces) for row in layout.rows]


SEED = read(FILES / "seed.txt")


def two_columns(suffix: str) -> Layout:
    import make_files

    if suffix == "docx":
        return lay_out(read_bytes(make_files.two_columns(), "two_columns.docx"))
    return lay_out(read(FILES / "two_columns.pdf"))


@pytest.mark.parametrize("suffix", ["docx", "pdf"])
def test_the_example_reads_alike_from_word_and_from_a_pdf_with_two_columns(suffix):
    """Letterhead left, addressees right, pages ending inside an agenda item and inside a decision."""
    assert words(two_columns(suffix)) == words(lay_out(SEED))


@pytest.mark.parametrize("suffix", ["docx", "pdf"])
def test_the_two_columns_of_the_example(suffix):
    columns = {1: "", 2: ""}
    layout = two_columns(suffix)
    for row in layout.rows:
        if row.column:
            columns[row.column] += " ".join(layout.text[p.start : p.end] for p in row.pieces) + " "
    assert columns[1].startswith("ДЕПАРТАМЕНТ ОБЩЕГО ОБРАЗОВАНИЯ ТОМСКОЙ ОБЛАСТИ Ленина пр.")
    assert columns[1].endswith("на № _____ от _____ ")
    assert columns[2].startswith("Руководителям органов местного самоуправления,")
    assert columns[2].endswith("общеобразовательных организаций Томской области ")


def test_a_page_that_ends_inside_an_item_leaves_its_rows_next_to_each_other():
    layout = two_columns("pdf")
    place = next(
        i for i, row in enumerate(layout.rows) if layout.text[row.pieces[0].start :].startswith("методических")
    )
    before, after = layout.rows[place - 1], layout.rows[place]
    assert layout.text[before.pieces[0].start :].startswith("4. Региональная диагностика")
    assert (before.page + 1, after.blank_before) == (after.page, 0)
    assert layout.page_of(after.pieces[0].start) == after.page


def test_a_paragraph_of_a_pdf_begins_after_a_gap():
    layout = two_columns("pdf")
    starts = {layout.text[row.pieces[0].start : row.pieces[0].end]: row for row in layout.rows}
    assert starts["Уважаемые руководители!"].blank_before == 1
    assert starts["образования в Томской области: от региона к школе»"].blank_before == 0


@pytest.mark.parametrize("suffix", ["docx", "pdf"])
def test_a_stamp_between_a_post_and_its_name(suffix):
    import make_files

    name = "signature_stamp"
    data = make_files.signature_stamp() if suffix == "docx" else (FILES / f"{name}.pdf").read_bytes()
    found = shown(lay_out(read_bytes(data, name)))[1:]
    stamp = ["ДОКУМЕНТ ПОДПИСАН", "ЭЛЕКТРОННОЙ ПОДПИСЬЮ", "Сертификат 01D7A9F3", "Действителен по 14.01.2023"]
    post = ["Директор", "департамента | К.А. Самохвалов"]
    assert found == ([*post, *stamp] if suffix == "docx" else ["Директор | К.А. Самохвалов", "департамента", *stamp])


def word(*lines: Line) -> Layout:
    return lay_out(Source("x", "docx", "", (Page(lines),)))


def cell(row: int, column: int, text: str, *, ruled: bool = False) -> Line:
    return Line(text, cell=Cell(0, row, column, ruled=ruled), paragraph=True)


def test_a_table_without_borders_stands_side_by_side():
    layout = word(cell(0, 0, "г. Белоречье"), cell(0, 1, "26.04.2021"), Line("Председатель: Дорохов Е.М."))
    assert shown(layout) == ["г. Белоречье | 26.04.2021", "Председатель: Дорохов Е.М."]
    assert layout.text == "г. Белоречье    26.04.2021\nПредседатель: Дорохов Е.М."
    assert all(row.cell is None for row in layout.rows)


def test_a_post_of_several_lines_keeps_its_name():
    assert shown(word(cell(0, 0, "Начальник"), cell(0, 0, "управления"), cell(0, 1, "И.Б. Грабцевич"))) == [
        "Начальник",
        "управления | И.Б. Грабцевич",
    ]


def test_a_table_in_earnest_keeps_its_cells_without_borders_too():
    layout = word(*(cell(row, column, f"{row}{column}") for row in range(3) for column in range(3)))
    assert [(row.cell.row, row.cell.column) for row in layout.rows if row.cell] == [
        (r, c) for r in range(3) for c in range(3)
    ]


def test_a_table_with_borders_gives_a_row_for_each_cell():
    layout = word(cell(0, 0, "1.", ruled=True), cell(0, 1, "Провести", ruled=True))
    assert [(row.cell.column if row.cell else None) for row in layout.rows] == [0, 1]


def test_furniture_of_the_format_stays_in_the_text_only():
    layout = word(Line("Протокол № 3", furniture=True), Line("Решили:"))
    assert (shown(layout), layout.text) == (["Решили:"], "Протокол № 3\nРешили:")


TEXT = st.text(alphabet="абв АБ1.–:\n\f\t№", max_size=400).filter(str.strip)


@given(TEXT)
@settings(max_examples=300, deadline=None)
def test_every_word_of_a_text_is_in_one_row_or_is_furniture(text):
    layout = lay_out(read_text(text, "x.txt"))
    spans = sorted((p.start, p.end) for row in layout.rows for p in row.pieces)
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))
    outside = "".join(
        layout.text[a:b] for a, b in zip([0, *(e for _, e in spans)], [*(s for s, _ in spans), None], strict=True)
    )
    assert len(outside.split()) <= 4 * (1 + text.count("\f")) + text.count("\n")


@pytest.mark.parametrize(
    "name", ["two_columns.pdf", "ruled_table.pdf", "signature_stamp.pdf", "hyphens.pdf", "seed.txt"]
)
def test_offsets_point_at_the_lines_of_the_source(name):
    source = read(FILES / name)
    layout = lay_out(source)
    for page, start in enumerate(layout.page_starts, 1):
        assert layout.page_of(start) == page
    lines = {line.text.strip() for page in source.pages for line in page.lines}
    for row in layout.rows:
        for piece in row.pieces:
            assert layout.text[piece.start : piece.end] in lines
            assert layout.page_of(piece.start) == row.page


def test_a_long_text_takes_no_more_than_its_length(calls_of):
    line = "1. Отделу кадров подготовить график отпусков до 1 мая 2021 года.\n\nДиректор            А.Б. Иванов\n"
    few = calls_of(lambda: lay_out(read_text(line * 100, "x")))
    assert calls_of(lambda: lay_out(read_text(line * 1000, "x"))) < few * 15
