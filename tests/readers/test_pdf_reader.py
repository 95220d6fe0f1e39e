"""PDF files: lines with places, tables with cells, pages that say nothing."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdfium2 import raw
from word_files import FILES

from protocol_cli.readers import Line, ReadError, Unreadable, read, read_bytes
from protocol_cli.readers.gaps import split_points
from protocol_cli.readers.geometry import Geometry

SAMPLE = (FILES / "signature_stamp.pdf").read_bytes()


def lines(name: str) -> list[Line]:
    return [line for page in read(FILES / name).pages for line in page.lines]


def saved(document: pypdfium2.PdfDocument) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def blank_pages(count: int) -> pypdfium2.PdfDocument:
    document = pypdfium2.PdfDocument.new()
    for _ in range(count):
        document.new_page(595, 842)
    return document


def with_picture(document: pypdfium2.PdfDocument, number: int) -> None:
    page = document[number]
    picture = pypdfium2.PdfImage.new(document)
    bitmap = pypdfium2.PdfBitmap.new_native(40, 40, raw.FPDFBitmap_BGR)
    bitmap.fill_rect((200, 10, 10, 255), 0, 0, 40, 40)
    picture.set_bitmap(bitmap)
    picture.set_matrix(pypdfium2.PdfMatrix().scale(500, 700))
    page.insert_obj(picture)
    page.gen_content()


def test_lines_know_their_places_sizes_and_weight():
    heading = next(line for line in lines("hyphens.pdf") if line.text == "РЕШИЛИ:")
    assert heading.bold
    assert heading.size == 14.0
    assert heading.box is not None
    assert heading.box.x0 == pytest.approx(85, abs=1)
    assert heading.box.x1 > heading.box.x0
    assert 0 < heading.box.top < heading.box.bottom < 842


def test_a_hyphen_at_the_end_of_a_line_is_a_hyphen():
    found = [line.text for line in lines("hyphens.pdf")]
    place = next(i for i, text in enumerate(found) if text.endswith("научно-"))
    assert found[place + 1].startswith("методического")
    assert not any("￾" in text for text in found)


def test_a_table_on_two_pages_is_one_and_its_head_is_read_once():
    cells: dict[tuple[int, int], list[str]] = {}
    for line in lines("ruled_table.pdf"):
        if line.cell is not None and not line.furniture:
            assert line.cell.table == 0
            cells.setdefault((line.cell.row, line.cell.column), []).append(line.text)
    assert cells[0, 1] == ["Поручение"]
    assert [" ".join(cells[row, 0]) for row in range(1, 31)] == [f"{row}." for row in range(1, 31)]
    # The page ends inside row 17.
    assert all(
        " ".join(cells[row, 1]) == f"Подготовить предложения по разделу {row} плана мероприятий" for row in range(1, 31)
    )


def test_a_gap_parts_a_line_and_justified_text_stays_whole():
    found = [line.text for line in lines("ruled_table.pdf")]
    assert found[-2:] == ["Секретарь", "К.М. Серова"]
    assert "рассмотрение предложения" in [line.text for line in lines("hyphens.pdf")]


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_turned_page_reads_like_an_upright_one(turns):
    """The page's content is drawn for reading at this /Rotate: so the boxes differ and the words do not."""
    document = pypdfium2.PdfDocument(SAMPLE)
    document[0].set_rotation(90 * turns)
    page = read_bytes(saved(document), "x.pdf").pages[0]
    words = sorted(" ".join(line.text for line in page.lines).split())
    upright = read_bytes(SAMPLE, "x.pdf").pages[0]
    assert words == sorted(" ".join(line.text for line in upright.lines).split())
    assert (page.width, page.height) == (
        (upright.height, upright.width) if turns % 2 else (upright.width, upright.height)
    )


@pytest.mark.parametrize(
    ("turns", "place"),
    [(0, (10.0, 80.0)), (1, (20.0, 10.0)), (2, (40.0, 20.0)), (3, (80.0, 40.0))],
)
def test_points_are_turned_with_the_page(turns, place):
    assert Geometry(0.0, 0.0, 50.0, 100.0, turns).place(10.0, 20.0) == place


def test_a_scan_needs_recognition():
    document = blank_pages(1)
    with_picture(document, 0)
    with pytest.raises(ReadError) as error:
        read_bytes(saved(document), "scan.pdf")
    assert error.value.reason is Unreadable.NEEDS_OCR


def test_pages_that_are_only_pictures_are_named():
    document = pypdfium2.PdfDocument(SAMPLE)
    document.new_page(595, 842)
    document.new_page(595, 842)
    with_picture(document, 2)
    source = read_bytes(saved(document), "x.pdf")
    assert source.unread_pages == (3,)
    assert len(source.pages) == 3


def test_an_empty_page_is_empty():
    with pytest.raises(ReadError) as error:
        read_bytes(saved(blank_pages(1)), "x.pdf")
    assert error.value.reason is Unreadable.EMPTY


def test_no_pages():
    with pytest.raises(ReadError) as error:
        read_bytes(saved(blank_pages(0)), "x.pdf")
    assert error.value.reason in {Unreadable.NO_PAGES, Unreadable.DAMAGED}


def test_a_locked_file_is_encrypted():
    with pytest.raises(ReadError) as error:
        read(FILES / "encrypted.pdf")
    assert error.value.reason is Unreadable.ENCRYPTED


@given(st.integers(5, len(SAMPLE) - 1))
@settings(max_examples=100, deadline=None)
def test_a_cut_file_gives_a_source_or_a_read_error(length):
    try:
        assert read_bytes(SAMPLE[:length], "x").pages
    except ReadError as error:
        assert error.reason in Unreadable


@given(st.lists(st.tuples(st.integers(5, len(SAMPLE) - 1), st.integers(0, 255)), min_size=1, max_size=20))
@settings(max_examples=150, deadline=None)
def test_a_damaged_file_gives_a_source_or_a_read_error(changes):
    data = bytearray(SAMPLE)
    for place, value in changes:
        data[place] = value
    try:
        assert read_bytes(bytes(data), "x").pages
    except ReadError as error:
        assert error.reason in Unreadable


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("Начальник управления         Л.А. Кошурникова", ["Начальник управления", "Л.А. Кошурникова"]),
        ("25.04.2022          № 14            г. Нижнеозёрск", ["25.04.2022", "№ 14", "г. Нижнеозёрск"]),
        ("Отв.: Шаронов М.Г., Кабанов И.Т.     Срок: до 28.12", ["Отв.: Шаронов М.Г., Кабанов И.Т.", "Срок: до 28.12"]),
        ("29.04.2022  №  04-07/1188", ["29.04.2022  №  04-07/1188"]),
        ("4.    Утвердить план.", ["4.    Утвердить план."]),
        ("Подключение       учреждений     культуры  и   спорта", None),
        ("государственными   гражданскими   служащими   субъектов", None),
        ("4. Пункт 5.1. абзац 1 продолжить словами «или акте»;    в  целом", None),
    ],
)  # fmt: skip
def test_where_a_line_falls_to_pieces(line, pieces):
    words, gaps, end = [], [], 0
    for word in line.split():
        start = line.index(word, end)
        if words:
            gaps.append(float(start - end))
        words.append(word)
        end = start + len(word)
    cuts = split_points(words, gaps)
    assert len(cuts) + 1 == len(pieces or [line])
