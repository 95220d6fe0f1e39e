"""Tables of the agenda: «№ · Вопрос · Докладчик · Время», the columns in any order.

To add a heading's spelling, add it to `_COLUMNS` and a case to `tests/sections/cases/word_tables.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from protocol_cli.layout.joining import join_lines
from protocol_cli.layout.normalise import fold
from protocol_cli.layout.passage import EMPTY, Passage
from protocol_cli.layout.text_rows import TextRow
from protocol_cli.outline.table_headings import Lines, cells_of, width_of

# What a column holds, by the words of its heading; the first that fits.
_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("number", r"(?:№|n)(?: ?п ?[/.]? ?п\.?)?\.?$|п ?/ ?п$|номер$"),
        ("speaker", r"докладчик|докладывает|выступающ|спикер"),
        ("time", r"время|регламент|продолжительн"),
        ("title", r"вопрос|^тема|наименован|повестк|содержан"),
    )
)
_DECIDES = re.compile(r"\bсрок|решени|поручени|ответств|исполнител|слушали|постанов")
_LONGEST = 60  # characters of a heading


@dataclass(frozen=True, slots=True)
class AgendaTable:
    """A table of the agenda: its cells by (row, column), the column of each kind, the row of the headings."""

    cells: Lines
    columns: dict[str, int]
    heading: int

    @property
    def rows(self) -> list[int]:
        """The numbers of the rows below the headings, in order."""
        return sorted({r for r, _ in self.cells if r > self.heading})

    def passage(self, row: int, kind: str) -> Passage:
        """What a row's cell of a kind says; empty where there is none."""
        lines = self.cells.get((row, self.columns[kind]), []) if kind in self.columns else []
        return join_lines([line.passage for line in lines]) if lines else EMPTY


def agenda_tables(rows: Sequence[TextRow]) -> dict[int, AgendaTable]:
    """The tables of the agenda among the rows, by the number of the table."""
    grids: dict[int, Lines] = {}
    for row in rows:
        cell = row.row.cell
        if cell is not None:
            grids.setdefault(cell.table, {}).setdefault((cell.row, cell.column), []).append(row)
    return {number: found for number, grid in grids.items() if (found := _agenda(grid)) is not None}


def _agenda(grid: Lines) -> AgendaTable | None:
    first = min(row for row, _ in grid)
    columns: dict[str, int] = {}
    for column, lines in cells_of(grid, first, width_of(grid)):
        words = fold(join_lines([line.passage for line in lines]).text).strip(" .:")
        if len(words) > _LONGEST or _DECIDES.search(words):
            return None
        kind = next((k for k, pattern in _COLUMNS if pattern.search(words)), None)
        if kind is not None:
            columns.setdefault(kind, column)
    told = "title" in columns and ("speaker" in columns or "time" in columns)
    return AgendaTable(dict(grid), columns, first) if told else None
