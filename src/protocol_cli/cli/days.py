"""Days as people write and read them."""

from __future__ import annotations

import datetime as dt
import re

from protocol_cli.cli.messages import tr

WORDS = {
    "сегодня": 0, "завтра": 1, "послезавтра": 2, "вчера": -1, "позавчера": -2,
    "today": 0, "tomorrow": 1, "yesterday": -1,
}  # fmt: skip
WEEKDAYS = (
    ("понедельник", "monday"), ("вторник", "tuesday"), ("среда", "среду", "wednesday"), ("четверг", "thursday"),
    ("пятница", "пятницу", "friday"), ("суббота", "субботу", "saturday"), ("воскресенье", "sunday"),
)  # fmt: skip
MONTHS = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
UNITS = {"d": "days", "д": "days", "w": "weeks", "н": "weeks", "m": "months", "м": "months", "y": "years", "г": "years"}
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})(?:\.(\d{4}|\d{2}))?")
AHEAD = re.compile(r"([+-]?)(\d{1,4}) ?([dwmyднмг])")
NAMED_MONTH = re.compile(r"(\d{1,2}) ([а-я]{3,8})\.?(?: (\d{4})(?: ?(?:г\.?|год|года))?)?")
CENTURY = 100
YEARS = range(1900, 2200)  # what is outside is a slip of the pen, or of the guesser
LONGEST = 40


def parse_date(text: str, today: dt.date) -> dt.date:
    """The day that a person typed: 2021-06-10, 10.06.2021, 10.06.21, «10 июня 2021», «завтра», «через неделю», 2w.

    Without a year it is the year of `today`; a day of the week is the next one after `today`. Raises ValueError for
    anything that does not name one day.
    """
    words = " ".join(text.casefold().split())
    if words in WORDS:
        return today + dt.timedelta(days=WORDS[words])
    try:
        if match := ISO.fullmatch(words):
            return dt.date(int(match[1]), int(match[2]), int(match[3]))
        if match := DOTTED.fullmatch(words):
            year = int(match[3]) if match[3] else today.year
            return dt.date(year + 2000 if match[3] and year < CENTURY else year, int(match[2]), int(match[1]))
        if (match := NAMED_MONTH.fullmatch(words)) and (month := _month(match[2])):
            return dt.date(int(match[3]) if match[3] else today.year, month, int(match[1]))
        if match := AHEAD.fullmatch(words):
            return _shifted(today, int(f"{match[1]}{match[2]}"), UNITS[match[3]])
    except OverflowError as error:
        raise ValueError(text) from error
    for weekday, names in enumerate(WEEKDAYS):
        if words.removeprefix("во ").removeprefix("в ") in names:
            return today + dt.timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    return _in_words(words, today)


def day_text(day: dt.date | str) -> str:
    """«10.06.2021 чт»; a day may come as ISO 8601."""
    date = dt.date.fromisoformat(day) if isinstance(day, str) else day
    return f"{short_day(date)} {tr('days.short').split()[date.weekday()]}"


def short_day(day: dt.date | str) -> str:
    """«10.06.2021»; a day may come as ISO 8601."""
    date = dt.date.fromisoformat(day) if isinstance(day, str) else day
    return f"{date.day:02}.{date.month:02}.{date.year:04}"


def _month(word: str) -> int | None:
    return next((number for number, start in enumerate(MONTHS, start=1) if word.startswith(start)), None)


def _shifted(today: dt.date, number: int, unit: str) -> dt.date:
    from dateutil.relativedelta import relativedelta

    years, months = (number, 0) if unit == "years" else (0, number if unit == "months" else 0)
    days = number * 7 if unit == "weeks" else number if unit == "days" else 0
    shifted: dt.date = today + relativedelta(years=years, months=months, days=days)
    return shifted


def _in_words(words: str, today: dt.date) -> dt.date:
    """Leave the rest to dateparser, which guesses where it may: it gets short phrases and strict rules."""
    if not words or len(words) > LONGEST or not any(sign.isalpha() for sign in words):
        raise ValueError(words)
    import dateparser

    # «2 недели» has no direction, and «2025 года» is no length of time: only «через …» and «… назад» are relative.
    relative = not words[0].isdigit() or words.endswith((" назад", " ago"))
    parsers = ["relative-time", "absolute-time"] if relative else ["absolute-time"]
    found = dateparser.parse(
        words,
        languages=["ru", "en"],
        settings={
            "DATE_ORDER": "DMY",
            "RELATIVE_BASE": dt.datetime(today.year, today.month, today.day),  # noqa: DTZ001 - a day has no zone
            "REQUIRE_PARTS": ["day", "month"],
            "PARSERS": parsers,
        },
    )
    if found is None or found.year not in YEARS:
        raise ValueError(words)
    return dt.date(found.year, found.month, found.day)
