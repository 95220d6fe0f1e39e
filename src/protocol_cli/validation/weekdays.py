"""Days of the week: their names, and where the paper names one beside a date."""

from __future__ import annotations

import datetime as dt
import re

from protocol_cli.validation.finding import Phrase
from protocol_cli.validation.lexicon import WEEKDAYS, WEEKDAYS_ENGLISH

_STEMS = ("понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресень")
_NAME = r"(понедельник|вторник|сред[ауы]|четверг|пятниц[ауы]|суббот[ауы]|воскресень[ею])\w?"
_BEFORE = re.compile(_NAME + r"[ ,(–-]{1,4}$")
_AFTER = re.compile(r"[ ]?(?:г\.|года)?[ ,(–-]{1,4}" + _NAME)
_NEAR = 20


def weekday_of(day: dt.date | int) -> Phrase:
    """«воскресенье» of a day, or of a number from 0 for Monday."""
    number = day if isinstance(day, int) else day.weekday()
    return Phrase(WEEKDAYS[number], WEEKDAYS_ENGLISH[number])


def names_weekday(folded: str) -> bool:
    """Whether a day of the week is named anywhere in a text in small letters."""
    return any(stem in folded for stem in _STEMS)


def written_weekday(folded: str, start: int, end: int) -> int | None:
    """The day of the week written beside the date at `start:end` of a text in small letters; 0 is Monday."""
    match = _BEFORE.search(folded[max(0, start - _NEAR) : start]) or _AFTER.match(folded[end : end + _NEAR])
    if match is None:
        return None
    return next(number for number, stem in enumerate(_STEMS) if match[1].startswith(stem))
