"""Tables of assignments: «№ · Поручение · Ответственный · Срок · Примечание», the columns in any order.

A table on its side (the headings one under another, an assignment to a column) is turned. Tables that only tell how
earlier assignments were carried out are told apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from protocol_cli.grammar.organisations import dative_executors
from protocol_cli.grammar.verbs import starts_with_infinitive
from protocol_cli.layout.joining import join_cell, join_lines
from protocol_cli.layout.normalise import fold
from protocol_cli.layout.passage import Passage
from protocol_cli.layout.text_rows import TextRow
from protocol_cli.outline.people_tables import names_people
from protocol_cli.outline.table_headings import (
    ANSWERS,
    Lines,
    cells_of,
    column_kind,
    is_heading_of,
    read_headings,
    width_of,
)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of assignments: its cells by (row, column), the column of each kind, the row of the headings, its columns' count."""

    cells: Lines
    columns: dict[str, int]
    heading: int
    width: int

    @property
    def rows(self) -> list[int]:
        """The numbers of the rows below the headings, in order."""
        return sorted({r for r, _ in self.cells if r > self.heading})

    @property
    def first_line(self) -> int:
        """The index of the document's row at which the table begins."""
        return min(line.index for lines in self.cells.values() for line in lines)

    def lines(self, row: int, kind: str) -> list[TextRow]:
        """The lines of a row's cell of a kind."""
        return self.cells.get((row, self.columns[kind]), []) if kind in self.columns else []

    def passage(self, row: int, kind: str) -> Passage:
        """What a row's cell of a kind says, its lines joined; empty where there is none."""
        return join_cell(self.lines(row, kind))

    def title(self, row: int) -> Passage | None:
        """What a row that only heads those below says: one cell across the table, with or without a number before it."""
        filled = cells_of(self.cells, row, self.width)
        number = self.columns.get("number")
        if not filled or len(filled) > 2 or (len(filled) == 2 and filled[0][0] != number):
            return None
        column, lines = filled[-1]
        cell = lines[0].row.cell
        wide = cell is not None and cell.column_span > 1
        words = join_lines([line.passage for _, found in filled for line in found])
        said = join_cell(lines).text
        alone = (len(filled) == 1 or (column == self.columns["text"] and self._numbers_below(row))) and (
            column == number or (number is not None and _names_part(said))
        )
        if not (wide or alone) or not re.search(r"[А-Яа-яЁё]{3}", said):
            return None
        # «Принять к сведению …» across the table is a decision without those responsible
        return None if len(said) > _LONGEST_TITLE or starts_with_infinitive(said) else words

    def _numbers_below(self, row: int) -> bool:
        """Whether the row below is numbered under this one: «1.1» under «1»."""
        own, below = self.passage(row, "number").text.rstrip(" .)"), self.passage(row + 1, "number").text
        return bool(own) and below.startswith(own + ".") and below[len(own) + 1 :][:1].isdigit()


_LONGEST_TITLE = 150  # characters
_LONGEST_PART = 80  # characters


def _names_part(said: str) -> bool:
    """Whether the only cell of a row names a part of the table («Организационные вопросы») and instructs nobody."""
    closed = said.endswith((".", ";", ":", ","))
    return said[:1].isupper() and len(said) < _LONGEST_PART and not closed and not dative_executors(said)[0]


def assignment_tables(rows: Sequence[TextRow]) -> list[Table]:
    """The tables of assignments among the rows, in order; one that goes on without headings (over a page) is one."""
    grids: dict[int, Lines] = {}
    for row in rows:
        cell = row.row.cell
        if cell is not None:
            grids.setdefault(cell.table, {}).setdefault((cell.row, cell.column), []).append(row)
    out: list[Table] = []
    for grid in grids.values():
        if names_people(grid):
            continue
        headed = _headed(grid)
        if headed is not None:
            out.append(headed)
        elif out and _same_width(grid, out[-1].cells):
            last = out[-1]
            base = 1 + max(r for r, _ in last.cells)
            last.cells.update({(r + base, c): lines for (r, c), lines in grid.items()})
    return out


def _same_width(a: Lines, b: Lines) -> bool:
    return width_of(a) == width_of(b) > 1


def _headed(grid: Lines) -> Table | None:
    found = read_headings(grid)
    return Table(dict(grid), found.columns, found.row, width_of(grid)) if found is not None else _turned(grid)


def _turned(grid: Lines) -> Table | None:
    """A table on its side as one upright: its first column holds the headings, again and again when cards follow each other."""
    labels = {row: lines for (row, column), lines in sorted(grid.items()) if column == 0}
    kinds = {row: column_kind(fold(join_lines([x.passage for x in lines]).text)) for row, lines in labels.items()}
    known = [kind for kind in kinds.values() if kind is not None]
    if "text" not in known or not ANSWERS & set(known) or len(known) * 2 <= len(kinds):
        return None
    columns = {kind: place for place, kind in enumerate(dict.fromkeys(known))}
    columns.setdefault("number", len(columns))
    width = width_of(grid)
    cells: Lines = {}
    card = 0
    seen: set[str] = set()
    for (row, column), lines in sorted(grid.items()):
        kind = kinds.get(row)
        if column == 0 and kind in seen and kind == known[0]:
            card, seen = card + 1, set()
        if kind is None or column == 0:
            cells.setdefault((0, columns.get(kind or "", 0)), []).extend(lines)
            seen.add(kind or "")
            if kind == "text" and (number := _numbered(lines)) is not None:
                cells[1 + card * width + 1, columns["number"]] = [number]
            continue
        cell = lines[0].row.cell
        for shared in range(column, column + (cell.column_span if cell is not None else 1)):
            cells.setdefault((1 + card * width + shared, columns[kind]), []).extend(lines)
    return Table(cells, columns, 0, len(columns))


_OWN_NUMBER = re.compile(r"(?:№|N) ?(\d{1,3})$")


def _numbered(lines: Sequence[TextRow]) -> TextRow | None:
    """The number in the heading of a card: «Поручение № 2»."""
    found = _OWN_NUMBER.search(lines[-1].text.rstrip(" .:"))
    if found is None:
        return None
    number = lines[-1].passage.cut(found, 1)
    return replace(lines[-1], passage=number, pieces=(number,))


_MARK = re.compile(
    r"(?:не |частично |полностью |уже )?(?:выполн|исполн|заверш|сделан|снят|перенес|продл|закры|готов|просроч|оплач)|"
    r"(?:в|находится в) (?:работ|процесс|стади|срок)|на (?:контрол|исполнени|согласовани)|\d{1,3} ?%|[+✓√]$"
)
_EARLIER = re.compile(r"\bранее|предыдущ|прошл(?:ого|ом|ых)\b|прошед(?:шего|шем)\b")
_CONTROLS = re.compile(
    r"контрол\w+ (?:за )?(?:исполнени|выполнени)|(?:ход|итоги|результаты?|отчет|информация|о) ?о?б? (?:исполнени|выполнени)|"
    r"^(?:исполнение|выполнение) (?:поручен|решен|протокол)|проверка (?:исполнени|выполнени)"
)
_DECIDES = re.compile(r"реш(?:или|ила|ено|ения)\b|постанов|поручил|договорил|новые")
_NEAR = 3  # rows over a table among which its heading stands


@dataclass(frozen=True, slots=True)
class Earlier:
    """A table that tells how earlier assignments were carried out, and the index of the row that heads it (None without)."""

    table: Table
    heading: int | None


def earlier_tables(tables: Sequence[Table], rows: Sequence[TextRow], *, decided: bool) -> list[Earlier]:
    """Those tables that tell how earlier assignments were carried out, and give none.

    The heading above says so, or the marks are filled and there is another table of assignments (or decisions in a
    list, `decided`).
    """
    marked = [_is_marked(table) for table in tables]
    out = []
    for i, table in enumerate(tables):
        heading = _heading_of(table, rows)
        told = heading is not None and bool(_EARLIER.search(fold(rows[heading].text)))
        others = decided or not all(m for k, m in enumerate(marked) if k != i)
        if (told and (others or marked[i] or "note" in table.columns)) or (
            marked[i] and (others or heading is not None)
        ):
            out.append(Earlier(table, heading))
    return out


def _heading_of(table: Table, rows: Sequence[TextRow]) -> int | None:
    """The row over a table that says it is of earlier assignments, or of how assignments are carried out."""
    first = table.first_line
    for i in range(first - 1, max(-1, first - 1 - _NEAR), -1):
        text = fold(rows[i].text)
        if rows[i].row.cell is not None or _DECIDES.search(text):
            return None
        if _EARLIER.search(text) or _CONTROLS.search(text):
            return i
    return None


def _is_marked(table: Table) -> bool:
    """Whether most rows have their mark of how far it has come: «выполнено», «в работе»."""
    marks = [fold(table.passage(row, "note").text) for row in table.rows if table.title(row) is None]
    return bool(marks) and sum(bool(_MARK.match(mark)) for mark in marks) * 2 > len(marks)


def repeats_headings(cells: dict[str, Passage]) -> bool:
    """Whether a row only repeats the headings, as over a page."""
    named = [k for k, p in cells.items() if p and len(p) < 40 and is_heading_of(k, fold(p.text))]
    return len(named) >= 2 and "text" in named
