"""Tables of people: «№ · ФИО · Должность · Подпись», the columns in any order.

To add a heading's spelling, add it to `_COLUMNS` and a case to `tests/outline/cases/people_tables.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from protocol_cli.layout.joining import join_cell, join_lines
from protocol_cli.layout.normalise import fold
from protocol_cli.layout.passage import EMPTY, Passage
from protocol_cli.layout.text_rows import TextRow
from protocol_cli.outline.table_headings import Lines, cells_of, column_kind, width_of

# What a column holds, by the words of its heading; the first that fits.
_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("number", r"(?:№|n)(?: ?п ?[/.]? ?п\.?)?\.?$|п ?/ ?п$|номер$"),
        ("sign", r"подпис|роспис"),
        ("attendance", r"присутств|явка|отметка|форма участия|участие$"),
        ("name", r"ф\.? ?и\.? ?о\b|фамили|^имя|^участник|^член\w*|^приглаш[её]нн"),
        ("post", r"должност|^роль|^статус|^звание|в составе"),
        (
            "body",
            r"организаци|предприяти|учреждени|подразделени|место работы|ведомств|компани|^орган\b|кого представля|сторона",
        ),
    )
)
_LONGEST = 60  # characters of a heading
_LONGEST_MERGED = 30  # rows that one cell serves
_TITLES = 1  # rows that may stand above the headings


@dataclass(frozen=True, slots=True)
class PeopleTable:
    """A table of people: its cells by (row, column), the column of each kind, the row of the headings, its columns' count."""

    cells: Lines
    columns: dict[str, int]
    heading: int
    width: int

    def passage(self, row: int, kind: str) -> Passage:
        """What a row's cell of a kind says; empty where there is none."""
        lines = self.cells.get((row, self.columns[kind]), []) if kind in self.columns else []
        return join_cell(lines)

    def lines(self, row: int, kind: str) -> list[TextRow]:
        """The lines of a row's cell of a kind."""
        return self.cells.get((row, self.columns[kind]), []) if kind in self.columns else []

    def shared(self, row: int, kind: str) -> Passage:
        """What a row's cell of a kind says, or the merged cell above that serves it too."""
        for above in range(row, max(self.heading, row - _LONGEST_MERGED), -1):
            lines = self.lines(above, kind)
            if lines:
                spans = max(line.row.cell.row_span for line in lines if line.row.cell is not None)
                return join_cell(lines) if above + spans > row else EMPTY
        return EMPTY

    def title(self, row: int) -> Passage | None:
        """What a row that only heads those below says («Приглашённые»); None for a row of a person."""
        filled = [lines for _, lines in cells_of(self.cells, row, self.width)]
        if len(filled) != 1:
            return None
        cell, words = filled[0][0].row.cell, join_lines([line.passage for line in filled[0]])
        wide = cell is not None and cell.column_span > 1
        return words if wide or _LABELS.match(fold(words.text)) else None


_LABELS = re.compile(
    r"(?:также )?(?:присутств|отсутств|приглаш|члены|участник|председател[ьи]|секретар|состав |постоянн|от |представител)[^,]{0,60}:?$"
)


def people_tables(rows: Sequence[TextRow]) -> dict[int, PeopleTable]:
    """The tables of people among the rows, by the number of the table."""
    grids: dict[int, Lines] = {}
    for row in rows:
        cell = row.row.cell
        if cell is not None:
            grids.setdefault(cell.table, {}).setdefault((cell.row, cell.column), []).append(row)
    return {number: found for number, grid in grids.items() if (found := _people(grid)) is not None}


def names_people(grid: Lines) -> bool:
    """Whether the headings of a table say that it lists people."""
    return _people(grid) is not None


def _people(grid: Lines) -> PeopleTable | None:
    for first in sorted({r for r, _ in grid})[: _TITLES + 1]:
        columns: dict[str, int] = {}
        assigns = False
        for (row, column), lines in sorted(grid.items(), key=lambda item: item[0]):
            words = fold(join_lines([line.passage for line in lines]).text).strip(" .:") if row == first else ""
            if not words or len(words) > _LONGEST:
                continue
            kind = next((k for k, pattern in _COLUMNS if pattern.search(words)), None)
            if kind is not None:
                columns.setdefault(kind, column)
            elif column_kind(words) in ("text", "deadline"):
                assigns = True
        if "name" in columns and len(columns.keys() - {"name", "number"}) > 0 and not assigns:
            return PeopleTable(dict(grid), columns, first, width_of(grid))
    return None
