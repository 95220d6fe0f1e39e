"""The people of the registry: each once, with all forms of the name; and everything that one is in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from protocol_cli.registry.conditions import Condition, days_condition, document_condition, named_keys
from protocol_cli.registry.keys import day_of
from protocol_cli.registry.listings import APPEARANCE_COLUMNS, APPEARANCES, Listing
from protocol_cli.registry.people import NameForm, PersonForms, joined_forms
from protocol_cli.registry.rows import ListFilter, Record

if TYPE_CHECKING:
    from protocol_cli.registry.database import Database

FORMS = "SELECT family, given, patronymic, name, key FROM people"
NAMESAKES = 500


def people(database: Database, wanted: ListFilter) -> Iterator[Record]:
    """A line for each person, by name; `sort` «documents» is by their number. Raises the driver's errors."""
    records = (_person_record(database, person, wanted) for person in matching_people(database, wanted.name))
    found: Iterator[Record] = (record for record in records if record["documents"])
    order = wanted.sort or "name"
    if order != "name":
        field = order.removeprefix("-")
        found = iter(sorted(found, key=lambda record: record[field], reverse=order.startswith("-")))
    for number, record in enumerate(found, start=1):
        if wanted.limit is not None and number > wanted.limit:
            return
        yield record


def appearances(database: Database, wanted: ListFilter) -> Iterator[Record]:
    """Everything that the people of this name are in, one person after another. Raises the driver's errors."""
    left = wanted.limit
    for person in _in_role(database, list(matching_people(database, wanted.name)), wanted.role):
        if left == 0:
            return
        listing = _appearances_of(person, wanted.role)
        limited = ListFilter(
            after=wanted.after, before=wanted.before, document=wanted.document, sort=wanted.sort, limit=left
        )
        for record in listing.select(database, limited):
            yield {"person": person.name} | record
            left = left - 1 if left is not None else None


def _in_role(database: Database, people: list[PersonForms], role: str | None) -> list[PersonForms]:
    """Those of the people who are somewhere in the role: most of many namesakes are not."""
    keys = [form.key for person in people for form in person.forms]
    if role is None or len(keys) > NAMESAKES:
        return people
    marks = ", ".join("?" * len(keys)) or "NULL"
    statement = f"SELECT DISTINCT person FROM appearances WHERE person IN ({marks}) AND role = ?"  # noqa: S608 - our own words
    found = {row[0] for row in database.execute(statement, [*keys, role]).fetchall()}
    return [person for person in people if any(form.key in found for form in person.forms)]


def matching_people(database: Database, name: str | None) -> Iterator[PersonForms]:
    """The people one of whose forms holds all words of `name`; all people without one."""
    named = named_keys(database, "people", name or "")
    if named is None:
        # Only forms of one family name can be one person.
        forms = (NameForm(*row) for row in database.execute(f"{FORMS} ORDER BY family"))
        for _, family in groupby(forms, key=attrgetter("family")):
            yield from joined_forms(family)
        return
    found, values = named
    matched = {row[0] for row in database.execute(f"SELECT key FROM people WHERE key IN ({found})", values).fetchall()}  # noqa: S608 - our own words
    # Whoever matches brings the other forms of the family name: the fuller one may say less of what was asked.
    families = f"{FORMS} WHERE family IN (SELECT family FROM people WHERE key IN ({found}))"  # noqa: S608 - our own words
    joined = joined_forms(NameForm(*row) for row in database.execute(families, values).fetchall())
    yield from (person for person in joined if any(form.key in matched for form in person.forms))


def _condition(database: Database, person: PersonForms, wanted: ListFilter) -> Condition:
    marks = ", ".join("?" * len(person.forms))
    condition = Condition([f"person IN ({marks})"], [form.key for form in person.forms])
    if wanted.role:
        condition.add("role = ?", wanted.role)
    condition.also(days_condition("+document", wanted.after, wanted.before))
    condition.also(document_condition(database, "+document", wanted.document))
    return condition


def _person_record(database: Database, person: PersonForms, wanted: ListFilter) -> Record:
    condition = _condition(database, person, wanted)
    counted = database.execute(
        f"SELECT role, count(*) FROM appearances WHERE {condition.sql} GROUP BY role ORDER BY role",  # noqa: S608 - our own words
        condition.values,
    ).fetchall()
    documents, first, last = database.execute(
        f"SELECT count(DISTINCT document), min(document), max(document) FROM appearances WHERE {condition.sql}",  # noqa: S608 - our own words
        condition.values,
    ).fetchone()
    marks = ", ".join("?" * len(person.forms))
    post = database.execute(
        f"SELECT position, organization FROM appearances WHERE person IN ({marks}) AND position IS NOT NULL"  # noqa: S608 - our own words
        " ORDER BY key DESC LIMIT 1",
        [form.key for form in person.forms],
    ).fetchone()
    return {
        "name": person.name,
        "forms": [form.name for form in person.forms],
        "position": post[0] if post else None,
        "organization": post[1] if post else None,
        "roles": dict(tuple(row) for row in counted),
        "documents": documents,
        "first": day_of(first) if first is not None else None,
        "last": day_of(last) if last is not None else None,
    }


def _appearances_of(person: PersonForms, role: str | None) -> Listing:
    def ask(_: Database, __: ListFilter) -> Condition:
        marks = ", ".join("?" * len(person.forms))
        condition = Condition([f"s.person IN ({marks})"], [form.key for form in person.forms], few=True)
        if role:
            condition.add("s.role = ?", role)
        return condition

    def complete(_: Database, records: list[Record]) -> None:
        for record in records:
            record["id"] = f"{record['document']}:{record['_place']}" if record["_place"] else None
            record["protocol"] = record["protocol"] or None

    return Listing(
        columns=APPEARANCE_COLUMNS,
        tables=APPEARANCES,
        document="s.document",
        key="s.key",
        ask=ask,
        sorts={"date": "s.document"},
        complete=complete,
    )
