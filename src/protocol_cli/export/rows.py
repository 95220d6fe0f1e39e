"""An assignment as the exports take it: a light row, made of what the registry or a pipe says of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from protocol_cli.workdays import Profile, effective_due

SOON = 7  # days: what is due within a week is told apart


class State(StrEnum):
    """How an assignment stands on a day; computed, never stored."""

    DONE = "done"
    DONE_LATE = "done_late"
    OVERDUE = "overdue"
    SOON = "soon"
    OPEN = "open"
    RECURRING = "recurring"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Moment:
    """The day on which the file is made, and the rule that moves a term off a day off."""

    today: dt.date
    profile: Profile = "gov"


@dataclass(frozen=True, slots=True)
class AssignmentRow:
    """One assignment with a term, or one day of a term that comes again.

    `record` is what it was made of, in the shape of `protocol deadlines --json`. `responsible` has the lead first.
    `stated_due` is what the document says, `due` the day that is under control: of an extended term, or of a day that
    comes again, it is another. `effective_due` is `due` moved off a day off; `next_due` is the next day of a recurring
    term, not before today, else `effective_due`. `days` counts the calendar days to it, negative when overdue; None
    without a day and for what is done. `path` is where the file lies, when that is known.
    """

    record: Mapping[str, Any]
    id: str
    document: str
    text: str
    responsible: tuple[str, ...]
    stated_due: dt.date | None
    due: dt.date | None
    effective_due: dt.date | None
    next_due: dt.date | None
    state: State
    days: int | None
    path: str | None = None

    @property
    def done_on(self) -> dt.date | None:
        """The day on which it was done, as the journal says."""
        return _day(self.record.get("done_on"))

    @property
    def extended(self) -> bool:
        """Whether the term was moved after the document was signed."""
        return self.due != self.stated_due and self.stated_due is not None and not self.record.get("rrule")

    @property
    def lead(self) -> str:
        """Who answers for the whole; empty when nobody is named."""
        return self.responsible[0] if self.responsible else ""

    @property
    def others(self) -> tuple[str, ...]:
        """Those who take part."""
        return self.responsible[1:]

    def get(self, name: str) -> Any:  # noqa: ANN401 - a field of a record
        """The record's field as it came, or None."""
        return self.record.get(name)


def row_from_record(record: Mapping[str, Any], moment: Moment, path: str | None = None) -> AssignmentRow:
    """The row of one record of `protocol deadlines`, as it stands on the day of `moment`."""
    stated = _day(record.get("due"))
    due = _day(record.get("day")) or stated
    effective = _day(record.get("effective_due")) or (_effective(due, moment.profile) if due else None)
    upcoming, rule = effective, record.get("rrule")
    if due and rule and due == stated:
        following = next_occurrence(rule, due, moment.today)
        upcoming = _effective(following, moment.profile) if following else effective
    done = _day(record.get("done_on"))
    state = _state(record, upcoming, done, moment.today)
    counted = upcoming is not None and state not in (State.DONE, State.DONE_LATE)
    return AssignmentRow(
        record=record,
        id=str(record["id"]),
        document=str(record["document"]),
        text=with_lead(record.get("lead"), str(record["text"])),
        responsible=tuple(record.get("responsible") or ()),
        stated_due=stated,
        due=due,
        effective_due=effective,
        next_due=upcoming,
        state=state,
        days=(upcoming - moment.today).days if counted and upcoming else None,
        path=path or record.get("path"),
    )


def with_lead(lead: str | None, text: str) -> str:
    """The assignment with its introductory line: «Руководителям ОО: обеспечить …»."""
    return f"{lead}: {text}" if lead else text


@lru_cache(maxsize=4096)
def next_occurrence(rule: str, first: dt.date, today: dt.date) -> dt.date | None:
    """The first day of the RFC 5545 rule that is not before `today` and not before `first`; None when there is none."""
    from dateutil.rrule import rrulestr

    if first >= today:
        return first
    try:
        begin = dt.datetime(first.year, first.month, first.day)  # noqa: DTZ001 - a day has no zone
        found = rrulestr(f"RRULE:{rule}", dtstart=begin).after(
            dt.datetime(today.year, today.month, today.day),  # noqa: DTZ001
            inc=True,
        )
    except (ValueError, OverflowError):
        return None
    return found.date() if found else None


def _state(record: Mapping[str, Any], due: dt.date | None, done: dt.date | None, today: dt.date) -> State:
    if done:
        return State.DONE_LATE if due and done > due and not record.get("rrule") else State.DONE
    if due is None:
        return State.RECURRING if record.get("kind") == "recurring" else State.UNDATED
    if due < today:
        return State.OVERDUE
    if (due - today).days <= SOON:
        return State.SOON
    return State.RECURRING if record.get("rrule") else State.OPEN


@lru_cache(maxsize=4096)
def _effective(due: dt.date, profile: Profile) -> dt.date:
    return effective_due(due, profile)


@lru_cache(maxsize=4096)
def _parsed(day: str) -> dt.date:
    return dt.date.fromisoformat(day[:10])


def _day(value: object) -> dt.date | None:
    return _parsed(value) if isinstance(value, str) and value else None
