"""Dates of terms: the one place where they are computed.

A term (what is written) and the date it counts from give a `Deadline`. Counting begins on the next day (ГК РФ ст. 191);
months and years end on the same number, a month without it on its last day (ст. 192); «до» includes the day named; a day
off is not shifted. Nothing is guessed: what the text does not give stays null.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from protocol_cli.grammar.deadlines import Length, Recurrence, Stretch, Term
from protocol_cli.models.base import Span
from protocol_cli.models.deadline import Deadline, DeadlineKind, Precision

_DAY = dt.timedelta(days=1)
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_PRECISIONS = {
    "month": Precision.MONTH, "quarter": Precision.QUARTER, "half_year": Precision.HALF_YEAR, "year": Precision.YEAR,
    "school_year": Precision.SCHOOL_YEAR, "season": Precision.QUARTER,
}  # fmt: skip
_FAR = dt.date(2200, 1, 1)

Range = tuple[dt.date, dt.date]


@dataclass(frozen=True, slots=True)
class SchoolYear:
    """When a school year begins and ends: 1 September – 31 May by default (month, day)."""

    first: tuple[int, int] = (9, 1)
    last: tuple[int, int] = (5, 31)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A deadline with what there is to say about it: codes such as "deadline-impossible-date"."""

    deadline: Deadline
    notices: tuple[str, ...] = ()


class _ImpossibleDateError(ValueError):
    """A day that no calendar has: 31 June."""


def _month_length(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def add_months(day: dt.date, count: int) -> dt.date:
    """Return the same number `count` months on, or the month's last day where it has no such number (ГК РФ ст. 192)."""
    month = day.year * 12 + day.month - 1 + count
    year, month = divmod(month, 12)
    return dt.date(year, month + 1, min(day.day, _month_length(year, month + 1)))


def _months(year: int, first: int, last: int) -> Range:
    if not 1 <= first <= last <= 12:
        raise _ImpossibleDateError
    return dt.date(year, first, 1), dt.date(year, last, _month_length(year, last))


class _Calendar:
    """Finds stretches of the calendar from the day a term counts from."""

    def __init__(self, anchor: dt.date | None, school_year: SchoolYear) -> None:
        self.anchor = anchor
        self.school = school_year

    def range(self, stretch: Stretch, *, edge: str = "end", not_before: dt.date | None = None) -> Range | None:
        """Return the first and last day of a stretch; None when the text does not give them.

        A stretch of no named year is the nearest whose counted edge is not before `not_before`, by default the anchor.
        Raises `_ImpossibleDateError` for a day that does not exist.
        """
        base = not_before or self.anchor
        if stretch.shift == 0 and edge == "before":
            stretch = replace(stretch, shift=1)
        floating = _floats(stretch)
        if not floating:
            found = self._fixed(stretch)
            return _narrowed(found, stretch) if found else None
        if base is None:
            return None
        impossible = False
        for candidate in floating(base):
            try:
                found = self._fixed(candidate)
            except _ImpossibleDateError:
                impossible = True
                continue
            if found is None:
                return None
            found = _narrowed(found, stretch)
            if (found[0] - _DAY if edge == "before" else found[0] if edge == "start" else found[1]) >= base:
                return found
        if impossible:
            raise _ImpossibleDateError
        return None

    def _fixed(self, stretch: Stretch) -> Range | None:
        unit, number = stretch.unit, stretch.number
        if stretch.shift is not None:
            return self._shifted(stretch)
        if unit == "year":
            if number is None:
                return None
            return dt.date(number, 1, 1), dt.date(number, 12, 31)
        if unit == "school_year":
            return self._school(number) if number is not None else None
        if stretch.within is None:
            return None
        outer = self._fixed(stretch.within)
        return _inside(stretch, outer) if outer is not None else None

    def _school(self, year: int) -> Range:
        return dt.date(year, *self.school.first), dt.date(year + 1, *self.school.last)

    def _shifted(self, stretch: Stretch) -> Range | None:
        anchor, shift = self.anchor, stretch.shift or 0
        if anchor is None:
            return None
        unit = stretch.unit
        if unit == "day":
            return anchor + shift * _DAY, anchor + shift * _DAY
        if unit == "year":
            return dt.date(anchor.year + shift, 1, 1), dt.date(anchor.year + shift, 12, 31)
        if unit == "school_year":
            year = anchor.year - 1
            while self._school(year)[0 if shift > 0 else 1] < anchor + (shift > 0) * _DAY:
                year += 1
            return self._school(year)
        if unit == "week":
            monday = anchor - anchor.weekday() * _DAY + 7 * shift * _DAY
            return monday, monday + 6 * _DAY
        if unit == "weekday":
            monday = anchor - anchor.weekday() * _DAY + 7 * shift * _DAY
            day = monday + (stretch.weekday or 0) * _DAY
            return day, day
        size = {"month": 1, "quarter": 3, "half_year": 6}.get(unit)
        if size is None:
            return None
        begin = add_months(anchor.replace(day=1, month=(anchor.month - 1) // size * size + 1), shift * size)
        return begin, add_months(begin, size) - _DAY


def _floats(stretch: Stretch) -> Callable[[dt.date], list[Stretch]] | None:
    """Return what makes the candidates of a stretch whose year or month is not said, nearest first; None when it is."""
    if stretch.shift is not None or stretch.unit in ("year", "school_year"):
        return None
    if stretch.unit == "weekday" and stretch.within is None:
        number = stretch.weekday or 0
        return lambda base: [Stretch("day", (base + (number - base.weekday()) % 7 * _DAY).day,
                                     _month_of(base + (number - base.weekday()) % 7 * _DAY))]  # fmt: skip
    outermost = stretch
    while outermost.within is not None:
        outermost = outermost.within
    if outermost.unit == "day":
        return lambda base: [
            replace(outermost, within=_month_of(add_months(base.replace(day=1), n))) for n in range(13)
        ]
    if outermost.unit in ("year", "school_year") or outermost.shift is not None:
        return None
    if outermost.number is None and outermost.unit == "quarter":
        return lambda base: [replace(stretch, within=Stretch("quarter", (base.month - 1) // 3 % 4 + 1, Stretch("year", base.year))),
                             replace(stretch, within=Stretch("quarter", (base.month - 1) // 3 % 4 + 2 if base.month < 10 else 1,
                                                             Stretch("year", base.year + (base.month > 9))))]  # fmt: skip
    if outermost.number is None:
        return lambda base: [replace(stretch, within=_month_of(add_months(base.replace(day=1), n))) for n in range(13)]
    return lambda base: [stretch.in_year(Stretch("year", base.year + n)) for n in range(-1, 6)]


def _month_of(day: dt.date) -> Stretch:
    return Stretch("month", day.month, Stretch("year", day.year))


def _inside(stretch: Stretch, outer: Range) -> Range:
    """Return the `number`-th unit of a range."""
    first, last = outer
    unit, number = stretch.unit, stretch.number if stretch.number is not None else 1
    if not number:
        raise _ImpossibleDateError
    if unit == "day":
        day = first + (number - 1) * _DAY if number > 0 else last + (number + 1) * _DAY
        if not first <= day <= last:
            raise _ImpossibleDateError
        return day, day
    if unit == "working_day":
        from protocol_cli.workdays import add_working_days

        day = add_working_days(first - _DAY if number > 0 else last + _DAY, number)
        return day, day
    if unit == "weekday":
        ahead = ((stretch.weekday or 0) - first.weekday()) % 7
        if number > 0:
            day = first + ahead * _DAY + 7 * (number - 1) * _DAY
        else:
            day = last - (last.weekday() - (stretch.weekday or 0)) % 7 * _DAY + 7 * (number + 1) * _DAY
        if not first <= day <= last:
            raise _ImpossibleDateError
        return day, day
    if unit == "week":
        begin = first + 7 * (number - 1) * _DAY if number > 0 else last - 6 * _DAY
        return begin, min(begin + 6 * _DAY, last)
    if unit == "ten_days":
        begin = first + 10 * ((number - 1) if number > 0 else 2) * _DAY
        return begin, last if number in (3, -1) else begin + 9 * _DAY
    if unit == "half_month":
        return (first, first + 14 * _DAY) if number == 1 else (first + 15 * _DAY, last)
    if unit == "season":
        return _months(first.year, 3 * number - 3, 3 * number - 1)
    months = {"month": 1, "quarter": 3, "half_year": 6}[unit]
    if first.year != last.year:  # half of a school year
        return (first, dt.date(first.year, 12, 31)) if number == 1 else (dt.date(last.year, 1, 1), last)
    opening = first.month + months * (number - 1) if number > 0 else last.month + 1 + months * number
    return _months(first.year, opening, opening + months - 1)


def _narrowed(found: Range, stretch: Stretch) -> Range:
    """Narrow a range to its start, middle or end: «в начале июня» is its first third, «до середины мая» its middle day."""
    if stretch.part is None:
        return found
    first, last = found
    size = (last - first).days + 1
    if size < 3:
        return found
    if stretch.part == "start":
        return first, first + (max(size // 3, 1) - 1) * _DAY
    if stretch.part == "end":
        return last - (max(size - size // 3 * 2, 1) - 1) * _DAY, last
    if stretch.unit == "month":
        return dt.date(first.year, first.month, 11), dt.date(first.year, first.month, 20)
    return first + size // 3 * _DAY, first + (size // 3 * 2 - 1) * _DAY


class _Resolver:
    def __init__(
        self, text: str, anchor: dt.date | None, span: Callable[[int, int], Span], school_year: SchoolYear
    ) -> None:
        self.text = text
        self.anchor = anchor
        self.span = span
        self.calendar = _Calendar(anchor, school_year)
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
        except (_ImpossibleDateError, OverflowError, ValueError):
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
            span=self.span(term.start, term.end), text=_clean(self.text[term.start : term.end]), kind=DeadlineKind(term.kind),
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
                due = {"end": found[1], "before": found[0] - _DAY, "start": found[0]}[term.edge]
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
        return self._counted(base, length) if base is not None else None

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
            return base + hours // 24 * _DAY if hours >= 0 else base - (-hours + 23) // 24 * _DAY
        days = {"day": 1, "week": 7, "ten_days": 10}.get(length.unit)
        if days is not None:
            return base + count * days * _DAY
        return add_months(base, count * {"month": 1, "quarter": 3, "half_year": 6, "year": 12}[length.unit])

    def _recurring(
        self, term: Term, previous: dt.date | None, previous_term: Term | None
    ) -> tuple[dt.date | None, dt.date | None, str | None]:
        rule = term.recurrence
        if rule is None:
            return None, None, None
        every_workday = len(rule.weekdays) == 5 and rule.freq == "WEEKLY"
        if term.inherits and previous is not None and not (rule.days or rule.weekdays or rule.months):
            rule = _inherited(rule, previous, previous_term)
        start = until = None
        if term.first is not None:
            found = self.calendar.range(term.first)
            start = found[0] if found else None
        if term.last is not None:
            found = self.calendar.range(term.last, edge=term.edge, not_before=start)
            until = found[1] if found else None
        due = None
        base = start or self.anchor
        if term.inherits and previous is not None:
            base = previous + _DAY
        if base is not None and (rule.days or rule.weekdays) and not every_workday:
            due = first_occurrence(rule, base, phase=previous if term.inherits else None)
            if due is not None and until is not None and due > until:
                due = None
        for day in rule.days:
            if day > 31 or (
                rule.months and all(day > (29 if month == 2 else _month_length(2001, month)) for month in rule.months)
            ):
                raise _ImpossibleDateError
        return due, start, rrule_of(rule, until)


def _inherited(rule: Recurrence, day: dt.date, term: Term | None) -> Recurrence:
    """Give what follows «далее –» the first date's day: «до 1 июня 2021 г., далее – ежегодно»."""
    at_end = term is not None and term.last is not None and term.last.unit != "day" and term.edge == "end"
    number = -1 if at_end and rule.freq == "MONTHLY" else day.day
    if rule.times > 1:
        return rule
    if rule.freq == "YEARLY":
        return replace(rule, months=(day.month,), days=(day.day,))
    if rule.freq == "MONTHLY":
        return replace(rule, days=(number,))
    if rule.freq == "WEEKLY":
        return replace(rule, weekdays=(_WEEKDAYS[day.weekday()],))
    return rule


def first_occurrence(rule: Recurrence, base: dt.date, *, phase: dt.date | None = None) -> dt.date | None:
    """Return the first day, not before `base`, on which a rule that names its days falls due."""
    if rule.freq == "WEEKLY" and rule.weekdays:
        return min(base + ((_WEEKDAYS.index(code) - base.weekday()) % 7) * _DAY for code in rule.weekdays)
    if rule.freq not in ("MONTHLY", "YEARLY"):
        return None
    month = base.replace(day=1)
    origin = phase or base
    for _ in range(12 * 9):
        ahead = (month.year - origin.year) * 12 + month.month - origin.month
        fits = month.month in rule.months if rule.months else rule.freq == "MONTHLY"
        if phase is not None:
            fits = fits and (ahead % rule.interval == 0 if rule.freq == "MONTHLY" else ahead // 12 % rule.interval == 0)
        if fits:
            days = sorted(day for day in _days_of_month(rule, month) if day >= base)
            if days:
                return days[0]
        month = add_months(month, 1)
    return None


def _days_of_month(rule: Recurrence, month: dt.date) -> list[dt.date]:
    length = _month_length(month.year, month.month)
    found = [month.replace(day=day if day > 0 else length + 1 + day) for day in rule.days if -length <= day <= length]
    if rule.position is not None:
        return [_inside(Stretch("working_day", rule.position), (month, month.replace(day=length)))[0]]
    for code in rule.weekdays:
        place, weekday = code[:-2], _WEEKDAYS.index(code[-2:])
        if place:
            try:
                nth = Stretch("weekday", int(place), weekday=weekday)
                found.append(_inside(nth, (month, month.replace(day=length)))[0])
            except _ImpossibleDateError:
                continue
    return found


def rrule_of(rule: Recurrence, until: dt.date | None = None) -> str | None:
    """Write a rule as RFC 5545 has it; None when it has no word for it («два раза в год» on no named days)."""
    if rule.times > 1 and not (rule.days or rule.weekdays or rule.months):
        return None
    parts = [f"FREQ={rule.freq}"]
    if rule.interval > 1:
        parts.append(f"INTERVAL={rule.interval}")
    if until is not None:
        parts.append(f"UNTIL={until:%Y%m%d}")
    if rule.months:
        parts.append("BYMONTH=" + ",".join(map(str, rule.months)))
    if rule.days:
        parts.append("BYMONTHDAY=" + ",".join(map(str, rule.days)))
    if rule.weekdays:
        parts.append("BYDAY=" + ",".join(rule.weekdays))
    if rule.position is not None:
        parts.append(f"BYSETPOS={rule.position}")
    return ";".join(parts)


def iso_duration(length: Length) -> str | None:
    """Write a length as ISO 8601: "P10D", "P2W", "P1M", "PT3H"; negative when it counts back."""
    if length.same_day and length.unit == "day" and length.count == 0:
        return None
    sign = "-" if length.before else ""
    unit, count = length.unit, length.count
    if unit in ("hour", "minute"):
        return f"{sign}PT{count}{'H' if unit == 'hour' else 'M'}"
    letter, size = {"day": ("D", 1), "week": ("W", 1), "ten_days": ("D", 10), "month": ("M", 1), "quarter": ("M", 3),
                    "half_year": ("M", 6), "year": ("Y", 1)}[unit]  # fmt: skip
    return f"{sign}P{count * size}{letter}"


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
