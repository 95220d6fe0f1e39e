"""Terms that come again: on which days, within a window. Rules are those of RFC 5545.

Very many assignments share very few rules, so a rule is expanded once for all of them. Where it names its days itself
(«ежемесячно до 5 числа»: FREQ=MONTHLY;BYMONTHDAY=5) it does not matter when it began; where it does not (every second
week) assignments that began in step share a `phase`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import islice

MOST_DAYS = 4000  # of one rule in one window: ten years of every day
EPOCH = 2000 * 12  # in months
# What a rule must hold to name its days itself.
NAMED: dict[str, tuple[tuple[str, ...], ...]] = {
    "YEARLY": (("BYMONTH", "BYMONTHDAY"), ("BYMONTH", "BYDAY")),
    "MONTHLY": (("BYMONTHDAY",), ("BYDAY",)),
    "WEEKLY": (("BYDAY",),),
    "DAILY": ((),),
}


def first_day(rule: str, due: str | None, start: str | None, before: str | None) -> str | None:
    """The day from which a recurring term counts, ISO 8601: the first it falls due, else its start, else `before`.

    `before` is the day of the term that it follows. None where neither the rule nor the term names a day («ежемесячно»).
    """
    return due or ((start or before) if _names_its_days(_parts(rule)) else None)


def phase_of(rule: str, began: str) -> str:
    """A day that stands for all beginnings from which the rule gives the same days; empty when all do."""
    parts = _parts(rule)
    interval = parts.get("INTERVAL", "1")
    if "COUNT" in parts or not interval.isdecimal() or not _names_its_days(parts):
        return began
    if int(interval) <= 1:
        return ""
    if parts["FREQ"] != "MONTHLY":
        return began
    day = dt.date.fromisoformat(began)
    months = EPOCH + (day.year * 12 + day.month - 1 - EPOCH) % int(interval)
    return dt.date(months // 12, months % 12 + 1, 1).isoformat()


def _parts(rule: str) -> dict[str, str]:
    return dict(part.partition("=")[::2] for part in rule.upper().split(";"))


def _names_its_days(parts: dict[str, str]) -> bool:
    needed = NAMED.get(parts.get("FREQ", ""))
    return needed is not None and any(all(name in parts for name in names) for names in needed)


def days(rule: str, phase: str, first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """The days of the rule from `first` to `last`, both included; none for a rule that is no rule."""
    from dateutil.rrule import rrulestr

    if last < first:
        return
    began = _beginning(phase, first)
    try:
        found = rrulestr(rule, dtstart=began, ignoretz=True)
    except (ValueError, TypeError, KeyError):
        return
    after = dt.datetime(first.year, first.month, first.day)  # noqa: DTZ001 - a day has no zone
    for moment in islice(found.xafter(after, inc=True), MOST_DAYS):
        if moment.date() > last:
            return
        yield moment.date()


def _beginning(phase: str, first: dt.date) -> dt.datetime:
    """Where the expansion begins: at the phase, or close before the window, for the library walks from there."""
    day = dt.date.fromisoformat(phase) if phase else dt.date(first.year, 1, 1)
    return dt.datetime(day.year, day.month, day.day)  # noqa: DTZ001 - a day has no zone
