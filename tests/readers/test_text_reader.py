"""Text files: encodings, ends of lines, pages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protocol_cli.readers import ReadError, Unreadable, read_bytes, read_text
from protocol_cli.readers.source import Source

LETTER = """ДЕПАРТАМЕНТ
ОБЩЕГО ОБРАЗОВАНИЯ

06.05.2021 № 57-2751

Уважаемые руководители!
Просим направить сведения в срок до 15 мая 2021 года."""
SHORT = [
    "ПРОТОКОЛ",
    "Решили:",
    "Е.В. Вторина",
    "Срок - постоянно.",
    "ПОВЕСТКА ДНЯ",
    "в г. Томске",
    "Слушали: Юдина С.А.",
]
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "koi8-r", "cp866", "mac-cyrillic"]


def text_of(source: Source) -> str:
    return "\f".join("\n".join(line.text for line in page.lines) for page in source.pages)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_reads_a_letter_in_every_encoding(encoding):
    text = LETTER.replace("№", "N") if encoding == "koi8-r" else LETTER
    assert text_of(read_bytes(text.encode(encoding), "letter")) == text


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866"])
@pytest.mark.parametrize("text", SHORT)
def test_tells_encodings_apart_on_a_few_words(text, encoding):
    assert text_of(read_bytes(text.encode(encoding), "short.txt")) == text


def test_utf8_cut_inside_a_letter_is_still_utf8():
    data = LETTER.encode()[:-1] + "ё".encode()[:1]
    assert text_of(read_bytes(data, "cut.txt")).startswith("ДЕПАРТАМЕНТ\n")


def test_ends_of_lines_become_one():
    assert text_of(read_bytes("Раз\r\nдва\rтри\vчетыре".encode(), "x")) == "Раз\nдва\nтри\nчетыре"


def test_form_feeds_part_pages():
    source = read_text("Первая\n\fВторая\n", "x.txt")
    assert source.paged
    assert [page.lines[0].text for page in source.pages] == ["Первая", "Вторая"]


def test_a_form_feed_at_the_end_begins_no_page():
    source = read_text("Первая\n\f\n", "x.txt")
    assert not source.paged
    assert len(source.pages) == 1


def test_empty_lines_and_leading_spaces_stay():
    assert text_of(read_text("   а\n\n\tб  ", "x")) == "   а\n\n\tб  "


@pytest.mark.parametrize("data", [b"", b"  \r\n\t ", "﻿".encode()])
def test_nothing_is_empty(data):
    with pytest.raises(ReadError) as error:
        read_bytes(data, "x")
    assert error.value.reason is Unreadable.EMPTY


@pytest.mark.parametrize("data", [bytes(range(256)) * 4, b"\x00\x01\x02\x03" * 50, b"\x7fELF\x02\x01\x01" + bytes(60)])
def test_binary_garbage_is_no_text(data):
    with pytest.raises(ReadError) as error:
        read_bytes(data, "x")
    assert error.value.reason is Unreadable.UNSUPPORTED


RUSSIAN = st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЖЗИК ,.№0123456789\n\t\f«»–", min_size=1).filter(
    str.strip
)


@given(RUSSIAN)
@settings(max_examples=200, deadline=None)
def test_a_decoded_text_comes_back_as_it_was(text):
    assert text_of(read_text(text, "x")).rstrip("\n\f\t ") == text.rstrip("\n\f\t ")


@given(st.binary(max_size=2000))
@settings(max_examples=400, deadline=None)
def test_any_bytes_give_a_source_or_a_read_error(data):
    try:
        assert read_bytes(data, "x").pages
    except ReadError as error:
        assert error.reason in Unreadable
