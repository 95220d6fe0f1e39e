"""The registry in numbers."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from protocol_cli.registry.keys import DOCUMENT_BITS, day_of
from protocol_cli.registry.rows import Record

if TYPE_CHECKING:
    from protocol_cli.registry.database import Database

BUSIEST = 10
MONTHS = 24
BY_RESPONSIBLE = """
    SELECT parties.name, sum(counted.number) AS number FROM
        (SELECT party, count(*) AS number FROM responsibles GROUP BY party) AS counted
    JOIN parties ON parties.key = counted.party GROUP BY parties.name ORDER BY number DESC, parties.name LIMIT ?
"""


def statistics(database: Database, today: dt.date) -> Record:
    """Documents by kind and month, assignments by state on the day `today`, who answers for most. Raises the driver's errors.

    `overdue_share` is the part of all dated assignments that are open after their day; null without such.
    """
    day = today.isoformat()
    kinds = database.execute("SELECT kind, count(*) FROM documents GROUP BY kind ORDER BY kind").fetchall()
    documents: dict[str, int] = {kind: number for kind, number in kinds}
    dated = _count(database, "assignments WHERE day IS NOT NULL")
    overdue = _count(database, "assignments WHERE day IS NOT NULL AND done_on IS NULL AND day < ?", day)
    done = _count(database, "assignments WHERE day IS NOT NULL AND (done_on IS NOT NULL OR done_through IS NOT NULL)")
    late = _count(
        database,
        "assignments WHERE day IS NOT NULL AND (done_on IS NOT NULL OR done_through IS NOT NULL) AND done_on > day",
    )
    return {
        "today": day,
        "documents": sum(documents.values()),
        "documents_by_kind": documents,
        "assignments": _count(database, "assignments"),
        "dated": dated,
        "done": done,
        "done_late": late,
        "overdue": overdue,
        "overdue_share": round(overdue / dated, 4) if dated else None,
        "by_month": _by_month(database),
        "by_responsible": [
            {"name": name, "assignments": int(number)}
            for name, number in database.execute(BY_RESPONSIBLE, (BUSIEST,)).fetchall()
        ],
    }


def _count(database: Database, what: str, *values: str) -> int:
    return int(database.execute(f"SELECT count(*) FROM {what}", values).fetchone()[0])  # noqa: S608 - our own words


def _by_month(database: Database) -> list[Record]:
    """The latest months that have documents: the key of a document begins with its day."""
    counted: dict[str, int] = {}
    days = database.execute(
        f"SELECT key >> {DOCUMENT_BITS} AS day, count(*) FROM documents GROUP BY day ORDER BY day"  # noqa: S608 - our own words
    )
    for ordinal, number in days.fetchall():
        day = day_of(int(ordinal) << DOCUMENT_BITS)
        if day:
            counted[day[:7]] = counted.get(day[:7], 0) + int(number)
    return [{"month": month, "documents": number} for month, number in sorted(counted.items())[-MONTHS:]]
