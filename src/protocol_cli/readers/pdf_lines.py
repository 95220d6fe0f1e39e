"""Words of a PDF page with their places, gathered to lines; few calls into pdfium, since each costs."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from protocol_cli.readers.gaps import split_points
from protocol_cli.readers.geometry import Geometry, Pdfium
from protocol_cli.readers.pdf_tables import NO_GRID, Grid
from protocol_cli.readers.source import Box, Cell, Line

HYPHEN = "\ufffe"  # pdfium's sign for a hyphen at the end of a line
WORD = re.compile(f"[^\\s{HYPHEN}]+{HYPHEN}?|{HYPHEN}")
SPACE = 0.25  # of the letter's size, in most fonts
RISE = 0.7  # capitals stand so high over the baseline
LIFT = 2.0  # points from the baseline into the letter
HEAVY = 600
BOLD_NAME = re.compile(rb"bold|black|heavy|demi|semibold", re.IGNORECASE)
SMALL_PART = 0.45
BARELY = 1.8  # spaces
FEW_WORDS = 3
SHARED = 3  # lines that make an edge a margin
SMALLEST, LARGEST = 1.0, 200.0


@dataclass(slots=True)
class Word:
    """A word: its text, the edges and the baseline as shown, and the index of its first character."""

    text: str
    x0: float
    x1: float
    baseline: float
    index: int


def lines_of(raw: Pdfium, text_page: Pdfium, text: str, geometry: Geometry, grid: Grid = NO_GRID) -> Iterator[Line]:
    """The pieces of lines of a page, in pdfium's order; those in a table's cell say so."""
    reader = _WordReader(raw, text_page, text, geometry)
    printed = list(_printed_lines(reader, text, grid))
    edges = _Edges(words for words, cell in printed if cell is None)
    for words, cell in printed:
        yield from _pieces(reader, words, cell, edges)


def _printed_lines(reader: _WordReader, text: str, grid: Grid) -> Iterator[tuple[list[Word], Cell | None]]:
    line: list[Word] = []
    line_cell: Cell | None = None
    end = 0
    for match in WORD.finditer(text):
        word = reader.word(match)
        if word is None:
            continue
        cell = grid.cell_at((word.x0 + word.x1) / 2, word.baseline - LIFT) if grid.boxes else None
        if line and (cell != line_cell or _breaks(text, end, match.start(), line[-1], word)):
            yield line, line_cell
            line = []
        line.append(word)
        line_cell = cell
        end = match.end()
    if line:
        yield line, line_cell


class _Edges:
    """Where lines of a page begin and end, in points: an edge shared by several lines is a margin."""

    def __init__(self, lines: Iterable[list[Word]]) -> None:
        self._begins: Counter[int] = Counter()
        self._ends: Counter[int] = Counter()
        for words in lines:
            self._begins[round(words[0].x0)] += 1
            self._ends[round(words[-1].x1)] += 1

    def begins(self, x: float) -> int:
        """How many lines begin at `x`."""
        return sum(self._begins[round(x) + shift] for shift in (-1, 0, 1))

    def ends(self, x: float) -> int:
        """How many lines end at `x`."""
        return sum(self._ends[round(x) + shift] for shift in (-1, 0, 1))


def _breaks(text: str, end: int, start: int, last: Word, word: Word) -> bool:
    return "\n" in text[end:start] or last.text.endswith(HYPHEN) or word.x0 < last.x0 - 1.0


def _cuts(words: list[Word], size: float, edges: _Edges) -> list[int]:
    """The gaps at which a line falls to pieces."""
    gaps = [max(0.0, after.x0 - before.x1) / (size * SPACE) for before, after in pairwise(words)]
    cuts = split_points([word.text for word in words], gaps)
    whole = (words[-1].x1 - words[0].x0) / (size * SPACE)
    if len(cuts) == 1 and len(words) <= FEW_WORDS and gaps[cuts[0]] < whole * SMALL_PART:
        # «использованию      электронного»: a line of a narrow justified column ends where its neighbours do.
        if edges.begins(words[0].x0) >= SHARED and edges.ends(words[-1].x1) >= SHARED:
            return []
    if cuts:
        return cuts
    # Two columns close to each other: a word that stands where other lines begin.
    usual = sorted(gaps)[len(gaps) // 2]
    return [
        i
        for i, gap in enumerate(gaps)
        if gap >= BARELY and gap >= 1.3 * usual and edges.begins(words[i + 1].x0) >= SHARED
    ]


def _pieces(reader: _WordReader, words: list[Word], cell: Cell | None, edges: _Edges) -> Iterator[Line]:
    size, bold = reader.font(words[0].index)
    cuts = _cuts(words, size, edges) if cell is None and len(words) > 1 else []
    start = 0
    for cut in [*cuts, len(words) - 1]:
        piece = words[start : cut + 1]
        if start:
            size, bold = reader.font(piece[0].index)
        baselines = sorted(word.baseline for word in piece)
        baseline = baselines[len(baselines) // 2]
        text = " ".join(word.text for word in piece).replace(HYPHEN, "-")
        box = Box(piece[0].x0, baseline - size * RISE, piece[-1].x1, baseline)
        yield Line(text, box, size=size, bold=bold, cell=cell)
        start = cut + 1


class _WordReader:
    def __init__(self, raw: Pdfium, text_page: Pdfium, text: str, geometry: Geometry) -> None:
        self._raw = raw
        self._page = text_page
        self._geometry = geometry
        self._numbers = [ctypes.c_double() for _ in range(4)]
        self._pointers = [ctypes.byref(number) for number in self._numbers]
        self._same = raw.FPDFText_CountChars(text_page) == len(text)
        self._fonts: dict[tuple[bytes, float], tuple[float, bool]] = {}
        self._name = ctypes.create_string_buffer(128)

    def word(self, match: re.Match[str]) -> Word | None:
        first, last = self._index(match.start()), self._index(match.end() - 1)
        left = self._box(first)
        if left is None:
            return None
        right = self._box(last) or left
        x, y = self._numbers[0], self._numbers[1]
        if not self._raw.FPDFText_GetCharOrigin(self._page, first, self._pointers[0], self._pointers[1]):
            return None
        _, baseline = self._geometry.place(x.value, y.value)
        return Word(match.group(), min(left[0], right[0]), max(left[1], right[1]), baseline, first)

    def font(self, index: int) -> tuple[float, bool]:
        """Size in points and whether the letters are bold, at one character."""
        size = self._raw.FPDFText_GetFontSize(self._page, index)
        matrix = self._raw.FS_MATRIX()
        if self._raw.FPDFText_GetMatrix(self._page, index, ctypes.byref(matrix)):
            size *= max(abs(matrix.d), abs(matrix.b)) or 1.0
        flags = ctypes.c_int()
        length = self._raw.FPDFText_GetFontInfo(self._page, index, self._name, len(self._name), ctypes.byref(flags))
        name = self._name.value if 0 < length <= len(self._name) else b""
        bold = bool(BOLD_NAME.search(name)) or self._raw.FPDFText_GetFontWeight(self._page, index) >= HEAVY
        return min(max(size, SMALLEST), LARGEST), bold

    def _index(self, place: int) -> int:
        return place if self._same else self._raw.FPDFText_GetCharIndexFromTextIndex(self._page, place)

    def _box(self, index: int) -> tuple[float, float] | None:
        if not self._raw.FPDFText_GetCharBox(self._page, index, *self._pointers):
            return None
        left, right, bottom, top = (number.value for number in self._numbers)
        x0, _ = self._geometry.place(left, bottom)
        x1, _ = self._geometry.place(right, top)
        return (x0, x1) if x0 <= x1 else (x1, x0)
