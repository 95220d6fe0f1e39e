"""The view: the document page by page with what was found at its place, and the card beside it.

This is how a person checks the reading: a click on a value shows where it stands, a click on a place what was read there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, TextIO

from protocol_cli.export.found import Entry, entries_of
from protocol_cli.export.glyphs import UNIT, GlyphMap
from protocol_cli.export.html_page import write_page
from protocol_cli.export.safe import plain
from protocol_cli.export.wording import DOCUMENT_KINDS

if TYPE_CHECKING:
    from protocol_cli.export.page_images import PageImage
    from protocol_cli.models import Document

ENOUGH = 0.5  # of a page's letters must be found in the text, else the text is shown below the picture
KINDS = (
    ("requisite", "реквизиты"), ("person", "лица и органы"), ("agenda", "повестка"), ("assignment", "поручения"),
    ("term", "сроки"), ("reference", "ссылки"), ("word", "сокращения"), ("notice", "заметки"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text between two borders of places; `ids` of the entries it belongs to, the shortest first."""

    text: str
    ids: str
    kind: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A rectangle of an entry on a picture, in UNITs."""

    id: int
    kind: str
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class ViewPage:
    """One page as it is shown: a picture with marks, or text in segments, or both."""

    number: int
    picture: str | None
    width: int
    height: int
    marks: Sequence[Mark]
    segments: Sequence[Segment]


def write_view(stream: TextIO, document: Document, images: Iterable[PageImage] | None = None) -> int:
    """Write the page; return how many values it shows. The document must hold its text.

    `images` are the pages of a PDF file, in order; without them the pages are shown as text.
    """
    entries = entries_of(document)
    kinds = {entry.kind for entry in entries}
    values = {
        "title": plain(document.source.name),
        "kind": DOCUMENT_KINDS[document.kind.value],
        "found": sum(1 for entry in entries if entry.depth),
        "kinds": [(code, name) for code, name in KINDS if code in kinds],
        "unit": UNIT,
        "entries": [_shown(number, entry) for number, entry in enumerate(entries)],
        "pages": _pages(document.text or "", entries, images),
    }
    write_page(stream, "view", values)
    return sum(1 for entry in entries if entry.depth)


def _shown(number: int, entry: Entry) -> dict[str, object]:
    return {
        "id": number, "kind": entry.kind, "label": plain(entry.label), "value": plain(entry.value), "depth": entry.depth,
        "page": entry.place.page if entry.place else None, "wide": entry.wide,
    }  # fmt: skip


def _pages(text: str, entries: Sequence[Entry], images: Iterable[PageImage] | None) -> Iterator[ViewPage]:
    start = 0
    pictures = iter(images or ())
    for number, page in enumerate(text.split("\f"), start=1):
        end = start + len(page)
        mine = [
            (index, entry)
            for index, entry in enumerate(entries)
            if entry.place and not entry.wide and entry.place.start < end and entry.place.end > start
        ]
        image = next(pictures, None)
        if image is None:
            yield ViewPage(number, None, 0, 0, (), _segments(text, start, end, mine))
        else:
            glyphs = GlyphMap(page, start, image.glyphs)
            marks = _marks(glyphs, mine)
            segments = () if glyphs.share() >= ENOUGH or not page.strip() else _segments(text, start, end, mine)
            yield ViewPage(number, image.picture, image.width, image.height, marks, segments)
        start = end + 1
    for beyond, image in enumerate(pictures, start=text.count("\f") + 2):
        yield ViewPage(beyond, image.picture, image.width, image.height, (), ())


def _marks(glyphs: GlyphMap, entries: Sequence[tuple[int, Entry]]) -> list[Mark]:
    """The rectangles, longer places first, so that the shorter lie on top of them and take the click."""
    marks: list[Mark] = []
    for index, entry in sorted(entries, key=lambda pair: -_length(pair[1])):
        if entry.place:
            covered = glyphs.rectangles(entry.place.start, entry.place.end)
            marks += [Mark(index, entry.kind, one.x0, one.y0, one.x1 - one.x0, one.y1 - one.y0) for one in covered]
    return marks


def _segments(text: str, start: int, end: int, entries: Sequence[tuple[int, Entry]]) -> list[Segment]:
    """The page's text cut at every border of a place."""
    borders = {start, end}
    opened: dict[int, list[int]] = {}
    closed: dict[int, list[int]] = {}
    for index, entry in entries:
        if entry.place:
            first, last = max(entry.place.start, start), min(entry.place.end, end)
            borders |= {first, last}
            opened.setdefault(first, []).append(index)
            closed.setdefault(last, []).append(index)
    by_index = dict(entries)
    cuts = sorted(borders)
    active: set[int] = set()
    segments: list[Segment] = []
    for first, last in pairwise(cuts):
        active.difference_update(closed.get(first, ()))
        active.update(opened.get(first, ()))
        order = sorted(active, key=lambda index: (_length(by_index[index]), -index))
        kind = by_index[order[0]].kind if order else ""
        segments.append(Segment(plain(text[first:last]), " ".join(map(str, order)), kind))
    return segments


def _length(entry: Entry) -> int:
    return entry.place.end - entry.place.start if entry.place else 0
