"""The journal of execution: what was done about an assignment, beside the documents, which themselves never change.

An entry belongs to a content (`sha256`) and a place in it, not to a row: a document that is read again, or removed and
added again, finds its journal. `apply_journal` works the entries into the assignments' rows.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Literal

from protocol_cli.registry import recurrence
from protocol_cli.registry.rows import JournalEntry
from protocol_cli.registry.tallies import count_in

if TYPE_CHECKING:
    from protocol_cli.registry.database import Database

Action = Literal["done", "reopen", "extend"]
AHEAD = 3660  # days: how far the next day of a recurring term is looked for


def add_entry(
    database: Database,
    assignment: int,
    action: Action,
    day: dt.date,
    *,
    until: dt.date | None = None,
    note: str | None = None,
) -> None:
    """Write an entry about the assignment with this key: on which `day` it was done, reopened or extended `until`.

    Of a recurring term «done» is the time up to the first day not before `day`: the next ones stay open.
    """
    document, sha256, place, before = database.execute(
        "SELECT d.key, d.sha256, a.place, a.day FROM assignments AS a JOIN documents AS d ON d.key = a.document"
        " WHERE a.key = ?",
        (assignment,),
    ).fetchone()
    if action == "done":
        until = _recurring_day(database, assignment, day, before)
    database.execute(
        "INSERT INTO journal (sha256, place, action, day, before, until, note) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (sha256, place, action, day.isoformat(), before, until.isoformat() if until else None, note),
    )
    count_in(database, document, -1)
    apply_journal(database, sha256, document, place)
    count_in(database, document, 1)


def apply_journal(database: Database, sha256: str, document: int, place: str | None = None) -> None:
    """Set `day`, `done_on` and `done_through` of the document's assignments (or of one) as the journal has them."""
    entries = read_entries(database, sha256, place)
    for where in {entry["place"] for entry in entries}:
        extended = done_on = done_through = None
        for entry in (entry for entry in entries if entry["place"] == where):
            if entry["action"] == "extend":
                extended = entry["until"]
            elif entry["action"] == "reopen":
                done_on = done_through = None
            elif entry["until"]:
                done_through = entry["until"]
            else:
                done_on = entry["day"]
        database.execute(
            "UPDATE assignments SET day = COALESCE(?, due), done_on = ?, done_through = ?"
            " WHERE document = ? AND place = ?",
            (extended, done_on, done_through, document, where),
        )


def read_entries(database: Database, sha256: str, place: str | None = None) -> list[JournalEntry]:
    """The entries about a content, or about one assignment of it, in the order in which they were made."""
    condition, values = ("sha256 = ? AND place = ?", (sha256, place)) if place else ("sha256 = ?", (sha256,))
    statement = f"SELECT place, action, day, before, until, note, made_at FROM journal WHERE {condition} ORDER BY key"  # noqa: S608 - our own words
    return [
        JournalEntry(place=where, action=action, day=day, before=before, until=until, note=note, made_at=made_at)
        for where, action, day, before, until, note, made_at in database.execute(statement, values)
    ]


def _recurring_day(database: Database, assignment: int, day: dt.date, due: str | None) -> dt.date | None:
    """The first day of a recurring term not before `day`; None when the term does not come again."""
    rules = database.execute(
        "SELECT rule, phase, first FROM recurrences WHERE assignment = ? ORDER BY step", (assignment,)
    ).fetchall()
    found: list[dt.date] = []
    for rule, phase, first in rules:
        begin = max(day, dt.date.fromisoformat(first))
        found += list(recurrence.days(rule, phase, begin, recurrence.days_after(begin, AHEAD)))[:1]
    if rules and due and due >= day.isoformat():
        found.append(dt.date.fromisoformat(due))
    return min(found, default=None)
