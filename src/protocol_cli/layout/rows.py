"""What layout makes of a source: the document's text, and its rows in reading order."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from protocol_cli.readers.source import Cell


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text between wide gaps: `start`, `end` in the document's text; `x0`, `x1` in character widths."""

    start: int
    end: int
    x0: float
    x1: float


@dataclass(frozen=True, slots=True)
class Row:
    """One line in reading order.

    `pieces` are its runs from left to right: «Начальник управления        Л.А. Кошурникова» has two. A table row's
    cells are rows of their own, each with its `cell`. `left` and `right` are the margins of the column the row
    stands in (character widths), so that `pieces[0].x0 - left` is the indent; `column` is 0 on the whole width,
    1 for the left and 2 for the right one of two columns. `blank_before` counts the empty lines above.
    """

    pieces: tuple[Piece, ...]
    page: int
    blank_before: int = 0
    column: int = 0
    left: float = 0.0
    right: float = 0.0
    size: float | None = None
    bold: bool = False
    centered: bool = False
    cell: Cell | None = None
    paragraph: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    r"""The document's text (what `--with-text` gives) and its rows.

    Lines are parted by "\\n", pages by "\\f"; `page_starts` are the offsets at which pages begin. Page furniture
    (page numbers, running heads) stays in the text but has no row.
    """

    text: str
    rows: tuple[Row, ...]
    page_starts: tuple[int, ...]

    def page_of(self, offset: int) -> int:
        """The page, from 1, on which the character at `offset` stands."""
        return max(1, bisect_right(self.page_starts, offset))
