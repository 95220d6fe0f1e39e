"""The columns of the list of assignments under control, for all formats that are tables.

The list is that of the regulations on office work: document, item, text, responsible, those who take part, the term as
written and as a date, who controls, the mark of execution.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from protocol_cli.export.rows import AssignmentRow, State
from protocol_cli.export.wording import KINDS, STATES, document_title, item_title, short_day, term_text

Value = str | int | dt.date | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its width in characters, and what a row has in it."""

    title: str
    width: int
    value: Callable[[AssignmentRow], Value]


def done_mark(row: AssignmentRow) -> str:
    """The mark of execution: when it was done, and the term before it was extended."""
    said = [f"{STATES[row.state]} {short_day(row.done_on)}"] if row.state in (State.DONE, State.DONE_LATE) else []
    if row.extended:
        said.append(f"срок продлён, был {short_day(row.stated_due)}")
    return "; ".join(said)


COLUMNS: tuple[Column, ...] = (
    Column("Документ", 24, lambda row: document_title(row.record)),
    Column("Пункт", 9, lambda row: item_title(row.record)),
    Column("Поручение", 50, lambda row: row.text),
    Column("Ответственный", 22, lambda row: row.lead),
    Column("Соисполнители", 20, lambda row: "; ".join(row.others)),
    Column("Срок", 11, lambda row: row.due),
    Column("Срок в документе", 18, term_text),
    Column("Вид срока", 12, lambda row: KINDS.get(str(row.get("kind")), "")),
    Column("Срок с учётом выходных", 12, lambda row: row.next_due),
    Column("Состояние", 14, lambda row: STATES[row.state]),
    Column("Просрочено, дней", 12, lambda row: -row.days if row.state is State.OVERDUE and row.days else None),
    Column("Отметка об исполнении", 18, done_mark),
    Column("Файл", 18, lambda row: row.get("source")),
    Column("Страница", 10, lambda row: row.get("page")),
    Column("Код", 14, lambda row: row.id),
)
