"""The registry in numbers."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from protocol_cli.registry.rows import Record
from protocol_cli.registry.tallies import tallies

if TYPE_CHECKING:
    from protocol_cli.registry.database import Database

BUSIEST = 10
MONTHS = 24


def statistics(database: Database, today: dt.date) -> Record:
    """Documents by kind and month, assignments by state on the day `today`, who answers for most.

    `overdue_share` is the part of all dated assignments that are open after their day; null without such. Raises the
    driver's errors.
    """
    day = today.isoformat()
    kinds = dict(tallies(database, "kind"))
    dated = sum(number for _, number in tallies(database, "dated"))
    done = dict(tallies(database, "done"))
    overdue = sum(number for due, number in tallies(database, "open") if due < day)
    return {
        "today": day,
        "documents": sum(kinds.values()),
        "documents_by_kind": kinds,
        "assignments": sum(number for _, number in tallies(database, "assignments")),
        "dated": dated,
        "done": sum(done.values()),
        "done_late": done.get("late", 0),
        "overdue": overdue,
        "overdue_share": round(overdue / dated, 4) if dated else None,
        "by_month": [
            {"month": month, "documents": number} for month, number in tallies(database, "month")[-MONTHS:]
        ],
        "by_responsible": [
            {"name": name, "assignments": number} for name, number in tallies(database, "responsible", most=BUSIEST)
        ],
    }
