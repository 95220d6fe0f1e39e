"""A document as the rows of the registry's tables."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from protocol_cli.registry.flatten_names import NameRows
from protocol_cli.registry.keys import item_key, name_key
from protocol_cli.registry.recurrence import days_after, first_day, phase_of
from protocol_cli.registry.search import folded, folded_number, stems

if TYPE_CHECKING:
    from protocol_cli.models import Assignment, Deadline, Document, Grounded, Responsible

Value = str | int | None
Row = dict[str, Value]

LETTER = 0  # the `protocol` of what the letter itself asks


@dataclass(slots=True)
class DocumentRows:
    """The rows that one document gives, by table; the tables in the order in which they are to be filled."""

    tables: dict[str, list[Row]] = field(default_factory=dict)

    def add(self, table: str, row: Row) -> None:
        """Take one row."""
        self.tables.setdefault(table, []).append(row)

    def count(self, table: str) -> int:
        """How many rows the table has got."""
        return len(self.tables.get(table, ()))

    def next_key(self, table: str, document: int) -> int:
        """The key of the row that is added to the table next."""
        return item_key(document, self.count(table))


def document_row(document: Document) -> Row:
    """The row of `documents`, as far as the file says it. Number and date are the letter's, else the protocol's."""
    source, letter = document.source, document.letter
    head = letter or (document.protocols[0] if document.protocols else None)
    if letter:
        subject = letter.subject
    else:
        subject = document.protocols[0].title if document.protocols else None
    organization = letter.organization.name if letter and letter.organization else None
    number = head.number if head else None
    return {
        "sha256": source.sha256,
        "source": source.name,
        "format": source.format,
        "pages": source.pages,
        "kind": document.kind.value,
        "organization": organization,
        "subject": subject,
        "number": number,
        "date": head.date.isoformat() if head and head.date else None,
        "search": folded(organization, letter.organization.short_name if letter and letter.organization else None),
    }


def document_rows(document: Document, key: int) -> DocumentRows:
    """All other rows of the document that has this key."""
    rows = DocumentRows()
    _add_protocols(rows, document, key)
    _add_agenda(rows, document, key)
    for assignment, protocol, position, place in placed_assignments(document):
        _add_assignment(rows, assignment, key, protocol, position, place)
    NameRows(rows, key).add_document(document)
    _add_mentions(rows, document, key)
    for part, where, page, text in passages(document):
        found: Row = {"key": rows.next_key("passages", key), "document": key, "part": part, "place": where}
        rows.add("passages", found | {"page": page, "text": text, "stems": stems(text)})
    return rows


def placed_assignments(document: Document) -> Iterator[tuple[Assignment, int, int, str]]:
    """The letter's requests, then each protocol's decisions: with protocol (0: the letter), position and place."""
    requests = document.letter.requests if document.letter else ()
    for position, request in enumerate(requests, start=1):
        yield request, LETTER, position, f"L{position}"
    for protocol, minutes in enumerate(document.protocols, start=1):
        for position, decision in enumerate(minutes.decisions, start=1):
            yield decision, protocol, position, f"P{protocol}.{position}"


def passages(document: Document) -> Iterator[tuple[str, str | None, int, str]]:
    """What can be searched: part of the document, place of an assignment, page, text."""
    letter = document.letter
    if letter:
        page = letter.span.page
        if letter.organization:
            yield "organization", None, page, letter.organization.name
        if letter.subject:
            yield "subject", None, page, letter.subject
        yield from (("addressee", None, addressee.span.page, addressee.text) for addressee in letter.addressees)
        yield from (("body", None, page, text) for text in letter.body)
        yield from (("attachment", None, attached.span.page, attached.text) for attached in letter.attachments)
    for protocol in document.protocols:
        if protocol.title:
            yield "title", None, protocol.span.page, protocol.title
        yield from (("participant", None, who.span.page, who.text) for who in protocol.participants)
        yield from (("agenda", None, item.span.page, item.title) for item in protocol.agenda)
        yield from (("discussion", None, said.span.page, said.text) for said in protocol.discussion if said.text)
    for assignment, at, _, place in placed_assignments(document):
        part = "decision" if at else "request"
        text = f"{assignment.lead}: {assignment.text}" if assignment.lead else assignment.text
        yield part, place, assignment.span.page, text


def span_row(grounded: Grounded) -> Row:
    """The columns that say where in the document something stands."""
    span = grounded.span
    return {"page": span.page, "span_start": span.start, "span_end": span.end}


def _add_protocols(rows: DocumentRows, document: Document, key: int) -> None:
    heads = [(LETTER, document.letter.number, document.letter.date)] if document.letter else []
    heads += [(at, protocol.number, protocol.date) for at, protocol in enumerate(document.protocols, start=1)]
    for position, number, date in heads:
        if number:
            row: Row = {"document": key, "position": position, "number_key": folded_number(number)}
            rows.add("numbers", row | {"number": number, "date": date.isoformat() if date else None})
    for position, protocol in enumerate(document.protocols, start=1):
        rows.add(
            "protocols",
            {
                "document": key,
                "position": position,
                "title": protocol.title,
                "meeting": protocol.meeting,
                "number": protocol.number,
                "date": protocol.date.isoformat() if protocol.date else None,
                "place": protocol.place,
            },
        )


def _add_agenda(rows: DocumentRows, document: Document, key: int) -> None:
    for at, protocol in enumerate(document.protocols, start=1):
        for position, item in enumerate(protocol.agenda, start=1):
            row: Row = {"key": rows.next_key("agenda", key), "document": key, "protocol": at, "position": position}
            rows.add("agenda", row | {"number": item.number, "title": item.title} | span_row(item))


def _add_assignment(
    rows: DocumentRows, assignment: Assignment, document: int, protocol: int, position: int, place: str
) -> None:
    key = rows.next_key("assignments", document)
    term = assignment.deadline
    row: Row = {
        "key": key,
        "document": document,
        "place": place,
        "protocol": protocol,
        "position": position,
        "number": assignment.number,
        "lead": assignment.lead,
        "text": assignment.text,
        "agenda_item": assignment.agenda_item,
        "control": assignment.control.name if assignment.control else None,
        "day": term.due.isoformat() if term and term.due else None,
    }
    rows.add("assignments", row | span_row(assignment) | _term_row(term))
    for order, responsible in enumerate(assignment.responsible, start=1):
        party = _party_row(responsible)
        rows.add("parties", party)
        tie: Row = {"assignment": key, "position": order, "party": party["key"], "role": responsible.role.value}
        rows.add("responsibles", tie | {"text": responsible.text})
    step, before = 0, None
    while term:
        _add_later_term(rows, term, key, step, before)
        before = term.due.isoformat() if term.due else before
        term, step = term.then, step + 1


def _term_row(term: Deadline | None) -> Row:
    names = ("deadline", "kind", "due", "start", "time", "precision", "rrule", "duration", "working_days", "event", "next")
    if term is None:
        return dict.fromkeys(names)
    return {
        "deadline": term.text,
        "kind": term.kind.value,
        "due": term.due.isoformat() if term.due else None,
        "start": term.start.isoformat() if term.start else None,
        "time": term.time,
        "precision": term.precision.value if term.precision else None,
        "rrule": term.rrule,
        "duration": term.duration,
        "working_days": int(term.working_days),
        "event": term.event,
        "next": _term_json(term.then) if term.then else None,
    }


def _add_later_term(rows: DocumentRows, term: Deadline, assignment: int, step: int, before: str | None) -> None:
    """A term that follows another, and a term that comes again, have days of their own."""
    due = term.due.isoformat() if term.due else None
    if step and due:
        rows.add("later_terms", {"assignment": assignment, "step": step, "day": due, "kind": term.kind.value, "term": _term_json(term)})
    start = term.start.isoformat() if term.start else None
    began = first_day(term.rrule, due, start, before) if term.rrule else None
    if term.rrule and began:
        row: Row = {"assignment": assignment, "step": step, "rule": term.rrule, "phase": phase_of(term.rrule, began)}
        # The first day itself has its row already: as the assignment's day, or as a later term's.
        first = began if began == start != due else days_after(dt.date.fromisoformat(began), 1).isoformat()
        rows.add("recurrences", row | {"first": first, "term": _term_json(term)})


def _term_json(term: Deadline) -> str:
    return json.dumps(term.model_dump(mode="json"), ensure_ascii=False)


def _party_row(responsible: Responsible) -> Row:
    person = responsible.person
    row: Row = {
        "name": responsible.name,
        "full_name": responsible.full_name,
        "person": person.name if person else None,
        "family_name": person.family_name if person else None,
        "given_name": person.given_name if person else None,
        "patronymic_name": person.patronymic_name if person else None,
        "position": person.position if person else None,
        "organization": person.organization if person else None,
    }
    identity = json.dumps(list(row.values()), ensure_ascii=False)
    search = folded(
        responsible.name,
        responsible.full_name,
        person.name if person else None,
        person.position if person else None,
        person.organization if person else None,
    )
    return row | {"key": name_key(identity), "identity": identity, "search": search}


def _add_mentions(rows: DocumentRows, document: Document, key: int) -> None:
    """«На № … от …» and the other documents that the text names."""
    for reply in document.letter.in_reply_to if document.letter else ():
        row: Row = {"relation": "reply", "kind": None, "issuer": None, "title": None, "text": None, "page": 1}
        row |= {"span_start": None, "span_end": None}
        _add_mention(rows, key, row, reply.number, reply.date.isoformat() if reply.date else None)
    for reference in document.references:
        row = {"relation": "reference", "kind": reference.kind, "issuer": reference.issuer, "title": reference.title}
        row |= {"text": reference.text} | span_row(reference)
        _add_mention(rows, key, row, reference.number, reference.date.isoformat() if reference.date else None)


def _add_mention(rows: DocumentRows, document: int, row: Row, number: str | None, date: str | None) -> None:
    known: Row = {"key": rows.next_key("mentions", document), "document": document, "number": number, "date": date}
    search = folded(*(str(row[name] or "") for name in ("kind", "issuer", "title", "text")))
    rows.add("mentions", known | {"number_key": folded_number(number) if number else None, "search": search} | row)
