"""Terms that come again: on which days, within a window. Rules are those of RFC 5545, as far as days go.

Very many assignments share very few rules, so a rule is expanded once for all of them. Where it names its days itself
(«ежемесячно до 5 числа»: FREQ=MONTHLY;BYMONTHDAY=5) it does not matter when it began; where it does not (every second
week) assignments that began in step share a `phase`.

The expansion goes straight to the window and looks only at the periods in it: a rule that never falls due, as a document
from elsewhere may hold, costs no more than another. (dateutil.rrule walks from the beginning, and such a rule to its end
in the year 9999.)
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

MOST_DAYS = 4000  # of one rule in one window: ten years of every day
EPOCH = 2000 * 12  # in months
MOST_MONTHS = 120  # between two days of a rule whose phase is told by a month
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
KNOWN = frozenset({"FREQ", "INTERVAL", "BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS", "UNTIL", "COUNT", "WKST"})
BY_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
NUMBER = re.compile(r"[+-]?\d{1,3}")
# What a rule must hold to name its days itself.
NAMED: dict[str, tuple[tuple[str, ...], ...]] = {
    "YEARLY": (("BYMONTH", "BYMONTHDAY"), ("BYMONTH", "BYDAY")),
    "MONTHLY": (("BYMONTHDAY",), ("BYDAY",)),
    "WEEKLY": (("BYDAY",),),
    "DAILY": ((),),
}


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule, taken apart; empty tuples are parts that it does not have."""

    frequency: str
    interval: int
    months: tuple[int, ...]
    month_days: tuple[int, ...]
    week_days: tuple[tuple[int, int], ...]  # which one of the month (0: each), and the day of the week from 0
    positions: tuple[int, ...]
    until: dt.date | None
    count: int | None


def first_day(rule: str, due: str | None, start: str | None, before: str | None) -> str | None:
    """The day from which a recurring term counts, ISO 8601: the first it falls due, else its start, else `before`.

    `before` is the day of the term that it follows. None where neither the rule nor the term names a day («ежемесячно»).
    """
    return due or ((start or before) if _names_its_days(_parts(rule)) else None)


def phase_of(rule: str, began: str) -> str:
    """A day that stands for all beginnings from which the rule gives the same days; empty when all do."""
    parsed = parse_rule(rule)
    if parsed is None or parsed.count or not _names_its_days(_parts(rule)):
        return began
    if parsed.interval == 1:
        return ""
    if parsed.frequency != "MONTHLY" or parsed.interval > MOST_MONTHS:
        return began
    day = dt.date.fromisoformat(began)
    months = EPOCH + (day.year * 12 + day.month - 1 - EPOCH) % parsed.interval
    return dt.date(months // 12, months % 12 + 1, 1).isoformat()


def days_after(day: dt.date, number: int) -> dt.date:
    """The day so many days later, or the last day that there is."""
    return dt.date.fromordinal(min(day.toordinal() + number, dt.date.max.toordinal()))


def days(rule: str, phase: str, first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """The days of the rule from `first` to `last`, both included; none for a rule that is no rule."""
    parsed = parse_rule(rule)
    if parsed is None or last < first:
        return
    began = dt.date.fromisoformat(phase) if phase else None
    if parsed.until:
        last = min(last, parsed.until)
    given = 0
    begin = began or first
    # Counting begins with the first day of all.
    for at, day in enumerate(_days_from(parsed, begin, begin if parsed.count else max(first, begin), last), start=1):
        if given >= MOST_DAYS or (parsed.count and at > parsed.count):
            return
        if day >= first:
            given += 1
            yield day


@lru_cache(maxsize=1024)
def parse_rule(rule: str) -> Rule | None:
    """«FREQ=MONTHLY;BYMONTHDAY=5»; None for what is no rule, or one of hours, or of parts that offices do not use."""
    parts = _parts(rule.removeprefix("RRULE:"))
    if parts.get("FREQ") not in NAMED or not KNOWN.issuperset(parts):
        return None
    interval, count = parts.get("INTERVAL", "1"), parts.get("COUNT", "1")
    by_day = [BY_DAY.fullmatch(word) for word in parts["BYDAY"].split(",")] if "BYDAY" in parts else []
    numbers = [word for name in ("BYMONTH", "BYMONTHDAY", "BYSETPOS") if name in parts for word in parts[name].split(",")]
    if not (interval.isdecimal() and int(interval) and count.isdecimal() and len(interval) + len(count) < 9):
        return None
    if None in by_day or not all(NUMBER.fullmatch(word) for word in numbers):
        return None
    try:
        until = dt.datetime.strptime(parts["UNTIL"][:8], "%Y%m%d").date() if "UNTIL" in parts else None  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None
    return Rule(
        frequency=parts["FREQ"],
        interval=int(interval),
        months=_numbers(parts, "BYMONTH"),
        month_days=_numbers(parts, "BYMONTHDAY"),
        week_days=tuple((int(match[1] or 0), WEEKDAYS.index(match[2])) for match in by_day if match),
        positions=_numbers(parts, "BYSETPOS"),
        until=until,
        count=int(count) if "COUNT" in parts else None,
    )


def _days_from(rule: Rule, began: dt.date, first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """The days from `first` to `last` of a rule that `began` on a day."""
    for period in _periods(rule, began, first, last):
        found = [day for day in period if _fits(rule, began, day)]
        if rule.positions:
            places = {place - 1 if place > 0 else len(found) + place for place in rule.positions}
            found = [day for place, day in enumerate(found) if place in places]
        yield from (day for day in found if first <= day <= last)


def _periods(rule: Rule, began: dt.date, first: dt.date, last: dt.date) -> Iterator[list[dt.date]]:
    """The days of each period of the rule that reaches into the window, from the earliest."""
    if rule.frequency == "YEARLY":
        step = rule.interval
        for year in range(first.year + (began.year - first.year) % step, last.year + 1, step):
            yield [day for month in rule.months or range(1, 13) if 1 <= month <= 12 for day in _month(year, month)]
    elif rule.frequency == "MONTHLY":
        step, start = rule.interval, first.year * 12 + first.month - 1
        start += (began.year * 12 + began.month - 1 - start) % step
        for month in range(start, last.year * 12 + last.month, step):
            yield _month(month // 12, month % 12 + 1)
    else:
        length = 7 if rule.frequency == "WEEKLY" else 1
        step = rule.interval * length
        origin = began.toordinal() - (began.weekday() if length == 7 else 0)
        start = first.toordinal() - (first.weekday() if length == 7 else 0)
        for day in range(start + (origin - start) % step, last.toordinal() + 1, step):
            yield [dt.date.fromordinal(each) for each in range(max(day, 1), min(day + length, dt.date.max.toordinal() + 1))]


def _month(year: int, month: int) -> list[dt.date]:
    return [dt.date(year, month, day) for day in range(1, calendar.monthrange(year, month)[1] + 1)]


def _fits(rule: Rule, began: dt.date, day: dt.date) -> bool:
    """Whether the day has what the rule names; what it does not name is as on the first day."""
    if rule.months and day.month not in rule.months:
        return False
    if rule.month_days:
        length = calendar.monthrange(day.year, day.month)[1]
        if day.day not in rule.month_days and day.day - length - 1 not in rule.month_days:
            return False
    if rule.week_days:
        return any(day.weekday() == weekday and _is_nth(rule, day, which) for which, weekday in rule.week_days)
    if rule.month_days or rule.frequency == "DAILY":
        return True
    if rule.frequency == "WEEKLY":
        return day.weekday() == began.weekday()
    same_month = rule.frequency == "MONTHLY" or bool(rule.months) or day.month == began.month
    return same_month and day.day == began.day


def _is_nth(rule: Rule, day: dt.date, which: int) -> bool:
    """«2MO»: the second Monday of the month, or of the year where the rule names no month; «-1FR»: the last Friday."""
    if which == 0:
        return True
    if rule.frequency == "YEARLY" and not rule.months:
        at, length = day.timetuple().tm_yday, 365 + calendar.isleap(day.year)
    else:
        at, length = day.day, calendar.monthrange(day.year, day.month)[1]
    return which == (at - 1) // 7 + 1 or which == -((length - at) // 7 + 1)


def _parts(rule: str) -> dict[str, str]:
    return dict(part.partition("=")[::2] for part in rule.upper().split(";"))


def _numbers(parts: dict[str, str], name: str) -> tuple[int, ...]:
    return tuple(sorted({int(word) for word in parts[name].split(",")})) if name in parts else ()


def _names_its_days(parts: dict[str, str]) -> bool:
    needed = NAMED.get(parts.get("FREQ", ""))
    return needed is not None and any(all(name in parts for name in names) for names in needed)
