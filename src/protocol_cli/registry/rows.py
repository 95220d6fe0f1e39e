"""What a question to the registry takes and gives: light values that do not need the models to be imported."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, Literal, TypedDict

Record = dict[str, Any]  # one line of a list: the shape that `--json` prints; dates are ISO 8601
Status = Literal["open", "done", "all"]


@dataclass(frozen=True, slots=True)
class Saved:
    """A document is in the registry: its short id, whether it was `new`, or known but read differently (`updated`)."""

    id: str
    new: bool
    updated: bool = False


@dataclass(frozen=True, slots=True)
class DeadlineFilter:
    """Which deadlines are asked for.

    `before` and `after` are days and include themselves. `every_day` adds the days of terms that follow, and of those
    that come again: day by day between the two, the next day of each with `after` alone. `responsible` is any part of
    a name, in any form: all its words must be in one name (case and ё do not count). `undated` adds the terms without
    a day: «постоянно», «по плану». `document` is an id, its beginning, or a registration number. `sort` is «due» or
    «-due».
    """

    before: dt.date | None = None
    after: dt.date | None = None
    responsible: str | None = None
    undated: bool = False
    every_day: bool = False
    kind: str | None = None
    document: str | None = None
    status: Status = "all"
    sort: str = "due"
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class ListFilter:
    """Which lines of a list are asked for; what is None does not matter.

    `after` and `before` are days of the document and include themselves. `name` is any part of a name, in any form;
    `document` is an id, its beginning, or a registration number. `sort` is one of the list's own orders, with «-»
    before it from the end.
    """

    after: dt.date | None = None
    before: dt.date | None = None
    document: str | None = None
    name: str | None = None
    organization: str | None = None
    kind: str | None = None
    role: str | None = None
    sort: str | None = None
    limit: int | None = None


class Place(TypedDict):
    """A place in the document's text: half-open, in characters; the page from 1."""

    start: int
    end: int
    page: int


class DeadlineRecord(TypedDict):
    """One day of one assignment, flat: the shape that `protocol deadlines --json` prints; dates are ISO 8601.

    `id` is «document:place» and stays the same when the document is read again; `protocol` counts the protocols of
    the file from 1 and is null for a request of the letter. `due` is what the document says, `day` the day that this
    line is about: of a term that comes again or was extended it is another. `effective_due` is null until a calendar is
    asked for, `days_left` (negative when overdue) until today is.
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
    day: str | None
    done_on: str | None
    days_left: int | None


class JournalEntry(TypedDict):
    """What was done about an assignment: `day` says when, `before` and `until` the term before and after."""

    place: str
    action: str
    day: str
    before: str | None
    until: str | None
    note: str | None
    made_at: str
