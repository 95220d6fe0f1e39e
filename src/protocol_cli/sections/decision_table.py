"""Decisions in a table: a row of the table to an assignment, or several where its cell holds numbered items."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from protocol_cli.layout.joining import join_cell
from protocol_cli.layout.normalise import fold
from protocol_cli.layout.numbering import Mark, MarkKind, read_mark
from protocol_cli.layout.passage import EMPTY, Passage
from protocol_cli.layout.text_rows import TextRow
from protocol_cli.models import AgendaItem, Assignment
from protocol_cli.outline.tables import Table, repeats_headings
from protocol_cli.sections.assignments import Given, assignments_of
from protocol_cli.sections.items import Item
from protocol_cli.sections.labels import LabelKind, Tail, opens_label, split_labels
from protocol_cli.sections.ordinals import question_number
from protocol_cli.sections.paper import Paper
from protocol_cli.sections.table_cells import executors, items_of, parallel, who_and_when, without_number

_TAILS = (
    (LabelKind.RESPONSIBLE, "responsible"),
    (LabelKind.RESPONSIBLE, "who-and-when"),
    (LabelKind.CO, "co"),
    (LabelKind.DEADLINE, "deadline"),
    (LabelKind.CONTROL, "control"),
)
_NAMED = ("responsible", "co")
_SHARED = ("deadline", "responsible", "co", "control", "who-and-when")
_TOTAL = re.compile(r"(?:итого|всего)\b")
_NAMED_ANEW = re.compile(r"(?:то же|он же|тот же|она же|те же|—\"—|-\"-|\"-\"|\")$")


@dataclass(slots=True)
class _Draft:
    """A row of the table: the lines of its cells by kind, and the agenda item it stands under."""

    cells: dict[str, list[TextRow]]
    agenda_item: str | None = None
    widths: dict[str, float] = field(default_factory=dict)

    def passage(self, kind: str) -> Passage:
        return join_cell(self.cells.get(kind, []))


def read_table(
    paper: Paper, table: Table, anchor: dt.date | None, agenda_item: str | None, agenda: Sequence[AgendaItem] = ()
) -> list[Assignment]:
    """The assignments of a table, in order; a row without a number goes on with the one above, a merged cell serves all its rows.

    A line across the table, or the column of the questions, ties the rows below to the `agenda`'s item.
    """
    drafts: list[_Draft] = []
    held: dict[str, tuple[int, list[TextRow]]] = {}
    widths = {kind: _reach(table, kind) for kind in table.columns}
    under = agenda_item
    for row in table.rows:
        if (title := table.title(row)) is not None:
            under = _agenda_number(title.text, agenda) or agenda_item
            continue
        cells = {kind: table.lines(row, kind) for kind in table.columns}
        for kind in _SHARED:
            _spread(row, kind, cells, held)
        draft = _Draft(cells, under, widths)
        told = {kind: draft.passage(kind) for kind in cells}
        if repeats_headings(told) or _is_total(told):
            continue
        if question := told.get("agenda", EMPTY):
            under = draft.agenda_item = _agenda_number(question.text, agenda) or agenda_item
        if drafts and "number" in table.columns and not told["number"] and _goes_on(told["text"].text):
            for kind, lines in cells.items():
                drafts[-1].cells[kind] = [*drafts[-1].cells.get(kind, []), *lines]
        elif re.search(r"[А-Яа-яЁё]{3}", told["text"].text):
            _repeat(drafts, draft)
            drafts.append(draft)
    return [a for draft in drafts for a in _assignments(paper, draft, anchor)]


def _reach(table: Table, kind: str) -> float:
    column = table.columns[kind]
    return max((line.reach for (_, c), lines in table.cells.items() if c == column for line in lines), default=0.0)


def _spread(row: int, kind: str, cells: dict[str, list[TextRow]], held: dict[str, tuple[int, list[TextRow]]]) -> None:
    lines = cells.get(kind)
    if lines is None:
        return
    span = max((line.row.cell.row_span for line in lines if line.row.cell is not None), default=1)
    if span > 1:
        held[kind] = (row + span, lines)
    elif not lines and kind in held and row < held[kind][0]:
        cells[kind] = held[kind][1]


def _repeat(drafts: Sequence[_Draft], draft: _Draft) -> None:
    """«То же» in a cell stands for what the cell above says."""
    for kind in _SHARED:
        if drafts and draft.cells.get(kind) and _NAMED_ANEW.match(fold(draft.passage(kind).text).strip(" .")):
            draft.cells[kind] = drafts[-1].cells.get(kind, [])


def _is_total(told: dict[str, Passage]) -> bool:
    filled = [fold(passage.text) for passage in told.values() if passage]
    return bool(filled) and any(_TOTAL.match(text) and len(text) < 60 for text in filled[:2])


def _goes_on(text: str) -> bool:
    return not text or text[:1].islower()


def _agenda_number(text: str, agenda: Sequence[AgendaItem]) -> str | None:
    """The agenda item that a cell or a line across the table names, by its title or its number."""
    mark = read_mark(text if text.rstrip().endswith((".", ")")) or not text.isdigit() else text + ".")
    question = question_number(text)
    named = question.number if question is not None else mark.number if mark is not None else None
    bare = _key(text[question.length if question is not None else mark.length if mark is not None else 0 :])
    for item in agenda:
        if item.number and bare and _key(item.title or "") == bare:
            return item.number
    numbers = {item.number for item in agenda}
    return named if named in numbers else None


def _key(title: str) -> str:
    return " ".join(re.findall(r"\w+", fold(title)))


def _assignments(paper: Paper, draft: _Draft, anchor: dt.date | None) -> list[Assignment]:
    number = draft.passage("number")
    pieces = items_of(draft.cells["text"])
    if len(pieces) == 1:
        item = _item(number, draft.passage("text"), _tails(draft, [None])[0])
        return assignments_of(paper, [item], anchor, draft.agenda_item, Given())
    above = _mark(number)
    items: list[Item] = []
    marks = [read_mark(lines[0].text) for lines in pieces]
    numbers = [mark.number if mark is not None else None for mark in marks]
    for lines, tails in zip(pieces, _tails(draft, numbers), strict=True):
        item = _item(EMPTY, join_cell(lines), tails)
        if above is not None and item.mark is not None and item.mark.depth <= above.depth:
            item.parent = Item(above)
        items.append(item)
    return assignments_of(paper, items, anchor, draft.agenda_item, Given())


def _mark(number: Passage) -> Mark | None:
    return read_mark(number.text if number.text.endswith((".", ")")) else number.text + ".") if number else None


def _item(number: Passage, text: Passage, tails: list[Tail]) -> Item:
    mark = _mark(number)
    body, printed = text, number or None
    inner = read_mark(text.text)
    if inner is not None and (not number or _repeats(inner, mark)):
        mark, body = inner, text[inner.length :].strip()
        printed = printed or text[: inner.length].strip()
    item = Item(mark, [body], tails, printed=printed)
    item.whole = [p for p in (number, text, *(t.value for t in tails)) if p]
    return item


def _repeats(inner: Mark, outer: Mark | None) -> bool:
    """Whether the number at the head of a cell is the row's own again: «1» beside «1. Утвердить …» or «1.1. …»."""
    if inner.kind is not MarkKind.ARABIC or outer is None or outer.kind is not MarkKind.ARABIC:
        return False
    return inner.values[: outer.depth] == outer.values


def _tails(draft: _Draft, numbers: Sequence[str | None]) -> list[list[Tail]]:
    """What the row's other cells say of each of the items with these `numbers`."""
    out: list[list[Tail]] = [[] for _ in numbers]
    for kind, column in _TAILS:
        lines = draft.cells.get(column) or []
        width = draft.widths.get(column, 0.0)
        if not lines:
            continue
        parts = parallel(lines, numbers, width) if len(numbers) > 1 else None
        if parts is None:
            told = _told(kind, column, lines, width)
            for tails in out:
                tails += told
            continue
        for tails, own in zip(out, parts, strict=True):
            tails += _told(kind, column, own, width, numbered=True) if own else []
    return out


def _told(
    kind: LabelKind, column: str, lines: Sequence[TextRow], width: float, *, numbered: bool = False
) -> list[Tail]:
    """What the lines of a cell say; `numbered`: they may begin with the number of the item they belong to."""
    if column == "who-and-when":
        who, told = who_and_when(lines, width)
        return [Tail(kind, who), *told] if re.search(r"\w", who.text) else told
    value = join_cell(lines)
    if column in _NAMED and opens_label(value.text):
        return split_labels(value, bracket=True)[1]  # «Отв.: Юров К.К.» / «Соисп.: Сомов С.С.»
    value = executors(lines, width) if column in _NAMED else value
    value = (without_number(value) if numbered else value).strip().rstrip(";, ")
    return [Tail(kind, value)] if re.search(r"\w", value.text) else []
