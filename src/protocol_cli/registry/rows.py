"""What a question to the registry takes and gives: light values that do not need the models to be imported."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TypedDict


@dataclass(frozen=True, slots=True)
class Saved:
    """A document is in the registry: its short id, whether it was `new`, or known but read differently (`updated`)."""

    id: str
    new: bool
    updated: bool = False


@dataclass(frozen=True, slots=True)
class DeadlineFilter:
    """Which deadlines are asked for.

    `before` and `after` are days and include themselves. `responsible` is any part of a name: all its words must be
    in one name (case and ё do not count). `undated` adds the terms without a day: «постоянно», «по плану».
    """

    before: dt.date | None = None
    after: dt.date | None = None
    responsible: str | None = None
    undated: bool = False


class Place(TypedDict):
    """A place in the document's text: half-open, in characters; the page from 1."""

    start: int
    end: int
    page: int


class DeadlineRecord(TypedDict):
    """One assignment with a term, flat: the shape that `protocol deadlines --json` prints; dates are ISO 8601.

    `id` is «document:place» and stays the same when the document is read again; `protocol` counts the protocols of
    the file from 1 and is null for a request of the letter; `effective_due` is null until a calendar is asked for.
    """

    id: str
    document: str
    source: str
    document_kind: str
    document_number: str | None
    document_date: str | None
    protocol: int | None
    protocol_number: str | None
    protocol_date: str | None
    agenda_item: str | None
    number: str | None
    lead: str | None
    text: str
    responsible: list[str]
    due: str | None
    effective_due: str | None
    deadline: str
    kind: str
    start: str | None
    time: str | None
    precision: str | None
    rrule: str | None
    event: str | None
    then: object
    page: int
    span: Place
