"""Dates as the paper writes them, good and bad: «31.06.2021», «31 июня 2021 г.», «2021-06-31»."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from protocol_cli.validation.lexicon import MONTHS

_NAMED = {name: number for number, name in enumerate(MONTHS, 1)}
_DATE = re.compile(
    r"(?<![\d.,/№:-])(?:"
    r"(?P<d1>\d{1,2})(?P<sep>[./])(?P<m1>\d{1,2})(?P=sep)(?P<y1>\d{4}|\d{2})(?![\d/]|[.-]\d)"
    r"|(?P<d2>\d{1,2})[»”\"]?[ \xa0\n]{1,3}(?P<m2>" + "|".join(MONTHS) + r")(?!\w)(?:[ \xa0\n]{1,3}(?P<y2>\d{4})(?!\d))?"
    r"|(?P<y3>\d{4})-(?P<m3>\d\d)-(?P<d3>\d\d)(?!\d)"
    r")",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d{1,4}(?=[./-]\d|[»”\"]?[ \xa0\n]{1,3}[яфмаисондЯФМАИСОНД])")
_YEARS = range(1900, 2200)
_LEAP = 2000


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """One date at `start:end`; `day` is None when no calendar has it; `form` is digits, words or iso.

    `year` is None when it is not written; then `day` is None too, and `impossible` still tells «31 июня».
    """

    start: int
    end: int
    text: str
    form: str
    day: dt.date | None
    impossible: bool


def find_written_dates(text: str) -> tuple[WrittenDate, ...]:
    """Every date of the text, left to right."""
    found: list[WrittenDate] = []
    at = 0
    # Digits are found many times faster than dates: only where some stand so is a date looked for.
    for digits in _DIGITS.finditer(text):
        match = _DATE.match(text, digits.start()) if digits.start() >= at else None
        date = _read(match) if match else None
        if match and date:
            found.append(date)
            at = match.end()
    return tuple(found)


def _read(match: re.Match[str]) -> WrittenDate | None:
    if match["d1"]:
        form, day, month, year = "digits", int(match["d1"]), int(match["m1"]), match["y1"]
    elif match["d2"]:
        form, day, month, year = "words", int(match["d2"]), _NAMED[match["m2"].lower()], match["y2"]
    else:
        form, day, month, year = "iso", int(match["d3"]), int(match["m3"]), match["y3"]
    number = None if year is None else int(year) + (2000 if len(year) == 2 else 0)
    if number is not None and number not in _YEARS:
        return None
    found, impossible = _date(number, month, day)
    # Two digits for the year may as well be a number of a clause or a code.
    if impossible and form == "digits" and len(year or "") == 2:
        return None
    return WrittenDate(match.start(), match.end(), " ".join(match[0].split()), form, found, impossible)


def _date(year: int | None, month: int, day: int) -> tuple[dt.date | None, bool]:
    try:
        found = dt.date(year or _LEAP, month, day)
    except ValueError:
        return None, True
    return (found if year is not None else None), False
