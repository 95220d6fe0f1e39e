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
    """Where in a table a line stands: all numbers from 0; a merged cell has its first row and column, and its spans."""

    table: int
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line, or the piece of one between two wide gaps.

    `text` is as read (no line break in it). Text files and Word have no `box`; a text file's line keeps its
    inner and leading spaces, from which layout computes places on a grid of characters. `blank_before` counts
    the empty lines above (Word: space between paragraphs as 1). `label` is an automatic list number («1.») that
    the paper shows and the text does not hold; readers put it in front of `text` as well.
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


@dataclass(frozen=True, slots=True)
class Page:
    """One page; sizes in points, or None for a format without geometry."""

    lines: tuple[Line, ...]
    width: float | None = None
    height: float | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read: `pages` in order, `paged` false where the format has no pages (Word, a text without form feeds)."""

    name: str
    format: str
    sha256: str
    pages: tuple[Page, ...]
    paged: bool = False
    ocr: bool = False
