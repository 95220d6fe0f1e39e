"""Decisions in a table: «№ · Поручение · Ответственный · Срок · Примечание», the columns in any order."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from protocol_cli.layout.normalise import fold
from protocol_cli.layout.numbering import read_mark
from protocol_cli.layout.paragraphs import TextRow, join_lines
from protocol_cli.layout.passage import EMPTY, Passage
from protocol_cli.models import Assignment
from protocol_cli.sections.assignments import Given, assignments_of
from protocol_cli.sections.items import Item
from protocol_cli.sections.labels import LabelKind, Tail
from protocol_cli.sections.paper import Paper

Grid = dict[tuple[int, int], list[TextRow]]

# What a column holds, by the words of its heading; the first that fits.
_COLUMNS: tuple[tuple[str, str], ...] = (
    ("number", r"(?:№|n)(?: ?п ?/ ?п| ?пп)?\.?$|п/п|номер"),
    ("deadline", r"срок|дата исполнен|дата выполн|период"),
    ("co", r"соисполн"),
    ("responsible", r"ответств|исполнител|кому|отв\b"),
    ("note", r"примечан|статус|отметка|ход исполн|результат|комментар"),
    ("control", r"контрол"),
    ("agenda", r"(?:пункт|вопрос) повестк"),
    ("text", r"поручен|решени|мероприят|содержан|задач|задани|вопрос|действ|наименован|предмет|что сделать|постанов"),
)


def table_rows(rows: Sequence[TextRow]) -> tuple[list[Grid], list[TextRow]]:
    """The tables of decisions among the rows, each as a grid of cells, and the rows outside them."""
    grids: dict[int, Grid] = {}
    rest: list[TextRow] = []
    for row in rows:
        cell = row.row.cell
        if cell is None:
            rest.append(row)
        else:
            grids.setdefault(cell.table, {}).setdefault((cell.row, cell.column), []).append(row)
    tables = []
    columns: dict[int, str] | None = None
    for grid in grids.values():
        width = 1 + max(c for _, c in grid)
        if _heading(grid) is not None or (columns is not None and width >= 2):
            columns = _heading(grid) or columns
            tables.append(grid)
        else:
            rest.extend(r for cell in grid.values() for r in cell)
    return _merged(tables), sorted(rest, key=lambda r: r.index)


def _heading(grid: Grid) -> dict[int, str] | None:
    """What each column holds, by the first row or two; None when the table is no table of assignments."""
    for first in range(min(2, 1 + max(r for r, _ in grid))):
        found: dict[int, str] = {}
        for (row, column), lines in sorted(grid.items()):
            if row != first:
                continue
            words = fold(join_lines([line.passage for line in lines]).text)
            kind = next((k for k, pattern in _COLUMNS if re.search(pattern, words)), None)
            if kind is not None and kind not in found.values():
                found[column] = kind
        if "text" in found.values() and ({"responsible", "deadline"} & set(found.values())):
            return found
    return None


def _merged(tables: list[Grid]) -> list[Grid]:
    """A table that goes on without a heading (over a page) joined to the one above."""
    out: list[Grid] = []
    for grid in tables:
        if out and _heading(grid) is None:
            base = 1 + max(r for r, _ in out[-1])
            for (row, column), lines in grid.items():
                out[-1][row + base, column] = lines
        else:
            out.append(dict(grid))
    return out


def read_table(paper: Paper, grid: Grid, anchor: dt.date | None, agenda_item: str | None) -> list[Assignment]:
    """The assignments of a table, a row each; a row without a number and with an empty first cell goes on with the one above."""
    columns = _heading(grid)
    if columns is None:
        return []
    by_kind = {kind: column for column, kind in columns.items()}
    heading_row = next(r for r, c in sorted(grid) if c in columns and _heading_at(grid, r) is not None)
    out: list[Assignment] = []
    current = agenda_item
    held: dict[str, tuple[int, Passage]] = {}
    drafts: list[dict[str, Passage]] = []
    for row in sorted({r for r, _ in grid if r > heading_row}):
        cells = {kind: _cell(grid, row, column) for kind, column in by_kind.items()}
        for kind in ("deadline", "responsible"):
            if kind not in by_kind:
                continue
            lines = grid.get((row, by_kind[kind]))
            if lines and lines[0].row.cell is not None and lines[0].row.cell.row_span > 1:
                held[kind] = (row + lines[0].row.cell.row_span, cells[kind])
            elif not lines and kind in held and row < held[kind][0]:
                cells[kind] = held[kind][1]
        if _repeats_heading(cells):
            continue
        number = cells.get("number", EMPTY)
        if drafts and not number and "number" in by_kind and _continues(cells):
            for kind, passage in cells.items():
                if passage:
                    drafts[-1][kind] = join_lines([p for p in (drafts[-1].get(kind, EMPTY), passage) if p])
            continue
        if cells.get("text"):
            drafts.append(cells)
        elif number and not any(cells.get(k) for k in ("responsible", "deadline")):
            continue
    for cells in drafts:
        out.extend(_row(paper, cells, anchor, current))
    return out


def _heading_at(grid: Grid, row: int) -> bool | None:
    words = " ".join(fold(line.text) for (r, _), lines in grid.items() if r == row for line in lines)
    return True if re.search(r"поручен|решени|мероприят|содержан|задач|задани|вопрос|действ|наименован|предмет|постанов", words) else None


def _cell(grid: Grid, row: int, column: int) -> Passage:
    lines = grid.get((row, column), [])
    return join_lines([line.passage for line in lines]) if lines else EMPTY


def _repeats_heading(cells: dict[str, Passage]) -> bool:
    return any(re.match(pattern, fold(cells[kind].text)) and len(cells[kind]) < 30 for kind, pattern in _COLUMNS if cells.get(kind) and kind in ("responsible", "deadline")) and all(
        len(p) < 40 for p in cells.values()
    )


def _continues(cells: dict[str, Passage]) -> bool:
    text = cells.get("text", EMPTY).text
    return not text or text[:1].islower()


def _row(paper: Paper, cells: dict[str, Passage], anchor: dt.date | None, agenda_item: str | None) -> list[Assignment]:
    text, number = cells["text"], cells.get("number", EMPTY)
    mark = read_mark(number.text if number.text.endswith((".", ")")) else number.text + ".") if number else read_mark(text.text)
    body = text[mark.length :] if mark is not None and not number else text
    tails = []
    for kind, column in ((LabelKind.RESPONSIBLE, "responsible"), (LabelKind.CO, "co"), (LabelKind.DEADLINE, "deadline"), (LabelKind.CONTROL, "control")):
        value = cells.get(column)
        if value and re.search(r"\w", value.text):
            tails.append(Tail(kind, value.strip().rstrip(";, ")))
    item = Item(mark, [body], tails, printed=number or None)
    item.whole = [p for p in (number, text, *(t.value for t in tails)) if p]
    return assignments_of(paper, [item], anchor, agenda_item, Given())


