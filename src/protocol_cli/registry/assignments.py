"""One assignment by its name, and the journal of all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from protocol_cli.registry.conditions import Condition, document_condition
from protocol_cli.registry.journal import read_entries
from protocol_cli.registry.listings import DECISIONS, Listing
from protocol_cli.registry.rows import ListFilter, Record

if TYPE_CHECKING:
    from protocol_cli.registry.database import Database

JOURNAL = """
    SELECT j.day, j.action, j.before, j.until, j.note, j.made_at, d.id, d.source, d.number, d.date, j.place,
           a.number, a.text, a.due
    FROM journal AS j JOIN documents AS d ON d.sha256 = j.sha256
    LEFT JOIN assignments AS a ON a.document = d.key AND a.place = j.place
    WHERE {conditions} ORDER BY j.key DESC
"""
NAMES = (
    "day", "action", "before", "until", "note", "made_at", "document", "source", "document_number", "document_date",
    "place", "number", "text", "due",
)  # fmt: skip


def find_assignments(database: Database, question: str) -> list[Record]:
    """The assignments that «document:place» names: a list, for a number may be that of several.

    The document is an id, its beginning or a registration number, the place «P1.2», «L1» or the item's own number:
    «3fa9c1d2:P1.2», «57-2751:2.1». Without a place: all assignments of the document. Raises the driver's errors.
    """
    document, _, place = question.strip().rpartition(":")
    if not document:
        document, place = question.strip(), ""

    def ask(database: Database, _: ListFilter) -> Condition:
        condition = document_condition(database, "a.document", document) or Condition()
        if place:
            condition.add("(a.place = ? OR a.number = ?)", place.upper(), place)
        return condition

    columns = {**DECISIONS.columns, "key": "a.key", "place": "a.place", "sha256": "d.sha256"}
    listing = Listing(
        columns=columns, tables=DECISIONS.tables, document="a.document", key="a.key", ask=ask, complete=DECISIONS.complete
    )
    found = list(listing.select(database, ListFilter()))
    for record in found:
        record["journal"] = read_entries(database, str(record.pop("sha256")), str(record["place"]))
    exact = [record for record in found if record["place"] == place.upper()]
    return exact or found


def journal(database: Database, wanted: ListFilter) -> Iterator[Record]:
    """The entries, the latest first; those of removed documents are kept, and not told. Raises the driver's errors."""
    condition = Condition()
    condition.also(document_condition(database, "d.key", wanted.document))
    if wanted.kind:
        condition.add("j.action = ?", wanted.kind)
    statement = JOURNAL.format(conditions=condition.sql)
    if wanted.limit is not None:
        statement += f" LIMIT {int(wanted.limit)}"
    for row in database.execute(statement, condition.values):
        record = dict(zip(NAMES, row, strict=True))
        yield {"id": f"{record['document']}:{record.pop('place')}"} | record
