"""Where values stand: on pages of text, on pictures, and inside the parts of a document."""

from __future__ import annotations

import datetime as dt

import pytest
from export_rows import SAMPLES
from hypothesis import given
from hypothesis import strategies as st

from protocol_cli.export.found import Entry
from protocol_cli.export.glyphs import UNIT, Glyph, GlyphMap
from protocol_cli.export.page_images import page_images
from protocol_cli.export.places import place_of_date, place_of_text
from protocol_cli.export.safe import plain
from protocol_cli.export.to_view import _segments
from protocol_cli.models import Span
from protocol_cli.reading import parse


def said(text: str, value: str, pick: str = "only") -> str | None:
    place = place_of_text(text, [(0, len(text))], value, pick)  # type: ignore[arg-type]
    return text[place.start : place.end] if place else None


def test_a_value_is_found_over_line_ends_hyphens_and_capitals() -> None:
    text = "ДЕПАРТАМЕНТ\n\nОБЩЕГО ОБРА-\nЗОВАНИЯ\nсеминара-\nсовещания"
    assert said(text, "Департамент общего образования") == "ДЕПАРТАМЕНТ\n\nОБЩЕГО ОБРА-\nЗОВАНИЯ"
    assert said(text, "семинара-совещания") == "семинара-\nсовещания"


def test_a_value_said_twice_is_not_pointed_at() -> None:
    text = "п. 7, п. 17, п. 7"
    assert said(text, "7") is None
    assert said(text, "17") == "17"
    assert place_of_text(text, [(0, len(text))], "7", "last") == Span(start=16, end=17, page=1)


def test_the_first_range_that_says_it_once_decides() -> None:
    text = "№ 5\nсписок\n№ 5"
    place = place_of_text(text, [(0, 3), (0, len(text))], "5")
    assert place
    assert place.start == 2


def test_a_word_is_not_found_inside_another() -> None:
    assert said("Москвам и Подмосковье", "Москва") is None


@pytest.mark.parametrize("written", ["06.05.2021", "6 мая 2021 г.", "«06» мая 2021 года", "6.5.2021", "06.05.21", "06. 05. 2021"])
def test_a_date_is_found_as_offices_write_it(written: str) -> None:
    text = f"от {written} № 7"
    place = place_of_date(text, [(0, len(text))], dt.date(2021, 5, 6))
    assert place
    assert text[place.start : place.end] in written
    assert place_of_date("16.05.2021", [(0, 10)], dt.date(2021, 5, 6)) is None


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=8))
def test_segments_are_the_whole_text_and_know_their_values(text: str, places: list[tuple[int, int]]) -> None:
    entries = []
    for number, (first, second) in enumerate(places):
        start, end = sorted((min(first, len(text)), min(second, len(text))))
        if start < end:
            entries.append((number, Entry("term", "", "", Span(start=start, end=end, page=1))))
    segments = _segments(text, 0, len(text), entries)
    assert "".join(segment.text for segment in segments) == "".join(
        plain(text[a:b])
        for a, b in zip(
            sorted({0, len(text), *(x for _, e in entries if e.place for x in (e.place.start, e.place.end))}),
            sorted({0, len(text), *(x for _, e in entries if e.place for x in (e.place.start, e.place.end))})[1:],
            strict=False,
        )
    )
    for number, entry in entries:
        assert entry.place
        mine = sum(len(text[a:b]) for a, b in [(entry.place.start, entry.place.end)])
        assert (mine > 0) == any(str(number) in segment.ids.split() for segment in segments)


def line_of(words: str, top: int, left: int = 100) -> list[Glyph]:
    return [Glyph(sign, left + 50 * at, top, left + 50 * at + 40, top + 80) for at, sign in enumerate(words) if sign != " "]


def test_letters_are_found_whatever_the_order_of_the_file() -> None:
    glyphs = [*line_of("Срок 10 июня", 300), *line_of("ПРОТОКОЛ", 100), *line_of("Срок 10 июня", 500)]
    text = "ПРОТОКОЛ\nСрок 10 июня\nСрок 10 июня"
    found = GlyphMap(text, 0, glyphs)
    assert found.share() == 1
    (first,) = found.rectangles(0, 8)
    assert (first.x0, first.y0, first.x1, first.y1) == (100, 100, 490, 180)
    at = text.rindex("10")
    (second,) = found.rectangles(at, at + 2)
    assert second.y0 == 500


def test_look_alikes_and_dashes_are_the_same_letters() -> None:
    found = GlyphMap("МОУО – отчёт", 0, line_of("MOУO — отчет", 100))
    assert found.share() == 1


def test_every_letter_of_the_samples_has_its_place() -> None:
    for name in ("letter.pdf", "working-group.pdf", "commission.pdf", "ministry.pdf"):
        document = parse(SAMPLES / name, with_text=True)
        assert document.text
        start = 0
        for page, image in zip(document.text.split("\f"), page_images(SAMPLES / name), strict=True):
            glyphs = GlyphMap(page, start, image.glyphs)
            assert glyphs.share() > 0.98, name
            for one in glyphs.rectangles(start, start + len(page)):
                assert 0 <= one.x0 < one.x1 <= UNIT
                assert 0 <= one.y0 < one.y1 <= UNIT
            start += len(page) + 1
