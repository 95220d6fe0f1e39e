"""A document as the rows of the registry's tables."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from protocol_cli.registry.search import folded

if TYPE_CHECKING:
    from protocol_cli.models import Assignment, Document, Responsible

Value = str | int | None
Row = dict[str, Value]

LETTER = 0  # the `protocol` of what the letter itself asks


@dataclass(frozen=True, slots=True)
class AssignmentRows:
    """One assignment with those who answer for it: pairs of a party and the row that ties it, in order."""

    assignment: Row
    responsible: tuple[tuple[Row, Row], ...]


def document_row(document: Document) -> Row:
    """The row of `documents`, as far as the file says it. Number and date are the letter's, else the protocol's."""
    source, letter = document.source, document.letter
    head = letter or (document.protocols[0] if document.protocols else None)
    if letter:
        subject = letter.subject
    else:
        subject = document.protocols[0].title if document.protocols else None
    return {
        "sha256": source.sha256,
        "source": source.name,
        "format": source.format,
        "pages": source.pages,
        "kind": document.kind.value,
        "organization": letter.organization.name if letter and letter.organization else None,
        "subject": subject,
        "number": head.number if head else None,
        "date": head.date.isoformat() if head and head.date else None,
    }


def protocol_rows(document: Document) -> Iterator[Row]:
    """The rows of `protocols`; positions count from 1."""
    for position, protocol in enumerate(document.protocols, start=1):
        yield {
            "position": position,
            "title": protocol.title,
            "meeting": protocol.meeting,
            "number": protocol.number,
            "date": protocol.date.isoformat() if protocol.date else None,
            "place": protocol.place,
        }


def assignment_rows(document: Document) -> Iterator[AssignmentRows]:
    """The letter's requests, then each protocol's decisions, in order."""
    requests = document.letter.requests if document.letter else ()
    for position, request in enumerate(requests, start=1):
        yield _assignment_rows(request, LETTER, position, f"L{position}")
    for protocol, minutes in enumerate(document.protocols, start=1):
        for position, decision in enumerate(minutes.decisions, start=1):
            yield _assignment_rows(decision, protocol, position, f"P{protocol}.{position}")


def _assignment_rows(assignment: Assignment, protocol: int, position: int, place: str) -> AssignmentRows:
    row: Row = {
        "place": place,
        "protocol": protocol,
        "position": position,
        "number": assignment.number,
        "lead": assignment.lead,
        "text": assignment.text,
        "agenda_item": assignment.agenda_item,
        "control": assignment.control.name if assignment.control else None,
        "page": assignment.span.page,
        "span_start": assignment.span.start,
        "span_end": assignment.span.end,
    }
    term = assignment.deadline
    if term:
        row |= {
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
            "next": json.dumps(term.then.model_dump(mode="json"), ensure_ascii=False) if term.then else None,
        }
    return AssignmentRows(
        row,
        tuple(
            (_party_row(responsible), {"position": order, "role": responsible.role.value, "text": responsible.text})
            for order, responsible in enumerate(assignment.responsible, start=1)
        ),
    )


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
    return row | {"identity": identity, "search": search}
