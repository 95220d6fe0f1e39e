"""Working days of Russia: the production calendar with its transfers and working Saturdays.

The calendar is that of the `holidays` library, loaded when first asked for (ТК РФ ст. 111, 112; transfers by the
Government's act of each year). The project's own are the days on which offices did not work by decree of the President
in 2020 and 2021, and 10.03.2014, which the library lacks. A year whose transfers are not known is read by the statutory
holidays and weekends alone: `is_known_year` tells.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import Literal

Profile = Literal["gov", "civil", "none"]

_DAY = dt.timedelta(days=1)
# Transfers are decreed a year ahead: 2027 is the last year decreed when this was written.
_LAST_DECREED_YEAR = 2027
_FIRST_KNOWN_YEAR = 1992


def _days(first: str, last: str) -> frozenset[dt.date]:
    start, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    return frozenset(start + n * _DAY for n in range((end - start).days + 1))


# Указы Президента РФ № 206, 239, 294, 345, 354 of 2020, № 242 and 595 of 2021: non-working days with pay kept.
PRESIDENTIAL = (
    _days("2020-03-30", "2020-04-30") | _days("2020-05-06", "2020-05-08") | _days("2020-06-24", "2020-06-24")
    | _days("2020-07-01", "2020-07-01") | _days("2021-05-04", "2021-05-07") | _days("2021-10-30", "2021-11-03")
)  # fmt: skip
_MISSING = frozenset([dt.date(2014, 3, 10)])
_STATUTORY = frozenset(
    [(1, day) for day in range(1, 9)] + [(2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4)]
)  # ТК РФ ст. 112


@lru_cache(maxsize=64)
def _calendar(year: int) -> tuple[frozenset[dt.date], frozenset[dt.date]]:
    """Return the days off that are not weekends, and the working Saturdays and Sundays, of a year."""
    try:
        import holidays

        calendar = holidays.country_holidays("RU", years=year)
        off = frozenset(day for day in calendar if isinstance(day, dt.date))
        return off, frozenset(day for day in calendar.weekend_workdays if day.year == year)
    except (ImportError, NotImplementedError, AttributeError):
        return frozenset(dt.date(year, month, day) for month, day in _STATUTORY), frozenset()


def is_known_year(year: int) -> bool:
    """Tell whether transfers and working Saturdays of that year are decreed and known."""
    return _FIRST_KNOWN_YEAR <= year <= _LAST_DECREED_YEAR


def is_working_day(day: dt.date, *, presidential: bool = True) -> bool:
    """Tell whether offices work on that day; with `presidential=False` the decree days count as ordinary ones."""
    if presidential and day in PRESIDENTIAL:
        return False
    if day in _MISSING:
        return False
    off, worked = _calendar(day.year)
    if day in worked:
        return True
    return day.weekday() < 5 and day not in off


def reason_off(day: dt.date, *, presidential: bool = True) -> str | None:
    """Say why a day is off: "weekend", "holiday", "transferred" or "presidential"; None when it is worked."""
    if is_working_day(day, presidential=presidential):
        return None
    if day in PRESIDENTIAL and presidential:
        return "presidential"
    if (day.month, day.day) in _STATUTORY:
        return "holiday"
    if day.weekday() >= 5:
        return "weekend"
    return "transferred"


def add_working_days(day: dt.date, count: int, *, presidential: bool = True) -> dt.date:
    """Return the `count`-th working day after that day (before it when negative); counting begins on the next day."""
    step = _DAY if count >= 0 else -_DAY
    left = abs(count)
    while left:
        day += step
        left -= is_working_day(day, presidential=presidential)
    return day


def preceding_working_day(day: dt.date, *, presidential: bool = True) -> dt.date:
    """Return the day itself when it is worked, else the last worked one before it."""
    while not is_working_day(day, presidential=presidential):
        day -= _DAY
    return day


def next_working_day(day: dt.date, *, presidential: bool = True) -> dt.date:
    """Return the day itself when it is worked, else the first worked one after it."""
    while not is_working_day(day, presidential=presidential):
        day += _DAY
    return day


def effective_due(due: dt.date, profile: Profile = "gov") -> dt.date:
    """Shift a due date that falls on a day off.

    "gov": to the preceding working day, as in assignments of state bodies (Типовой регламент). "civil": to the next one
    (ГК РФ ст. 193, ТК РФ ст. 14), where days off by decree of the President are ordinary days. "none": not at all.
    """
    if profile == "gov":
        return preceding_working_day(due)
    if profile == "civil":
        return next_working_day(due, presidential=False)
    return due
