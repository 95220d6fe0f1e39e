"""Calendar dates of requisites: «06.05.2021», «6 мая 2021 года», «06» мая 2021 г.», «29 ОКТ 2010».

Only a day that is written in full, in running text or on a stamp; terms («до конца мая») are read elsewhere.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

_MONTHS = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")

# A year of two digits needs a non-digit on its right; «25. 01. 2010» comes from careless typing.
_DATE = re.compile(
    r"(?<![\d./-])(?:"
    r"(?P<d1>\d{1,2})(?P<sep>[./])[ ]?(?P<m1>\d{1,2})(?P=sep)[ ]?(?P<y1>\d{4}|\d{2})(?![\d/-])(?!\.\d)"
    r"|(?P<y2>\d{4})-(?P<m2>\d{2})-(?P<d2>\d{2})(?![\d-])"
    r"|(?:[«\"“„][ ]?)?(?P<d3>\d{1,2})[ ]?[»\"”“]?[ ]?"
    r"(?P<m3>янв(?:ар[яь]|\.)?|фев(?:рал[яь]|\.)?|мар(?:та?|\.)?|апр(?:ел[яь]|\.)?|ма[яй]|июн[яь]?\.?|июл[яь]?\.?"
    r"|авг(?:уста?|\.)?|сен(?:т(?:ябр[яь])?|\.)?|окт(?:ябр[яь]|\.)?|ноя(?:бр[яь]|\.)?|дек(?:абр[яь]|\.)?)"
    r"[ ]?(?P<y3>\d{4}|\d{2})(?!\d))"
    r"(?P<tail>[ ]?(?:г\.|года|годом|год|г(?!\w)))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date at `start:end` of the text, with its «г.» or «года»; `date` is null when there is no such day."""

    start: int
    end: int
    date: dt.date | None


def find_dates(text: str) -> list[FoundDate]:
    """Find every full date of a line, left to right; a year of two digits is of this century up to 69."""
    return [FoundDate(m.start(), m.end(), _date_of(m)) for m in _DATE.finditer(text)]


def _date_of(match: re.Match[str]) -> dt.date | None:
    if match["d1"]:
        day, month, year = int(match["d1"]), int(match["m1"]), match["y1"]
    elif match["d2"]:
        day, month, year = int(match["d2"]), int(match["m2"]), match["y2"]
    else:
        word = match["m3"].lower()
        day, year = int(match["d3"]), match["y3"]
        month = (
            5 if word in ("мая", "май") else next(i for i, m in enumerate(_MONTHS, 1) if word.startswith(m) and i != 5)
        )
    full = int(year) if len(year) == 4 else int(year) + (2000 if int(year) < 70 else 1900)
    try:
        return dt.date(full, month, day)
    except ValueError:
        return None
