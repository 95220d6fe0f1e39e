"""Recurrence rules as a calendar needs them: their days, their eves, and the days that the production calendar moves."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from protocol_cli.workdays import Profile, effective_due

DAY = dt.timedelta(days=1)
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MOST = 1000  # days of one rule that are written out
LAST_SAFE_DAY = 28  # every month has it
COMMON_YEAR = 2021


def days_of(rule: str, first: dt.date, horizon: dt.date) -> Iterator[dt.date]:
    """The days of the RFC 5545 `rule` from `first` to `horizon`, both included; `first` alone for a faulty rule."""
    from dateutil.rrule import rrulestr

    begin = dt.datetime(first.year, first.month, first.day)  # noqa: DTZ001 - a day has no zone
    try:
        found = rrulestr(f"RRULE:{rule}", dtstart=begin)
        yield first
        for moment in islice(found, MOST):
            day = moment.date()
            if day > horizon:
                return
            if day > first:
                yield day
    except (ValueError, OverflowError):
        yield first


def occurrences(rule: str, first: dt.date, horizon: dt.date, profile: Profile) -> Iterator[dt.date]:
    """The days of the rule, each moved off a day off; the first stays as the document has it."""
    for number, day in enumerate(days_of(rule, first, horizon)):
        yield effective_due(day, profile) if number else day


def exceptions(rule: str, first: dt.date, horizon: dt.date, profile: Profile) -> tuple[tuple[dt.date, dt.date], ...]:
    """Pairs of a day of the rule that is off, and the day to which the profile moves it."""
    return _exceptions(rule, first, horizon, profile)


@lru_cache(maxsize=1024)
def _exceptions(rule: str, first: dt.date, horizon: dt.date, profile: Profile) -> tuple[tuple[dt.date, dt.date], ...]:
    if rule.startswith(("FREQ=DAILY", "FREQ=HOURLY")):
        return ()  # an everyday duty is not done twice on Friday
    pairs = ((day, effective_due(day, profile)) for day in days_of(rule, first, horizon) if day != first)
    return tuple((day, moved) for day, moved in pairs if moved != day)


@lru_cache(maxsize=1024)
def eve_rule(rule: str, first: dt.date) -> str | None:
    """The rule whose days are the eves of this one's: BYMONTHDAY=5 → 4, BYMONTHDAY=1 → the last of the month before.

    None when RFC 5545 has no words for the eves («31-го числа», «второй вторник»).
    """
    parts = dict(part.partition("=")[::2] for part in rule.split(";"))
    if set(parts) - {"FREQ", "INTERVAL", "UNTIL", "BYMONTH", "BYMONTHDAY", "BYDAY"}:
        return None
    if "UNTIL" in parts:
        try:
            until = dt.datetime.strptime(parts["UNTIL"][:8], "%Y%m%d")  # noqa: DTZ007 - a day has no zone
        except ValueError:
            return None
        parts["UNTIL"] = f"{until - DAY:%Y%m%d}"
    if "BYDAY" in parts:
        codes = parts["BYDAY"].split(",")
        if parts["FREQ"] != "WEEKLY" or not set(codes) <= set(WEEKDAYS):
            return None
        parts["BYDAY"] = ",".join(WEEKDAYS[WEEKDAYS.index(code) - 1] for code in codes)
        return _joined(parts)
    if parts["FREQ"] in ("MONTHLY", "YEARLY"):
        return _monthly_eves(parts, first)
    return _joined(parts) if parts["FREQ"] in ("DAILY", "WEEKLY") else None


def _monthly_eves(parts: dict[str, str], first: dt.date) -> str | None:
    try:
        days = [int(day) for day in parts.get("BYMONTHDAY", str(first.day)).split(",")]
        months = [int(month) for month in parts["BYMONTH"].split(",")] if "BYMONTH" in parts else []
    except ValueError:
        return None
    if parts["FREQ"] == "YEARLY" and not months:
        if "BYMONTHDAY" in parts:
            return None  # that day of every month
        months = [first.month]
    shortest = min((monthrange(COMMON_YEAR, month)[1] for month in months), default=LAST_SAFE_DAY)
    if days == [1]:
        if "INTERVAL" in parts and 1 in months:
            return None  # the eve of the 1st of January is in another year
        parts["BYMONTHDAY"] = "-1"
        if months:
            parts["BYMONTH"] = ",".join(str(month) for month in sorted((month - 2) % 12 + 1 for month in months))
    elif all(1 < day <= shortest for day in days):
        parts["BYMONTHDAY"] = ",".join(str(day - 1) for day in days)
        if months:
            parts["BYMONTH"] = ",".join(map(str, months))
    elif days == [-1]:
        parts["BYMONTHDAY"] = "-2"
    else:
        return None
    return _joined(parts)


def _joined(parts: dict[str, str]) -> str:
    return ";".join(f"{name}={value}" for name, value in parts.items())
