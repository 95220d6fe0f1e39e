"""A table that runs over several pages is one table: its rows count on, its head is read once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from protocol_cli.readers.source import Cell, Line, Page

# In points: how far the edges of two pieces of one table may be apart.
TOLERANCE = 6.0
_FIGURES = re.compile(r"\d+")
FURNITURE_LENGTH = 12  # characters: a page number may stand between the two pieces


def join_tables(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages with every table that continues the last one of the page before counted on with it."""
    joined: list[Page] = []
    longer: dict[tuple[int, int, int], int] = {}
    for page in pages:
        before = joined[-1] if joined else None
        joined.append(_continued(before, page, longer) if before is not None else page)
    return tuple(_with_spans(page, longer) for page in joined) if longer else tuple(joined)


def _with_spans(page: Page, longer: dict[tuple[int, int, int], int]) -> Page:
    """The page with its merged cells as long as they are over all pages."""
    lines = []
    for line in page.lines:
        cell = line.cell
        if cell is not None and (span := longer.get((cell.table, cell.row, cell.column))) is not None:
            line = replace(line, cell=replace(cell, row_span=span))
        lines.append(line)
    return replace(page, lines=tuple(lines))


def _continued(before: Page, page: Page, longer: dict[tuple[int, int, int], int]) -> Page:
    """The page with its first table counted on with the last one of the page before; merged cells that go on are put in `longer`."""
    if not any(line.cell for line in before.lines) or not any(line.cell for line in page.lines):
        return page
    running = {_stands(line) for line in before.lines} & {_stands(line) for line in page.lines}
    last = _edge_table(before.lines, running, last=True)
    first = _edge_table(page.lines, running, last=False)
    if last is None or first is None:
        return page
    upper = [line for line in before.lines if line.cell and line.cell.table == last]
    head, rows = _row(upper, 0), 1 + max(line.cell.row for line in upper if line.cell)
    lower = [line for line in page.lines if line.cell and line.cell.table == first]
    repeated = _row(lower, 0) == head and len(head) > 1
    if not repeated and not _same_columns(before.lines, last, page.lines, first):
        return page
    begin = int(repeated)
    # The row is the same one when it has nothing in its first column, where the number stands.
    broken = not any(line.cell and line.cell.row == begin and line.cell.column == 0 for line in lower)
    shift = rows - begin - int(broken)
    lines = []
    for line in page.lines:
        cell = line.cell
        if cell is not None and cell.table == first:
            line = replace(
                line, cell=replace(cell, table=last, row=cell.row + shift), furniture=repeated and cell.row == 0
            )
        lines.append(line)
    cells = tuple(
        replace(cell, table=last, row=cell.row + shift) if cell.table == first else cell for cell in page.cells
    )
    counted = replace(page, lines=tuple(lines), cells=cells)
    _lengthen(before, counted, last, begin + shift, longer)
    return counted


def _lengthen(before: Page, page: Page, table: int, first: int, longer: dict[tuple[int, int, int], int]) -> None:
    """Add the merged cells at the foot of a page that go on at the head of the next one, where they are empty."""
    filled = {(line.cell.row, line.cell.column) for line in page.lines if line.cell and line.cell.table == table}
    foot = max((c.row + c.row_span for c in before.cells if c.table == table), default=0)
    above = {c.column: c for c in before.cells if c.table == table and c.row + c.row_span == foot}
    for cell in page.cells:
        held = above.get(cell.column)
        if cell.table != table or cell.row != first or held is None or (cell.row, cell.column) in filled:
            continue
        if held.row_span > 1 or cell.row_span > 1:
            longer[table, held.row, held.column] = cell.row + cell.row_span - held.row


def _stands(line: Line) -> tuple[str, int]:
    """What a line says, whatever its figures, and how high it stands: alike on both pages, it is a running head or foot."""
    return _FIGURES.sub("0", line.text), round(line.box.bottom / TOLERANCE) if line.box else 0


def _edge_table(lines: Sequence[Line], running: set[tuple[str, int]], *, last: bool) -> int | None:
    """The table at the foot (or at the head) of a page with nothing but a page number or a running head beyond it."""
    for line in sorted(lines, key=lambda line: line.box.bottom if line.box else 0.0, reverse=last):
        if line.cell is not None:
            return line.cell.table
        if _stands(line) in running:
            continue
        if len(line.text) > FURNITURE_LENGTH or not any(char.isdigit() for char in line.text):
            return None
    return None


def _same_columns(upper: Sequence[Line], one: int, lower: Sequence[Line], other: int) -> bool:
    above, below = _columns(upper, one), _columns(lower, other)
    shared = above.keys() & below.keys()
    return bool(shared) and all(abs(above[column] - below[column]) <= TOLERANCE for column in shared)


def _columns(lines: Sequence[Line], table: int) -> dict[int, float]:
    """The leftmost text of each column: cells are set alike on all pages."""
    found: dict[int, float] = {}
    for line in lines:
        if line.cell is not None and line.cell.table == table and line.box is not None and not _is_head(line.cell):
            found[line.cell.column] = min(found.get(line.cell.column, line.box.x0), line.box.x0)
    return found


def _is_head(cell: Cell) -> bool:
    return cell.row == 0 and cell.row_span == 1 and cell.column_span > 1


def _row(lines: Sequence[Line], row: int) -> list[tuple[int, str]]:
    return [(line.cell.column, line.text) for line in lines if line.cell and line.cell.row == row]
