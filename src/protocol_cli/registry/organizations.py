"""The organisations of the registry: who writes, who is written to, who issued what, who answers for what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from protocol_cli.registry.conditions import Condition, days_condition, document_condition, named_keys
from protocol_cli.registry.rows import ListFilter, Record

if TYPE_CHECKING:
    from protocol_cli.registry.database import Database

RESPONSIBLE = """
    SELECT count(*) FROM responsibles WHERE party IN (SELECT key FROM parties WHERE name = ? OR name = ?)
"""


def organizations(database: Database, wanted: ListFilter) -> Iterator[Record]:
    """A line for each organisation, by name. Raises the driver's errors."""
    question = wanted.name or wanted.organization or ""
    named = named_keys(database, "organizations", question)
    condition = Condition([f"key IN ({named[0]})"], named[1]) if named else Condition()
    rows = database.execute(
        f"SELECT key, name, short_name FROM organizations WHERE {condition.sql} ORDER BY identity, key",  # noqa: S608 - our own words
        condition.values,
    ).fetchall()
    records = (_record(database, key, name, short_name, wanted) for key, name, short_name in rows)
    found: Iterator[Record] = (record for record in records if record["documents"])
    order = wanted.sort or "name"
    if order != "name":
        field = order.removeprefix("-")
        found = iter(sorted(found, key=lambda record: record[field], reverse=order.startswith("-")))
    for number, record in enumerate(found, start=1):
        if wanted.limit is not None and number > wanted.limit:
            return
        yield record


def _record(database: Database, key: int, name: str, short_name: str | None, wanted: ListFilter) -> Record:
    condition = Condition(["organization = ?"], [key])
    if wanted.role:
        condition.add("role = ?", wanted.role)
    condition.also(days_condition("document", wanted.after, wanted.before))
    condition.also(document_condition(database, "document", wanted.document))
    roles = database.execute(
        f"SELECT role, count(*) FROM involvements WHERE {condition.sql} GROUP BY role ORDER BY role",  # noqa: S608 - our own words
        condition.values,
    ).fetchall()
    documents = database.execute(
        f"SELECT count(DISTINCT document) FROM involvements WHERE {condition.sql}",  # noqa: S608 - our own words
        condition.values,
    ).fetchone()[0]
    responsible = database.execute(RESPONSIBLE, (name, short_name or name)).fetchone()[0]
    return {
        "name": name,
        "short_name": short_name,
        "roles": dict(tuple(row) for row in roles),
        "documents": documents,
        "assignments": responsible,
    }
