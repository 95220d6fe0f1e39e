"""Letters that hang together: what answers what, what names what, and what has no answer yet."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from protocol_cli.registry.conditions import find_documents
from protocol_cli.registry.rows import Record

if TYPE_CHECKING:
    from protocol_cli.registry.database import Database

MOST = 1000  # documents of one thread
# Only what is in the registry leads on: a law that many letters name ties nobody together.
NAMED_BY = """
    SELECT m.relation, n.document, m.number, m.date, m.kind, m.issuer, m.text FROM mentions AS m
    LEFT JOIN numbers AS n ON n.number_key = m.number_key AND n.document <> m.document
        AND (m.date IS NULL OR n.date IS NULL OR n.date = m.date)
    WHERE m.document = ? ORDER BY m.key, n.document
"""
NAMING = """
    SELECT DISTINCT m.relation, m.document FROM numbers AS n
    JOIN mentions AS m ON m.number_key = n.number_key AND m.document <> n.document
        AND (m.date IS NULL OR n.date IS NULL OR n.date = m.date)
    WHERE n.document = ? ORDER BY m.document, m.relation
"""
HEAD = "SELECT id, source, kind, number, date, organization, subject FROM documents WHERE key = ?"


@dataclass(slots=True)
class _Ties:
    answers: list[str] = field(default_factory=list)
    answered_by: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    named_by: list[str] = field(default_factory=list)


def thread(database: Database, question: str) -> list[Record]:
    """The documents tied to those that `question` names, by day. Raises the driver's errors.

    A record says what the document `answers` and is `answered_by`, what it `names` and is `named_by`: ids of documents,
    or «№ … от …» of those that are not in the registry; `unanswered` is a letter that nothing answers.
    """
    waiting = find_documents(database, question)
    ties: dict[int, _Ties] = {}
    while waiting and len(ties) < MOST:
        key = waiting.pop()
        if key in ties:
            continue
        ties[key], linked = _ties_of(database, key)
        waiting += [other for other in linked if other not in ties]
    records = [_record(database, key, ties[key]) for key in sorted(ties)]
    if not records:
        records = _named_only(database, question)
    return records


def _ties_of(database: Database, key: int) -> tuple[_Ties, list[int]]:
    found = _Ties()
    linked: list[int] = []
    replied: set[tuple[str | None, str | None]] = set()
    for relation, other, number, date, kind, issuer, text in database.execute(NAMED_BY, (key,)).fetchall():
        place = found.answers if relation == "reply" else found.names
        if relation != "reply" and (number, date) in replied:
            continue  # «рассмотрело Ваше обращение от … № …» is the letter that it answers
        if relation == "reply":
            replied.add((number, date))
        if other is None:
            label = text or " ".join(part for part in (kind, issuer, number and f"№ {number}", _dated(date)) if part)
        else:
            label, linked = _id(database, other), [*linked, other]
        if label and label not in place:
            place.append(label)
    for relation, other in database.execute(NAMING, (key,)).fetchall():
        place = found.answered_by if relation == "reply" else found.named_by
        linked.append(other)
        if (label := _id(database, other)) not in place:
            place.append(label)
    return found, linked


def _dated(date: str | None) -> str:
    return f"от {'.'.join(reversed(date.split('-')))}" if date else ""


def _id(database: Database, key: int) -> str:
    return str(database.execute("SELECT id FROM documents WHERE key = ?", (key,)).fetchone()[0])


def _record(database: Database, key: int, ties: _Ties) -> Record:
    document, source, kind, number, date, organization, subject = database.execute(HEAD, (key,)).fetchone()
    return {
        "document": document,
        "source": source,
        "document_kind": kind,
        "document_number": number,
        "document_date": date,
        "organization": organization,
        "subject": subject,
        "answers": ties.answers,
        "answered_by": ties.answered_by,
        "names": ties.names,
        "named_by": ties.named_by,
        "unanswered": kind == "letter" and not ties.answered_by,
    }


def _named_only(database: Database, question: str) -> list[Record]:
    """The thread of a letter that is not here, but is named by others."""
    from protocol_cli.registry.search import folded_number

    naming = database.execute(
        "SELECT DISTINCT document FROM mentions WHERE number_key = ? ORDER BY document", (folded_number(question),)
    ).fetchall()
    found: dict[str, Record] = {}
    for (key,) in naming:
        for record in thread(database, _id(database, key)):
            found[record["document"]] = record
    return sorted(found.values(), key=lambda record: (record["document_date"] or "", record["document"]))
