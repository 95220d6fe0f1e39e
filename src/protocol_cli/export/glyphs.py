"""Where on the picture of a page the characters of its text stand.

The text was put in reading order and cleaned, the page's letters are in the order of the file; line by line they are the
same letters, blanks and look-alikes aside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

UNIT = 10_000  # a page is so many units wide and high
# A hyphen at a line's end is another sign in the file, or none in the text.
_SKIPPED = re.compile(r"[\s\x02\u00ad\ufffe\u200b\-\u2010-\u2015\u2212]")
_LOOK_ALIKE = str.maketrans("ABCEHKMOPTXYaceopxyёЁ", "АВСЕНКМОРТХУасеорхуеЕ")
_GAP = re.compile(r"\s{2,}")


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter and its box in UNITs from the left upper corner."""

    sign: str
    x0: int
    y0: int
    x1: int
    y1: int


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A stretch of one line."""

    x0: int
    y0: int
    x1: int
    y1: int

    @property
    def area(self) -> int:
        """How much of the page it covers."""
        return (self.x1 - self.x0) * (self.y1 - self.y0)


class GlyphMap:
    """The boxes of the characters of one page's text; `start` is the offset at which the page begins."""

    def __init__(self, text: str, start: int, glyphs: Sequence[Glyph]) -> None:
        self._start = start
        self._glyphs = [glyph for glyph in glyphs if not _SKIPPED.match(glyph.sign)]
        self._signs = _folded("".join(glyph.sign for glyph in self._glyphs))
        self._at: list[int | None] = [None] * len(text)
        self._used = bytearray(len(self._signs))
        self._last: Glyph | None = None
        self._match(text)

    def share(self) -> float:
        """The share of the letters of the page that were found in the text."""
        return sum(self._used) / len(self._used) if self._used else 0.0

    def rectangles(self, start: int, end: int) -> list[Rectangle]:
        """What the characters of the document from `start` to `end` cover on this page, line by line."""
        found: list[Rectangle] = []
        for offset in range(max(start - self._start, 0), min(end - self._start, len(self._at))):
            place = self._at[offset]
            if place is None:
                continue
            glyph = self._glyphs[place]
            last = found[-1] if found else None
            if last and _same_line(last, glyph):
                found[-1] = Rectangle(
                    min(last.x0, glyph.x0), min(last.y0, glyph.y0), max(last.x1, glyph.x1), max(last.y1, glyph.y1)
                )
            else:
                found.append(Rectangle(glyph.x0, glyph.y0, glyph.x1, glyph.y1))
        return found

    def _match(self, text: str) -> None:
        begin = 0
        for line in text.split("\n"):
            if not self._place(text, begin, begin + len(line)):
                at = begin
                for gap in (*_GAP.finditer(text, begin, begin + len(line)), None):
                    stop = gap.start() if gap else begin + len(line)
                    self._place(text, at, stop)
                    at = gap.end() if gap else stop
            begin += len(line) + 1

    def _place(self, text: str, begin: int, end: int) -> bool:
        """Find a run of text among the letters that are not taken yet."""
        offsets = [at for at in range(begin, end) if not _SKIPPED.match(text[at])]
        if not offsets:
            return True
        wanted = _folded("".join(text[at] for at in offsets))
        found = min(self._free(wanted), key=self._rank, default=None)
        if found is None:
            return False
        for order, at in enumerate(offsets):
            self._at[at] = found + order
        self._used[found : found + len(wanted)] = b"\x01" * len(wanted)
        self._last = self._glyphs[found]
        return True

    def _free(self, wanted: str) -> Iterator[int]:
        """Where these letters stand, as far as no run of text has them yet."""
        found = self._signs.find(wanted)
        while found >= 0:
            if not any(self._used[found : found + len(wanted)]):
                yield found
            found = self._signs.find(wanted, found + 1)

    def _rank(self, place: int) -> tuple[bool, int, int]:
        """What is below the run before comes first, from above and from the left: the same words may stand twice."""
        glyph, last = self._glyphs[place], self._last
        above = last is not None and glyph.y0 < last.y0 - (last.y1 - last.y0) // 2
        return above, glyph.y0, glyph.x0


def _folded(signs: str) -> str:
    return signs.translate(_LOOK_ALIKE)


def _same_line(rectangle: Rectangle, glyph: Glyph) -> bool:
    """Whether the letter goes on the line of the rectangle, to the right and not far."""
    middle = (glyph.y0 + glyph.y1) / 2
    reach = 4 * max(glyph.y1 - glyph.y0, 1)
    return rectangle.y0 < middle < rectangle.y1 and -reach < glyph.x0 - rectangle.x1 < reach
