"""The questions to the registry, in SQL."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator

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


def deadlines(connection: sqlite3.Connection, wanted: DeadlineFilter) -> Iterator[DeadlineRecord]:
    """The assignments with a term that `wanted` asks for: by day, then those without a day. Raises sqlite3.Error."""
    who, names = _responsible_condition(connection, wanted.responsible)
    dated, values = ["a.due IS NOT NULL"], []
    if wanted.before:
        dated.append("a.due <= ?")
        values.append(wanted.before.isoformat())
    if wanted.after:
        dated.append("a.due >= ?")
        values.append(wanted.after.isoformat())
    yield from _select(connection, [*dated, *who], [*values, *names], f"a.due, {BY_DOCUMENT}")
    if wanted.undated:
        yield from _select(connection, ["a.due IS NULL", "a.kind IS NOT NULL", *who], names, BY_DOCUMENT)


def _responsible_condition(
    connection: sqlite3.Connection, responsible: str | None
) -> tuple[list[str], list[str | int]]:
    """SQL conditions and their values; names that no words are left of («—») ask for nobody in particular."""
    words = needles(responsible or "")
    if not words:
        return [], []
    found = " AND ".join(["instr(search, ?) > 0"] * len(words))
    parties = [row[0] for row in connection.execute(f"SELECT key FROM parties WHERE {found}", words)]  # noqa: S608
    values: list[str | int] = list(parties)
    inner = ", ".join("?" * len(parties))
    if len(parties) > CHUNK:  # SQLite bounds the number of values in one statement
        inner, values = f"SELECT key FROM parties WHERE {found}", list(words)  # noqa: S608 - our own words
    return [f"a.key IN (SELECT assignment FROM responsibles WHERE party IN ({inner}))"], values  # noqa: S608


def _select(
    connection: sqlite3.Connection, conditions: list[str], values: list[str | int] | list[str], order: str
) -> Iterator[DeadlineRecord]:
    statement = DEADLINES.format(conditions=" AND ".join(conditions), order=order)
    cursor = connection.execute(statement, values)
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
