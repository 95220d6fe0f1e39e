"""The words that stand in the files: Russian, as the papers are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from protocol_cli.export.rows import AssignmentRow, State

STATES = {
    State.DONE: "исполнено",
    State.DONE_LATE: "исполнено с нарушением срока",
    State.OVERDUE: "просрочено",
    State.SOON: "срок истекает",
    State.OPEN: "на исполнении",
    State.RECURRING: "повторяется",
    State.UNDATED: "без даты",
}
KINDS = {
    "date": "дата",
    "period": "период",
    "recurring": "повторяется",
    "ongoing": "постоянно",
    "relative": "отсчитывается",
    "event": "по событию",
    "immediate": "немедленно",
}
DOCUMENT_KINDS = {
    "letter": "письмо",
    "protocol": "протокол",
    "assignments": "перечень поручений",
    "other": "документ",
}
ATTENDANCE = {"present": "присутствует", "absent": "отсутствует", "invited": "приглашён"}
NOBODY = "Ответственный не назван"
MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip
WEEKDAYS = ("пн", "вт", "ср", "чт", "пт", "сб", "вс")


@lru_cache(maxsize=4096)
def short_day(day: dt.date | None) -> str:
    """«10.06.2021»; nothing for no day."""
    return f"{day.day:02}.{day.month:02}.{day.year:04}" if day else ""


def long_day(day: dt.date) -> str:
    """«10 июня 2021 г.»."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year} г."


@lru_cache(maxsize=4096)
def iso_short(day: str | None) -> str:
    """«10.06.2021» of "2021-06-10"."""
    return short_day(dt.date.fromisoformat(day)) if day else ""


def numbered(kind: str, number: str | None, date: str | None) -> str:
    """«протокол № 7 от 16.04.2021»."""
    return " ".join(
        part for part in (kind, f"№ {number}" if number else "", f"от {iso_short(date)}" if date else "") if part
    )


def document_title(record: Mapping[str, Any]) -> str:
    """The document an assignment stands in: «протокол от 16.04.2021 (письмо № 57-2751 от 06.05.2021)»."""
    kind = str(record.get("document_kind") or "other")
    own = numbered(DOCUMENT_KINDS.get(kind, kind), record.get("document_number"), record.get("document_date"))
    if kind == "letter" and record.get("protocol"):
        inner = numbered("протокол", record.get("protocol_number"), record.get("protocol_date"))
        return f"{inner} ({own})"
    return own


def item_title(record: Mapping[str, Any]) -> str:
    """«вопрос 1, п. 2»; nothing for an item without a number."""
    item = record.get("agenda_item")
    number = record.get("number")
    return ", ".join(part for part in (f"вопрос {item}" if item else "", f"п. {number}" if number else "") if part)


def term_text(row: AssignmentRow) -> str:
    """The term as written, with the hour it names when the words do not show it."""
    return str(row.get("deadline") or "")


def days_text(row: AssignmentRow) -> str:
    """«просрочено на 3 дн.», «сегодня», «осталось 5 дн.»; nothing without a day."""
    if row.days is None:
        return ""
    if row.days < 0:
        return f"просрочено на {-row.days} дн."
    return f"осталось {row.days} дн." if row.days else "сегодня"
