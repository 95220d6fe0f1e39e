"""Lists, as data: which columns a line has, where they come from, in which orders they may be asked for.

Every list is in the order of documents, the latest first, and within a document as it stands there; the answer does not
depend on the order of saving.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from protocol_cli.registry.conditions import (
    FEW,
    Condition,
    days_condition,
    document_condition,
    named_keys,
    responsible_condition,
    rows_up_to,
)
from protocol_cli.registry.queries import responsible_names
from protocol_cli.registry.rows import ListFilter, Record
from protocol_cli.registry.search import needles

if TYPE_CHECKING:
    from protocol_cli.registry.database import Database

CHUNK = 500
Complete = Callable[["Database", list[Record]], None]
Ask = Callable[["Database", ListFilter], Condition]

OF_DOCUMENT = {
    "document": "d.id",
    "source": "d.source",
    "document_kind": "d.kind",
    "document_number": "d.number",
    "document_date": "d.date",
}


def _spot(table: str) -> dict[str, str]:
    return {"page": f"{table}.page", "span_start": f"{table}.span_start", "span_end": f"{table}.span_end"}


@dataclass(frozen=True, slots=True)
class Listing:
    """One list. `columns` are SQL by the names of the record; those that begin with «_» are for `complete` only."""

    columns: dict[str, str]
    tables: str
    document: str  # the column with the document's key
    key: str
    ask: Ask
    sorts: dict[str, str] = field(default_factory=dict)
    complete: Complete | None = None
    # Orders by a column that is often empty: first the lines that have it, by an index, then the others.
    halves: dict[str, str] = field(default_factory=dict)

    def select(self, database: Database, wanted: ListFilter) -> Iterator[Record]:
        """The lines that `wanted` asks for. Raises the driver's errors."""
        half = self.halves.get((wanted.sort or "").removeprefix("-"))
        if half is None:
            yield from self._select(database, wanted, self._order(wanted.sort))
            return
        limit = wanted.limit
        direction = "DESC" if (wanted.sort or "").startswith("-") else "ASC"
        orders = ((f"{half} IS NOT NULL", f"{half} {direction}, {self.key}"), (f"{half} IS NULL", self._order(None)))
        for term, order in orders:
            for record in self._select(database, replace(wanted, limit=limit), order, term):
                yield record
                limit = limit - 1 if limit is not None else None
            if limit == 0:
                return

    def _select(
        self, database: Database, wanted: ListFilter, order: str, term: str | None = None
    ) -> Iterator[Record]:
        condition = self.ask(database, wanted)
        if term:
            condition.add(term)
        lead = "+" if condition.few else ""
        condition.also(days_condition(f"{lead}{self.document}", wanted.after, wanted.before))
        condition.also(document_condition(database, self.document, wanted.document))
        statement = (
            f"SELECT {', '.join(self.columns.values())} FROM {self.tables}"  # noqa: S608 - our own words
            f" WHERE {condition.sql} ORDER BY {order}"
        )
        if wanted.limit is not None:
            statement += f" LIMIT {int(wanted.limit)}"
        cursor = database.execute(statement, condition.values)
        size = CHUNK if wanted.limit is None else max(1, min(CHUNK, wanted.limit))
        while rows := cursor.fetchmany(size):
            records: list[Record] = [dict(zip(self.columns, row, strict=True)) for row in rows]
            for record in records:
                if "span_start" in record:
                    start, end = record.pop("span_start"), record.pop("span_end")
                    record["span"] = None if start is None else {"start": start, "end": end, "page": record["page"]}
            if self.complete:
                self.complete(database, records)
            yield from ({name: record[name] for name in record if name[0] != "_"} for record in records)

    def _order(self, sort: str | None) -> str:
        latest_first = f"{self.document} DESC, {self.key}" if self.key != self.document else f"{self.key} DESC"
        if sort is None:
            return latest_first
        column = self.sorts[sort.removeprefix("-")]
        direction = "DESC NULLS LAST" if sort.startswith("-") else "ASC NULLS FIRST"
        if column == self.document:
            return f"{column} {direction.split()[0]}, {self.key}"
        return f"{column} {direction}, {latest_first}"


def _ask_documents(_: Database, wanted: ListFilter) -> Condition:
    condition = Condition()
    if wanted.kind:
        condition.add("d.kind = ?", wanted.kind)
    _add_words(condition, "d.search", wanted.organization)
    return condition


def _ask_decisions(database: Database, wanted: ListFilter) -> Condition:
    condition = Condition()
    if wanted.kind in {"request", "decision"}:
        condition.add("a.protocol = 0" if wanted.kind == "request" else "a.protocol > 0")
    elif wanted.kind:
        condition.add("a.kind = ?", wanted.kind)
    condition.also(responsible_condition(database, wanted.name))
    return condition


def _ask_agenda(database: Database, wanted: ListFilter) -> Condition:
    condition = Condition()
    named = named_keys(database, "people", wanted.name or "")
    if named:
        found, values = named
        mine = f"SELECT agenda FROM appearances WHERE agenda IS NOT NULL AND person IN ({found})"  # noqa: S608 - our own words
        condition.add(f"g.key IN ({mine})", *values)
    return condition


def _ask_speakers(database: Database, wanted: ListFilter) -> Condition:
    condition = appearance_condition(database, wanted.name)
    if wanted.role:
        condition.add("s.role = ?", wanted.role)
    else:
        # «+s.role»: most documents have speakers, so the latest documents are the way to the first of them.
        condition.add("+s.role IN ('speaker', 'heard', 'spoke')")
    return condition


def appearance_condition(database: Database, name: str | None) -> Condition:
    """Appearances (`s`) of people whose names hold these words."""
    condition = Condition()
    named = named_keys(database, "people", name or "")
    if named:
        found, values = named
        condition.few = rows_up_to(database, f"SELECT 1 FROM appearances WHERE person IN ({found})", values, FEW) < FEW  # noqa: S608 - our own words
        condition.add(f"{'' if condition.few else '+'}s.person IN ({found})", *values)
    return condition


def _ask_references(_: Database, wanted: ListFilter) -> Condition:
    condition = Condition()
    if wanted.kind:
        condition.add("m.kind = ?", wanted.kind.casefold())
    if wanted.role:
        condition.add("m.relation = ?", wanted.role)
    _add_words(condition, "m.search", wanted.organization)
    return condition


def _add_words(condition: Condition, column: str, question: str | None) -> None:
    for word in needles(question or ""):
        condition.add(f"instr({column}, ?) > 0", word)


def _complete_decisions(database: Database, records: list[Record]) -> None:
    names = responsible_names(database, [record["_key"] for record in records])
    for record in records:
        record["id"] = f"{record['document']}:{record['_place']}"
        record["protocol"] = record["protocol"] or None
        record["responsible"] = names.get(record["_key"], [])


def _complete_agenda(database: Database, records: list[Record]) -> None:
    marks = ", ".join("?" * len(records))
    speakers: dict[int, list[str]] = {}
    found = database.execute(
        "SELECT s.agenda, n.name FROM appearances AS s JOIN people AS n ON n.key = s.person"  # noqa: S608 - our own words
        f" WHERE s.agenda IN ({marks}) AND +s.role = 'speaker' ORDER BY s.key",
        [record["_key"] for record in records],
    )
    for key, name in found:
        speakers.setdefault(key, []).append(name)
    for record in records:
        record["speakers"] = speakers.get(record["_key"], [])


def _complete_appearances(_: Database, records: list[Record]) -> None:
    for record in records:
        record["id"] = f"{record['document']}:{record['_place']}" if record["_place"] else None


DOCUMENTS = Listing(
    columns={
        "id": "d.id",
        "source": "d.source",
        "kind": "d.kind",
        "number": "d.number",
        "date": "d.date",
        "organization": "d.organization",
        "subject": "d.subject",
        "pages": "d.pages",
        "protocols": "(SELECT count(*) FROM protocols AS p WHERE p.document = d.key)",
        "assignments": "(SELECT count(*) FROM assignments AS a WHERE a.document = d.key)",
    },
    tables="documents AS d",
    document="d.key",
    key="d.key",
    ask=_ask_documents,
    sorts={
        "date": "d.key", "number": "d.number", "organization": "d.organization", "subject": "d.subject",
        "source": "d.source", "kind": "d.kind",
    },
)  # fmt: skip

ASSIGNMENT_COLUMNS = {
    "id": "a.key",
    **OF_DOCUMENT,
    "protocol": "a.protocol",
    "protocol_number": "p.number",
    "protocol_date": "p.date",
    "agenda_item": "a.agenda_item",
    "number": "a.number",
    "lead": "a.lead",
    "text": "a.text",
    "responsible": "NULL",
    "control": "a.control",
    "due": "a.due",
    "deadline": "a.deadline",
    "kind": "a.kind",
    "day": "a.day",
    "done_on": "a.done_on",
    **_spot("a"),
    "_key": "a.key",
    "_place": "a.place",
}

DECISIONS = Listing(
    columns=ASSIGNMENT_COLUMNS,
    tables="assignments AS a JOIN documents AS d ON d.key = a.document"
    " LEFT JOIN protocols AS p ON p.document = a.document AND p.position = a.protocol",
    document="a.document",
    key="a.key",
    ask=_ask_decisions,
    sorts={"date": "a.document", "due": "a.day"},
    halves={"due": "a.day"},
    complete=_complete_decisions,
)

AGENDA = Listing(
    columns={
        **OF_DOCUMENT,
        "protocol": "g.protocol",
        "protocol_number": "p.number",
        "protocol_date": "p.date",
        "number": "g.number",
        "title": "g.title",
        "speakers": "NULL",
        **_spot("g"),
        "_key": "g.key",
    },
    tables="agenda AS g JOIN documents AS d ON d.key = g.document"
    " LEFT JOIN protocols AS p ON p.document = g.document AND p.position = g.protocol",
    document="g.document",
    key="g.key",
    ask=_ask_agenda,
    sorts={"date": "g.document", "title": "g.title"},
    complete=_complete_agenda,
)

APPEARANCE_COLUMNS = {
    "name": "n.name",
    "role": "s.role",
    "position": "s.position",
    "organization": "s.organization",
    "phone": "s.phone",
    "email": "s.email",
    **OF_DOCUMENT,
    "protocol": "s.protocol",
    "agenda_item": "COALESCE(g.number, a.agenda_item)",
    "id": "NULL",
    "number": "a.number",
    "about": "COALESCE(g.title, a.text, s.said)",
    **_spot("s"),
    "_place": "a.place",
    "_person": "s.person",
}
APPEARANCES = (
    "appearances AS s JOIN documents AS d ON d.key = s.document JOIN people AS n ON n.key = s.person"
    " LEFT JOIN agenda AS g ON g.key = s.agenda LEFT JOIN assignments AS a ON a.key = s.assignment"
)

SPEAKERS = Listing(
    columns={
        **{name: APPEARANCE_COLUMNS[name] for name in ("name", "role", "position", "organization")},
        **OF_DOCUMENT,
        "protocol": "s.protocol",
        "agenda_item": "g.number",
        "title": "g.title",
        "said": "s.said",
        **_spot("s"),
    },
    tables=APPEARANCES,
    document="s.document",
    key="s.key",
    ask=_ask_speakers,
    sorts={"date": "s.document", "name": "n.name"},
)

REFERENCES = Listing(
    columns={
        **OF_DOCUMENT,
        "relation": "m.relation",
        "kind": "m.kind",
        "issuer": "m.issuer",
        "number": "m.number",
        "date": "m.date",
        "title": "m.title",
        "text": "m.text",
        # The document itself, when it is here too.
        "found": "(SELECT d2.id FROM numbers AS n JOIN documents AS d2 ON d2.key = n.document"
        " WHERE n.number_key = m.number_key AND n.document <> m.document"
        " AND (m.date IS NULL OR n.date IS NULL OR n.date = m.date) ORDER BY d2.key LIMIT 1)",
        **_spot("m"),
    },
    tables="mentions AS m JOIN documents AS d ON d.key = m.document",
    document="m.document",
    key="m.key",
    ask=_ask_references,
    sorts={"date": "m.document", "number": "m.number", "kind": "m.kind", "issuer": "m.issuer"},
)

__all__ = ["AGENDA", "DECISIONS", "DOCUMENTS", "REFERENCES", "SPEAKERS", "Listing"]
