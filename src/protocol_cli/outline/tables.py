"""Tables of assignments: «№ · Поручение · Ответственный · Срок · Примечание», the columns in any order.

To add a heading's spelling, add it to `COLUMNS` and a case to `tests/outline/cases/tables.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from protocol_cli.layout.normalise import fold
from protocol_cli.layout.paragraphs import TextRow, join_lines
from protocol_cli.layout.passage import EMPTY, Passage

Lines = dict[tuple[int, int], list[TextRow]]

# What a column holds, by the words of its heading; the first that fits.
COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("number", r"(?:№|n)(?: ?п ?[/.]? ?п\.?)?\.?$|п ?/ ?п$|номер$"),
        ("deadline", r"\bсрок|^когда$|^до какого|дата исполнен|дата выполн|период исполн"),
        ("co", r"соисполн"),
        ("responsible", r"ответств|исполнител|\bкому\b|^кто$|\bотв\b"),
        ("note", r"примечан|статус|отметка|ход исполн|результат|комментар"),
        ("control", r"контрол"),
        ("agenda", r"(?:пункт|вопрос) повестк"),
        (
            "text",
            r"поручен|решени|мероприят|содержан|задач|задани|вопрос|действ|наименован|предмет|что сделать|постанов",
        ),
    )
)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of assignments: its cells by (row, column), the column of each kind, the row of the headings."""

    cells: Lines
    columns: dict[str, int]
    heading: int

    @property
    def rows(self) -> list[int]:
        """The numbers of the rows below the headings, in order."""
        return sorted({r for r, _ in self.cells if r > self.heading})

    def passage(self, row: int, kind: str) -> Passage:
        """What a row's cell of a kind says, its lines joined; empty where there is none."""
        lines = self.cells.get((row, self.columns[kind]), []) if kind in self.columns else []
        return join_lines([line.passage for line in lines]) if lines else EMPTY


def assignment_tables(rows: Sequence[TextRow]) -> list[Table]:
    """The tables of assignments among the rows, in order; one that goes on without headings (over a page) is one."""
    grids: dict[int, Lines] = {}
    for row in rows:
        cell = row.row.cell
        if cell is not None:
            grids.setdefault(cell.table, {}).setdefault((cell.row, cell.column), []).append(row)
    out: list[Table] = []
    for grid in grids.values():
        headed = _headed(grid)
        if headed is not None:
            out.append(headed)
        elif out and _same_width(grid, out[-1].cells):
            last = out[-1]
            base = 1 + max(r for r, _ in last.cells)
            last.cells.update({(r + base, c): lines for (r, c), lines in grid.items()})
    return out


def _same_width(a: Lines, b: Lines) -> bool:
    return max(c for _, c in a) == max(c for _, c in b) >= 1


def _headed(grid: Lines) -> Table | None:
    """The table with its columns named by the first row (or the second, under a title)."""
    for first in sorted({r for r, _ in grid})[:2]:
        found: dict[str, int] = {}
        for (row, column), lines in sorted(grid.items(), key=lambda x: x[0]):
            if row != first:
                continue
            words = fold(join_lines([line.passage for line in lines]).text).strip(" .:")
            kind = next((k for k, pattern in COLUMNS if pattern.search(words)), None)
            if kind is not None and kind not in found and len(words) < 70:
                found[kind] = column
        if "text" in found and ({"responsible", "deadline"} & set(found)):
            return Table(dict(grid), found, first)
    return None
