"""Dates of terms: the one place where they are computed.

A term (what is written) and the date it counts from give a `Deadline`. Counting begins on the next day (ГК РФ
ст. 191); months and years end on the same number, a month without it on its last day (ст. 192); «до» includes the day
named; a day off is not shifted. Nothing is guessed: what the text does not give stays null.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from protocol_cli.calendar_ranges import DAY, Calendar, ImpossibleDateError, SchoolYear, add_months, month_length
from protocol_cli.grammar.terms import Length, Stretch, Term
from protocol_cli.models.base import Span
from protocol_cli.models.deadline import Deadline, DeadlineKind, Precision
from protocol_cli.occurrences import first_occurrence, inherited, iso_duration, rrule_of

_PRECISIONS = {
    "month": Precision.MONTH, "quarter": Precision.QUARTER, "half_year": Precision.HALF_YEAR, "year": Precision.YEAR,
    "school_year": Precision.SCHOOL_YEAR, "season": Precision.QUARTER,
}  # fmt: skip
# Years: «хранить в течение 75 лет» is a length, and no day anybody is asked about.
_FARTHEST = 50

__all__ = ["Resolved", "SchoolYear", "resolve"]


@dataclass(frozen=True, slots=True)
class Resolved:
    """A deadline with what there is to say about it: codes such as "deadline-impossible-date"."""

    deadline: Deadline
    notices: tuple[str, ...] = ()


class _Resolver:
    def __init__(
        self, text: str, anchor: dt.date | None, span: Callable[[int, int], Span], school_year: SchoolYear
    ) -> None:
        self.text = text
        self.anchor = anchor
        self.span = span
        self.calendar = Calendar(anchor, school_year)
        self.notices: list[str] = []

    def notice(self, code: str) -> None:
        if code not in self.notices:
            self.notices.append(code)

    def deadline(self, term: Term, previous: dt.date | None = None, previous_term: Term | None = None) -> Deadline:
        """Make the deadline of a term, and of those that follow it."""
        if term.ambiguous:
            self.notice("deadline-ambiguous")
        due = start = None
        rrule = duration = None
        try:
            due, start, rrule = self._dates(term, previous, previous_term)
        except (ImpossibleDateError, OverflowError, ValueError):
            self.notice("deadline-impossible-date")
        if term.kind == "relative" or (term.kind == "recurring" and term.length is not None):
            duration = iso_duration(term.length) if term.length is not None else None
        if due is not None and self.anchor is not None and due < self.anchor and term.kind in ("date", "period"):
            self.notice("deadline-before-document")
        if term.kind == "immediate":
            self.notice("deadline-vague")
        day = due if term.kind != "period" else None
        then = self.deadline(term.then, day or previous, term) if term.then is not None else None
        return Deadline(
            span=self.span(term.start, term.end),
            text=_clean(self.text[term.start : term.end]),
            kind=DeadlineKind(term.kind),
            due=due, start=start, time=f"{term.clock[0]:02}:{term.clock[1]:02}" if term.clock else None,
            precision=_precision(term) if due is not None else None, rrule=rrule, duration=duration,
            working_days=bool(term.length and term.length.working),
            event=_clean(self.text[term.event[0] : term.event[1]]) if term.event else None, then=then,
        )  # fmt: skip

    def _dates(
        self, term: Term, previous: dt.date | None, previous_term: Term | None
    ) -> tuple[dt.date | None, dt.date | None, str | None]:
        if term.kind == "recurring":
            return self._recurring(term, previous, previous_term)
        if term.kind == "relative":
            return self._relative(term), None, None
        if term.kind == "immediate":
            return None, None, None
        base = previous if previous is not None and term.kind in ("date", "period") else None
        carried = previous_term is not None and previous_term.last is not None and previous_term.last.dated()
        if (base is not None and not (carried or term.inherits)) or (base and self.anchor and base < self.anchor):
            base = None
        return *self._bounds(term, base), None

    def _bounds(self, term: Term, base: dt.date | None) -> tuple[dt.date | None, dt.date | None]:
        due = start = None
        if term.last is not None:
            if term.first is not None and term.first.dated() and not term.last.dated() and term.first != term.last:
                opening = self.calendar.range(term.first)
                base = opening[0] if opening else base
            found = self.calendar.range(term.last, edge=term.edge, not_before=base)
            if found is not None:
                due = {"end": found[1], "before": found[0] - DAY, "start": found[0]}[term.edge]
                if term.last.part == "middle" and term.edge == "end" and term.first is None:
                    due = dt.date(found[0].year, found[0].month, 15) if term.last.unit == "month" else found[0]
        if term.first is not None:
            start = self._start(term, due)
        return due, start

    def _start(self, term: Term, due: dt.date | None) -> dt.date | None:
        first = term.first
        if first is None:
            return None
        if term.kind == "period" and first == term.last and due is not None:
            found = self.calendar.range(first, edge=term.edge)
            return found[0] if found else None
        if due is not None and not first.dated() and term.last is not None:
            for back in (0, 1):
                candidate = first.in_year(Stretch("year", due.year - back))
                found = self.calendar.range(candidate, not_before=dt.date(1, 1, 1)) if candidate.dated() else None
                if found is not None and found[0] <= due:
                    return found[0]
        found = self.calendar.range(first)
        start = found[0] if found else None
        if start is not None and due is not None and start > due:
            self.notice("deadline-period-reversed")
        return start

    def _relative(self, term: Term) -> dt.date | None:
        length = term.length
        if length is None:
            return None
        base = self.anchor
        if term.event_at is not None:
            found = self.calendar.range(term.event_at)
            base = (found[1] if term.event_at.part == "end" else found[0]) if found else None
        elif (term.event is not None and not term.own_day) or length.before:
            return None
        if base is None:
            return None
        due = self._counted(base, length)
        return due if abs(due.year - base.year) <= _FARTHEST else None

    def _counted(self, base: dt.date, length: Length) -> dt.date:
        count = -length.count if length.before else length.count
        if length.same_day:
            return base
        if length.working and length.unit == "day":
            from protocol_cli.workdays import add_working_days, is_known_year

            found = add_working_days(base, max(min(count, 4000), -4000))
            if not is_known_year(found.year):
                self.notice("deadline-unknown-calendar")
            return found
        if length.unit in ("minute", "hour"):
            hours = count if length.unit == "hour" else count // 60
            return base + hours // 24 * DAY if hours >= 0 else base - (-hours + 23) // 24 * DAY
        days = {"day": 1, "week": 7, "ten_days": 10}.get(length.unit)
        if days is not None:
            return base + count * days * DAY
        return add_months(base, count * {"month": 1, "quarter": 3, "half_year": 6, "year": 12}[length.unit])

    def _recurring(
        self, term: Term, previous: dt.date | None, previous_term: Term | None
    ) -> tuple[dt.date | None, dt.date | None, str | None]:
        rule = term.recurrence
        if rule is None:
            return None, None, None
        every_workday = len(rule.weekdays) == 5 and rule.freq == "WEEKLY"
        if term.inherits and previous is not None and not (rule.days or rule.weekdays or rule.months):
            rule = inherited(rule, previous, previous_term)
        start = until = None
        if term.first is not None:
            found = self.calendar.range(term.first)
            start = found[0] if found else None
        if term.last is not None:
            found = self.calendar.range(term.last, edge=term.edge, not_before=start)
            until = found[1] if found else None
        due = None
        base = max(start, self.anchor) if start is not None and self.anchor is not None else start or self.anchor
        if term.inherits and previous is not None:
            base = previous + DAY
        if rule.freq == "DAILY" and start is not None and until is None and not rule.weekdays:
            due = start  # «ежедневно, начиная с 19 августа»
        if base is not None and (rule.days or rule.weekdays) and not every_workday:
            due = first_occurrence(rule, base, phase=previous if term.inherits else None)
            if due is not None and until is not None and due > until:
                due = None
        for day in rule.days:
            if day > 31 or (
                rule.months and all(day > (29 if month == 2 else month_length(2001, month)) for month in rule.months)
            ):
                raise ImpossibleDateError
        return due, start, rrule_of(rule, until)


def _precision(term: Term) -> Precision:
    if term.last is None or term.kind in ("relative", "recurring"):
        return Precision.DAY
    return _PRECISIONS.get(term.last.unit, Precision.DAY)


def _clean(text: str) -> str:
    return " ".join(text.split())


def resolve(
    term: Term,
    text: str,
    anchor: dt.date | None,
    *,
    span: Callable[[int, int], Span],
    school_year: SchoolYear | None = None,
) -> Resolved:
    """Compute the dates of a term read from `text`, counted from `anchor` (the document's own date, or None).

    `span` turns offsets of `text` into a place of the document. Returns the deadline with notices:
    "deadline-impossible-date" (31 June: `due` stays null), "deadline-ambiguous" (one of several readings was taken),
    "deadline-before-document", "deadline-vague", "deadline-period-reversed", "deadline-unknown-calendar".
    """
    resolver = _Resolver(text, anchor, span, school_year or SchoolYear())
    deadline = resolver.deadline(term)
    return Resolved(deadline, tuple(resolver.notices))
