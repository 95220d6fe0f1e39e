"""Rows with their clean text: what the sections read."""

from __future__ import annotations

import re
from dataclasses import dataclass

from protocol_cli.layout.normalise import clean, is_spaced
from protocol_cli.layout.passage import Passage, join
from protocol_cli.layout.rows import Layout, Row

_STRAY = re.compile(r"[|¦\\/`'^~.,:;]{1,3}")


@dataclass(frozen=True, slots=True)
class TextRow:
    """A row with its clean text: `pieces` between wide gaps, and `passage`, the whole line with single spaces."""

    index: int
    row: Row
    pieces: tuple[Passage, ...]
    passage: Passage
    after_furniture: bool = False

    @property
    def text(self) -> str:
        """The clean line."""
        return self.passage.text

    @property
    def indent(self) -> float:
        """Character widths from the column's left margin."""
        return self.row.pieces[0].x0 - self.row.left

    @property
    def reach(self) -> float:
        """Where the line ends, in character widths from the page's left edge."""
        return self.row.pieces[-1].x1


def text_rows(layout: Layout) -> list[TextRow]:
    """The layout's rows with clean text; rows in which nothing is left are dropped."""
    out: list[TextRow] = []
    for row in layout.rows:
        spaced = is_spaced(layout.text[row.pieces[0].start : row.pieces[-1].end])
        pieces = [clean(layout.text[p.start : p.end], p.start, spaced=spaced, read=True) for p in row.pieces]
        kept = [(p, q) for p, q in zip(pieces, row.pieces, strict=True) if p]
        if row.cell is None and len(kept) > 1 and _STRAY.fullmatch(kept[0][0].text):
            kept = kept[1:]  # «|   2. Организовать …»: the edge of a scanned sheet
        if row.cell is None and not any(any(c.isalnum() for c in p.text) for p, _ in kept):
            if not kept or not re.search(r"_{3,}", kept[0][0].text):
                continue  # a stray sign of recognition says nothing
        if len(kept) < len(row.pieces):
            row = Row(
                tuple(q for _, q in kept),
                row.page,
                row.blank_before,
                row.column,
                row.left,
                row.right,
                row.size,
                row.bold,
                row.centered,
                row.cell,
                row.paragraph,
            )
        before = out[-1].row.pieces[-1].end if out else 0
        between = layout.text[before : row.pieces[0].start]
        out.append(
            TextRow(
                len(out), row, tuple(p for p, _ in kept), join(p for p, _ in kept), bool(out) and bool(between.strip())
            )
        )
    return out
