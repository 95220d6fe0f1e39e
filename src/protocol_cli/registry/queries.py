"""The questions to the registry, in SQL."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from protocol_cli.registry.rows import DeadlineFilter, DeadlineRecord, Place
from protocol_cli.registry.search import needles

DEADLINES = """
    SELECT a.key, d.id, a.place, d.source, d.kind, d.number, d.date, a.protocol, p.number, p.date, a.agenda_item,
           a.number, a.lead, a.text, a.due, a.deadline, a.kind, a.start, a.time, a.precision, a.rrule, a.event, a.next,
           a.page, a.span_start, a.span_end
    FROM assignments AS a
    JOIN documents AS d ON d.key = a.document
    LEFT JOIN protocols AS p ON p.document = a.document AND p.position = a.protocol
    WHERE {conditions}
    ORDER BY {order}
"""
# The order of the answer must not depend on the order of saving: files, a pipe and the registry answer alike.
BY_DOCUMENT = "d.date, d.sha256, a.protocol, a.position"
NAMES = """
    SELECT r.assignment, parties.name FROM responsibles AS r
    JOIN parties ON parties.key = r.party WHERE r.assignment IN ({marks}) ORDER BY r.assignment, r.position
"""
CHUNK = 500
MANY = 2000  # so many assignments of a name, and it is quicker to go by days


def deadlines(connection: sqlite3.Connection, wanted: DeadlineFilter) -> Iterator[DeadlineRecord]:
    """The assignments with a term that `wanted` asks for: by day, then those without a day. Raises sqlite3.Error."""
    who = _responsible_condition(connection, wanted.responsible)
    # «+a.due» keeps SQLite from going by days where it is quicker to go by the few assignments of a name.
    due = "+a.due" if who and who.few else "a.due"
    condition = Condition([f"{due} IS NOT NULL"], [])
    if wanted.before:
        condition = condition.also(f"{due} <= ?", wanted.before.isoformat())
    if wanted.after:
        condition = condition.also(f"{due} >= ?", wanted.after.isoformat())
    yield from _select(connection, condition.both(who), f"a.due, {BY_DOCUMENT}")
    if wanted.undated:
        condition = Condition([f"{due} IS NULL", "a.kind IS NOT NULL"], [])
        yield from _select(connection, condition.both(who), BY_DOCUMENT)


@dataclass(frozen=True, slots=True)
class Condition:
    """Conditions that must all hold, and the values of their marks; `few`: not many assignments meet them."""

    terms: list[str]
    values: list[str | int]
    few: bool = False

    def also(self, term: str, *values: str | int) -> Condition:
        """This condition and one more."""
        return Condition([*self.terms, term], [*self.values, *values])

    def both(self, other: Condition | None) -> Condition:
        """This condition and the other, when there is one."""
        return Condition([*self.terms, *other.terms], [*self.values, *other.values]) if other else self


def _responsible_condition(connection: sqlite3.Connection, responsible: str | None) -> Condition | None:
    """The condition on names; None when no word is asked for («—» has none)."""
    words: list[str | int] = list(needles(responsible or ""))
    if not words:
        return None
    found = "SELECT key FROM parties WHERE " + " AND ".join(["instr(search, ?) > 0"] * len(words))  # noqa: S608 - our own words
    mine = f"SELECT assignment FROM responsibles WHERE party IN ({found})"  # noqa: S608 - our own words
    some = f"SELECT count(*) FROM ({mine} LIMIT {MANY})"  # noqa: S608 - our own words
    if connection.execute(some, words).fetchone()[0] < MANY:
        return Condition([f"a.key IN ({mine})"], words, few=True)
    # «+party»: by the assignment's own names, and not by all assignments of each name.
    mine = f"SELECT 1 FROM responsibles WHERE assignment = a.key AND +party IN ({found})"  # noqa: S608 - our own words
    return Condition([f"EXISTS ({mine})"], words)


def _select(connection: sqlite3.Connection, condition: Condition, order: str) -> Iterator[DeadlineRecord]:
    statement = DEADLINES.format(conditions=" AND ".join(condition.terms), order=order)
    cursor = connection.execute(statement, condition.values)
    while rows := cursor.fetchmany(CHUNK):
        names = _names(connection, [row[0] for row in rows])
        for row in rows:
            yield _record(row, names.get(row[0], []))


def _names(connection: sqlite3.Connection, keys: list[int]) -> dict[int, list[str]]:
    names: dict[int, list[str]] = {}
    for key, name in connection.execute(NAMES.format(marks=", ".join("?" * len(keys))), keys):
        names.setdefault(key, []).append(name)
    return names


def _record(row: sqlite3.Row, responsible: list[str]) -> DeadlineRecord:
    (
        _, document, place, source, document_kind, document_number, document_date, protocol, protocol_number,
        protocol_date, agenda_item, number, lead, text, due, deadline, kind, start, time, precision, rrule, event, then,
        page, span_start, span_end,
    ) = row  # fmt: skip
    return DeadlineRecord(
        id=f"{document}:{place}",
        document=document,
        source=source,
        document_kind=document_kind,
        document_number=document_number,
        document_date=document_date,
        protocol=protocol or None,
        protocol_number=protocol_number,
        protocol_date=protocol_date,
        agenda_item=agenda_item,
        number=number,
        lead=lead,
        text=text,
        responsible=responsible,
        due=due,
        effective_due=None,
        deadline=deadline,
        kind=kind,
        start=start,
        time=time,
        precision=precision,
        rrule=rrule,
        event=event,
        then=json.loads(then) if then else None,
        page=page,
        span=Place(start=span_start, end=span_end, page=page),
    )
