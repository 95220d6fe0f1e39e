"""When a recurring term falls due, and how RFC 5545 and ISO 8601 write a recurrence and a length; a part of `due`."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from protocol_cli.calendar_ranges import DAY, ImpossibleDateError, add_months, inside, month_length
from protocol_cli.grammar.terms import Length, Recurrence, Stretch, Term

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def inherited(rule: Recurrence, day: dt.date, term: Term | None) -> Recurrence:
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
        return replace(rule, weekdays=(WEEKDAYS[day.weekday()],))
    return rule


def first_occurrence(rule: Recurrence, base: dt.date, *, phase: dt.date | None = None) -> dt.date | None:
    """Return the first day, not before `base`, on which a rule that names its days falls due."""
    if rule.freq == "WEEKLY" and rule.weekdays:
        return min(base + ((WEEKDAYS.index(code) - base.weekday()) % 7) * DAY for code in rule.weekdays)
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
    length = month_length(month.year, month.month)
    found = [month.replace(day=day if day > 0 else length + 1 + day) for day in rule.days if -length <= day <= length]
    if rule.position is not None:
        return [inside(Stretch("working_day", rule.position), (month, month.replace(day=length)))[0]]
    for code in rule.weekdays:
        place, weekday = code[:-2], WEEKDAYS.index(code[-2:])
        if place:
            try:
                nth = Stretch("weekday", int(place), weekday=weekday)
                found.append(inside(nth, (month, month.replace(day=length)))[0])
            except ImpossibleDateError:
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
