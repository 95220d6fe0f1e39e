"""Decisions in a table: a row of the table to an assignment."""

from __future__ import annotations

import datetime as dt
import re

from protocol_cli.layout.normalise import fold
from protocol_cli.layout.numbering import read_mark
from protocol_cli.layout.paragraphs import join_lines
from protocol_cli.layout.passage import EMPTY, Passage
from protocol_cli.models import Assignment
from protocol_cli.outline.tables import COLUMNS, Table
from protocol_cli.sections.assignments import Given, assignments_of
from protocol_cli.sections.items import Item
from protocol_cli.sections.labels import LabelKind, Tail
from protocol_cli.sections.paper import Paper

_TAILS = (
    (LabelKind.RESPONSIBLE, "responsible"),
    (LabelKind.CO, "co"),
    (LabelKind.DEADLINE, "deadline"),
    (LabelKind.CONTROL, "control"),
)
Cells = dict[str, Passage]


def read_table(paper: Paper, table: Table, anchor: dt.date | None, agenda_item: str | None) -> list[Assignment]:
    """The assignments of a table, a row each; a row without a number goes on with the one above, a merged cell serves all its rows."""
    drafts: list[Cells] = []
    held: dict[str, tuple[int, Passage]] = {}
    for row in table.rows:
        cells = {kind: table.passage(row, kind) for kind in table.columns}
        for kind in ("deadline", "responsible", "co"):
            _spread(table, row, kind, cells, held)
        if _repeats_heading(cells):
            continue
        if drafts and "number" in table.columns and not cells["number"] and _goes_on(cells):
            for kind, passage in cells.items():
                if passage:
                    drafts[-1][kind] = join_lines([p for p in (drafts[-1].get(kind, EMPTY), passage) if p])
        elif re.search(r"[А-Яа-яЁё]{3}", cells["text"].text):
            drafts.append(cells)
    return [a for cells in drafts for a in _row(paper, cells, anchor, agenda_item)]


def _spread(table: Table, row: int, kind: str, cells: Cells, held: dict[str, tuple[int, Passage]]) -> None:
    if kind not in table.columns:
        return
    lines = table.cells.get((row, table.columns[kind]))
    if lines and lines[0].row.cell is not None and lines[0].row.cell.row_span > 1:
        held[kind] = (row + lines[0].row.cell.row_span, cells[kind])
    elif not lines and kind in held and row < held[kind][0]:
        cells[kind] = held[kind][1]


def _repeats_heading(cells: Cells) -> bool:
    patterns = dict(COLUMNS)
    named = [k for k, p in cells.items() if p and patterns[k].search(fold(p.text).strip(" .:")) and len(p) < 40]
    return len(named) >= 2 and "text" in named


def _goes_on(cells: Cells) -> bool:
    text = cells["text"].text
    return not text or text[:1].islower()


def _row(paper: Paper, cells: Cells, anchor: dt.date | None, agenda_item: str | None) -> list[Assignment]:
    text, number = cells["text"], cells.get("number", EMPTY)
    if number:
        mark = read_mark(number.text if number.text.endswith((".", ")")) else number.text + ".")
        body = text
    else:
        mark = read_mark(text.text)
        body = text[mark.length :] if mark is not None else text
    tails = [
        Tail(kind, value.strip().rstrip(";, "))
        for kind, column in _TAILS
        if (value := cells.get(column, EMPTY)) and re.search(r"\w", value.text)
    ]
    item = Item(mark, [body], tails, printed=number or None)
    item.whole = [p for p in (number, text, *(t.value for t in tails)) if p]
    return assignments_of(paper, [item], anchor, agenda_item, Given())
