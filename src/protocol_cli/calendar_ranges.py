"""First and last days of stretches of the calendar, found from the day a term counts from; a part of `due`."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from protocol_cli.grammar.terms import Stretch

DAY = dt.timedelta(days=1)


Range = tuple[dt.date, dt.date]


@dataclass(frozen=True, slots=True)
class SchoolYear:
    """When a school year begins and ends: 1 September – 31 May by default (month, day)."""

    first: tuple[int, int] = (9, 1)
    last: tuple[int, int] = (5, 31)


class ImpossibleDateError(ValueError):
    """A day that no calendar has: 31 June."""


def month_length(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def add_months(day: dt.date, count: int) -> dt.date:
    """Return the same number `count` months on, or the month's last day where it has no such number (ГК РФ ст. 192)."""
    month = day.year * 12 + day.month - 1 + count
    year, month = divmod(month, 12)
    return dt.date(year, month + 1, min(day.day, month_length(year, month + 1)))


def _months(year: int, first: int, last: int) -> Range:
    if not 1 <= first <= last <= 12:
        raise ImpossibleDateError
    return dt.date(year, first, 1), dt.date(year, last, month_length(year, last))


class Calendar:
    """Finds stretches of the calendar from the day a term counts from."""

    def __init__(self, anchor: dt.date | None, school_year: SchoolYear) -> None:
        self.anchor = anchor
        self.school = school_year

    def range(self, stretch: Stretch, *, edge: str = "end", not_before: dt.date | None = None) -> Range | None:
        """Return the first and last day of a stretch; None when the text does not give them.

        A stretch of no named year is the nearest whose counted edge is not before `not_before`, by default the anchor.
        Raises `ImpossibleDateError` for a day that does not exist.
        """
        base = not_before or self.anchor
        if stretch.shift == 0 and edge in ("before", "start"):
            stretch = replace(stretch, shift=1)
        floating = _floats(stretch)
        if not floating:
            found = self._fixed(stretch)
            found = _narrowed(found, stretch) if found else None
            passed = found is not None and base is not None and found[1] < base
            if passed and stretch.shift == 0 and stretch.part in ("start", "middle"):
                return self.range(replace(stretch, shift=1))
            return found
        if base is None:
            return None
        impossible = False
        for candidate in floating(base):
            try:
                found = self._fixed(candidate)
            except ImpossibleDateError:
                impossible = True
                continue
            if found is None:
                return None
            found = _narrowed(found, stretch)
            if (found[0] - DAY if edge == "before" else found[0] if edge == "start" else found[1]) >= base:
                return found
        if impossible:
            raise ImpossibleDateError
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
        return inside(stretch, outer) if outer is not None else None

    def _school(self, year: int) -> Range:
        return dt.date(year, *self.school.first), dt.date(year + 1, *self.school.last)

    def _shifted(self, stretch: Stretch) -> Range | None:
        anchor, shift = self.anchor, stretch.shift or 0
        if anchor is None:
            return None
        unit = stretch.unit
        if unit == "day":
            return anchor + shift * DAY, anchor + shift * DAY
        if unit == "year":
            return dt.date(anchor.year + shift, 1, 1), dt.date(anchor.year + shift, 12, 31)
        if unit == "school_year":
            year = anchor.year - 1
            while self._school(year)[0 if shift > 0 else 1] < anchor + (shift > 0) * DAY:
                year += 1
            return self._school(year)
        if unit == "week":
            monday = anchor - anchor.weekday() * DAY + 7 * shift * DAY
            return monday, monday + 6 * DAY
        if unit == "weekday":
            monday = anchor - anchor.weekday() * DAY + 7 * shift * DAY
            day = monday + (stretch.weekday or 0) * DAY
            return day, day
        size = {"month": 1, "quarter": 3, "half_year": 6}.get(unit)
        if size is None:
            return None
        begin = add_months(anchor.replace(day=1, month=(anchor.month - 1) // size * size + 1), shift * size)
        return begin, add_months(begin, size) - DAY


def _floats(stretch: Stretch) -> Callable[[dt.date], list[Stretch]] | None:
    """Return what makes the candidates of a stretch whose year or month is not said, nearest first; None when it is."""
    if stretch.shift is not None or stretch.unit in ("year", "school_year"):
        return None
    if stretch.unit == "weekday" and stretch.within is None:
        number = stretch.weekday or 0
        return lambda base: [Stretch("day", (base + (number - base.weekday()) % 7 * DAY).day,
                                     _month_of(base + (number - base.weekday()) % 7 * DAY))]  # fmt: skip
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
        return lambda base: [replace(stretch, within=_quarter_of(add_months(base.replace(day=1), n))) for n in (0, 3)]
    if outermost.number is None:
        return lambda base: [replace(stretch, within=_month_of(add_months(base.replace(day=1), n))) for n in range(13)]
    return lambda base: [stretch.in_year(Stretch("year", base.year + n)) for n in range(-1, 6)]


def _quarter_of(day: dt.date) -> Stretch:
    return Stretch("quarter", (day.month - 1) // 3 + 1, Stretch("year", day.year))


def _month_of(day: dt.date) -> Stretch:
    return Stretch("month", day.month, Stretch("year", day.year))


def inside(stretch: Stretch, outer: Range) -> Range:
    """Return the `number`-th unit of a range."""
    first, last = outer
    unit, number = stretch.unit, stretch.number if stretch.number is not None else 1
    if not number:
        raise ImpossibleDateError
    if unit == "day":
        day = first + (number - 1) * DAY if number > 0 else last + (number + 1) * DAY
        if not first <= day <= last:
            raise ImpossibleDateError
        return day, day
    if unit == "working_day":
        from protocol_cli.workdays import add_working_days

        day = add_working_days(first - DAY if number > 0 else last + DAY, number)
        return day, day
    if unit == "weekday":
        ahead = ((stretch.weekday or 0) - first.weekday()) % 7
        if number > 0:
            day = first + ahead * DAY + 7 * (number - 1) * DAY
        else:
            day = last - (last.weekday() - (stretch.weekday or 0)) % 7 * DAY + 7 * (number + 1) * DAY
        if not first <= day <= last:
            raise ImpossibleDateError
        return day, day
    if unit == "week":
        begin = first + 7 * (number - 1) * DAY if number > 0 else last - 6 * DAY
        return begin, min(begin + 6 * DAY, last)
    if unit == "ten_days":
        begin = first + 10 * ((number - 1) if number > 0 else 2) * DAY
        return begin, last if number in (3, -1) else begin + 9 * DAY
    if unit == "half_month":
        return (first, first + 14 * DAY) if number == 1 else (first + 15 * DAY, last)
    if unit == "season":
        return _months(first.year, 3 * number - 3, 3 * number - 1)
    months = {"month": 1, "quarter": 3, "half_year": 6}[unit]
    if first.year != last.year:  # half of a school year
        return (first, dt.date(first.year, 12, 31)) if number == 1 else (dt.date(last.year, 1, 1), last)
    opening = first.month + months * (number - 1) if number > 0 else last.month + 1 + months * number
    return _months(first.year, opening, opening + months - 1)


def _narrowed(found: Range, stretch: Stretch) -> Range:
    """Narrow a range to its start, middle or end: «в начале июня» is its first third."""
    if stretch.part is None:
        return found
    first, last = found
    size = (last - first).days + 1
    if size < 3:
        return found
    months = {"year": 3, "half_year": 1, "quarter": 1, "school_year": 1}.get(stretch.unit)
    if stretch.part == "start":
        return first, add_months(first, months) - DAY if months else first + (size // 3 - 1) * DAY
    if stretch.part == "end":
        begin = add_months(last.replace(day=1), 1 - months) if months else last - (size - size // 3 * 2 - 1) * DAY
        return begin, last
    if stretch.unit == "month":
        return dt.date(first.year, first.month, 11), dt.date(first.year, first.month, 20)
    return first + size // 3 * DAY, first + (size // 3 * 2 - 1) * DAY
