"""Terms counted by months, quarters or years, whichever is short enough to be looked at."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from protocol_cli.export.rows import State

MOST_BARS = 36
MONTH_NAMES = ("янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
QUARTERS = ("I кв.", "II кв.", "III кв.", "IV кв.")
UNITS = ((1, "месяцам"), (3, "кварталам"), (12, "годам"))


@dataclass(frozen=True, slots=True)
class Bar:
    """One stretch of time: its `first` and `last` day, its names, how many terms end in it, and how many are overdue."""

    first: dt.date
    last: dt.date
    short: str
    year: str
    count: int
    late: int

    @property
    def label(self) -> str:
        """«июн 2021»."""
        return f"{self.short} {self.year}".strip()


def timeline(days: Mapping[tuple[dt.date, State], int]) -> tuple[list[Bar], str]:
    """The bars in order, without gaps, and what they stand for: «месяцам», «кварталам», «годам».

    Beyond the most that can be shown, years far off are left out on the emptier side.
    """
    if not days:
        return [], ""
    months: Counter[int] = Counter()
    late: Counter[int] = Counter()
    for (day, state), count in days.items():
        months[day.year * 12 + day.month - 1] += count
        if state is State.OVERDUE:
            late[day.year * 12 + day.month - 1] += count
    first, last = min(months), max(months)
    fitting = (unit for unit in UNITS if last // unit[0] - first // unit[0] < MOST_BARS)
    size, name = next(fitting, UNITS[-1])
    grouped, grouped_late = _grouped(months, size), _grouped(late, size)
    keys = list(range(min(grouped), max(grouped) + 1)) if size < UNITS[-1][0] else sorted(grouped)[-MOST_BARS:]
    return [_bar(key, size, grouped[key], grouped_late[key]) for key in keys], name


def _grouped(months: Counter[int], size: int) -> Counter[int]:
    grouped: Counter[int] = Counter()
    for month, count in months.items():
        grouped[month // size] += count
    return grouped


def _bar(key: int, size: int, count: int, late: int) -> Bar:
    year, month = divmod(key * size, 12)
    end_year, end_month = divmod(key * size + size, 12)
    first = dt.date(year, month + 1, 1)
    last = dt.date(end_year, end_month + 1, 1) - dt.timedelta(days=1) if end_year < dt.MAXYEAR else dt.date.max
    short = {1: MONTH_NAMES[month], 3: QUARTERS[month // 3], 12: str(year)}[size]
    return Bar(first, last, short, "" if size == UNITS[-1][0] else str(year), count, late)
