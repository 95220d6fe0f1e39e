"""Documents for tests: a case states only what matters to it."""

from __future__ import annotations

import datetime as dt
import hashlib

from protocol_cli.models import (
    Assignment,
    Deadline,
    DeadlineKind,
    Document,
    DocumentKind,
    Letter,
    Person,
    Precision,
    Protocol,
    Responsible,
    Role,
    SourceInfo,
    Span,
)

PLACE = Span(start=0, end=10, page=1)


def term(due: str | None = None, text: str = "до дня", kind: DeadlineKind | None = None) -> Deadline:
    return Deadline(
        text=text,
        kind=kind or (DeadlineKind.DATE if due else DeadlineKind.ONGOING),
        due=dt.date.fromisoformat(due) if due else None,
        precision=Precision.DAY if due else None,
        span=PLACE,
    )


def responsible(name: str, full_name: str | None = None, person: str | None = None) -> Responsible:
    family = person.split()[0] if person else None
    return Responsible(
        text=name,
        name=name,
        full_name=full_name,
        person=Person(name=person, family_name=family, span=PLACE) if person else None,
        role=Role.LEAD,
    )


def assignment(text: str, deadline: Deadline | None = None, *names: Responsible, number: str = "1") -> Assignment:
    return Assignment(text=text, number=number, deadline=deadline, responsible=names, span=PLACE)


def protocol(
    *decisions: Assignment, content: str = "a", number: str = "1", date: str = "2021-04-16", text: str | None = None
) -> Document:
    return Document(
        source=SourceInfo(name=f"{content}.txt", format="txt", sha256=hashlib.sha256(content.encode()).hexdigest()),
        kind=DocumentKind.PROTOCOL,
        protocols=(Protocol(number=number, date=dt.date.fromisoformat(date), decisions=tuple(decisions), span=PLACE),),
        text=text,
    )


def letter(*requests: Assignment, content: str = "l", decisions: tuple[Assignment, ...] = ()) -> Document:
    minutes = Protocol(date=dt.date(2021, 4, 16), decisions=decisions, span=PLACE)
    return Document(
        source=SourceInfo(name=f"{content}.txt", format="txt", sha256=hashlib.sha256(content.encode()).hexdigest()),
        kind=DocumentKind.LETTER,
        letter=Letter(number="57-2751", date=dt.date(2021, 5, 6), requests=tuple(requests), span=PLACE),
        protocols=(minutes,) if decisions else (),
    )
