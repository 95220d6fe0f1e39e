"""What every reader returns: pages of pieces of lines, with their places on the page where the format knows them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the page, in points from its left upper corner."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Cell:
    """Where in a table a line stands: all numbers from 0; a merged cell has its first row and column, and its spans.

    A table without borders (`ruled` false) only sets text side by side: letterheads and signatures are made so.
    """

    table: int
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    ruled: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line, or the piece of one between two wide gaps.

    `text` is as read (no line break in it; a PDF's line-end hyphen is «-»). Text files and Word have no `box`; a
    text file's line keeps its inner and leading spaces, from which layout computes places on a grid of characters,
    and its empty lines are lines too. `blank_before` counts the empty lines above in Word (space between paragraphs
    as 1). An automatic list number («1.») stands in front of `text`. `indent` is Word's left indent in points.
    `furniture` is what the format itself marks as a running head or foot.
    """

    text: str
    box: Box | None = None
    size: float | None = None
    bold: bool = False
    centered: bool = False
    right: bool = False
    cell: Cell | None = None
    blank_before: int = 0
    paragraph: bool = False  # the line is a whole paragraph (Word): never a piece of a wrapped one
    indent: float = 0.0
    furniture: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One page; sizes in points, or None for a format without geometry.

    `cells` are those of the tables drawn on it, the empty ones too, where the format draws them.
    """

    lines: tuple[Line, ...]
    width: float | None = None
    height: float | None = None
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read: `pages` in order, `paged` false where the format has no pages (Word, a text without form feeds).

    `unread_pages` are the numbers, from 1, of the pages that are only an image and gave no text.
    """

    name: str
    format: str
    sha256: str
    pages: tuple[Page, ...]
    paged: bool = False
    ocr: bool = False
    unread_pages: tuple[int, ...] = ()
