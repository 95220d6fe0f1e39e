"""One day of the calendar: «10 июня 2021 г.», «"10" июня», «10.06.21», «2021-06-10»; «12.5» and «31 чел.» are none.

Every reader takes a `Tape` and the index of a word and returns what it read with the index of the next word, or None.
"""

from __future__ import annotations

from protocol_cli.grammar.lexicon.time import (
    MONTHS,
    ORDINALS,
    SHORT_MONTHS,
    YEAR_WORDS,
)
from protocol_cli.grammar.numerals import digits, ordinal, skip_suffix
from protocol_cli.grammar.tape import Tape
from protocol_cli.grammar.terms import Stretch
from protocol_cli.grammar.years import (
    Read,
    century,
    past_year_word,
    year_number,
    year_tail,
)


def numeric_day(t: Tape, at: int) -> Read | None:
    """Read «10.06.2021», «10.06.21 г.», «10/06/2021», «2021-06-10»; «10.06» only where its month has two figures."""
    words = t.words
    day = digits(t, at)
    if day is None:
        return None
    mark = words[at + 1]
    if len(words[at]) == 4:
        return _iso_day(t, at) if mark in ("-", ".") and year_number(t, at) else None
    if len(words[at]) > 2 or (mark not in (".", "/", "-", ",") and not (mark.isdecimal() and len(mark) == 2)):
        return None
    second = at + 2 if not mark.isdecimal() else at + 1
    month = digits(t, second, 2)
    if month is None:
        return None
    third = second + 1
    if mark == "," and not (
        words[third] == "," and year_number(t, third + 1) and t.tight(third + 1) and len(words[at]) == 2
    ):
        return None
    if (
        words[third] in (".", "/", "-", ",")
        and words[third + 1].isdecimal()
        and (mark in (words[third], words[second]))
    ):
        year = digits(t, third + 1)
        short = len(words[third + 1]) == 2 and t.tight(third + 1) and mark != "-"  # 2-14-07 is a telephone
        if year is not None and (year_number(t, third + 1) or short):
            if words[third + 2] in (".", "/") and words[third + 3].isdecimal() and t.tight(third + 3):
                return None
            full = year if len(words[third + 1]) == 4 else century(year)
            within = Stretch("month", month, Stretch("year", full))
            return Stretch("day", day, within), past_year_word(t, third + 2)
    if mark != "." or len(words[second]) != 2 or not t.tight(second) or not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    if words[third] in (",", ".") and words[third + 1].isdecimal() and t.tight(third + 1):
        return None
    tail = year_tail(t, third)
    if tail is not None:
        return Stretch("day", day, Stretch("month", month, tail[0])), tail[1]
    return Stretch("day", day, Stretch("month", month)), third


def _iso_day(t: Tape, at: int) -> Read | None:
    words = t.words
    month, day = digits(t, at + 2, 2), digits(t, at + 4, 2)
    if month is None or day is None or words[at + 3] != words[at + 1] or not t.tight(at + 4) or month > 12:
        return None
    return Stretch("day", day, Stretch("month", month, Stretch("year", int(words[at])))), at + 5


def day_number(t: Tape, at: int) -> tuple[int, int] | None:
    """Read the day's number: «10», «"10"», «10-го», «десятого», «10 (десятого)»."""
    words = t.words
    if words[at] == '"' and words[at + 1].isdecimal():
        value = digits(t, at + 1, 2)
        closing = skip_suffix(t, at + 2)
        return (value, closing + 1) if value is not None and words[closing] == '"' else None
    found = ordinal(t, at)
    if found is not None and words[found[1]] == "(" and words[found[1] + 1] in ORDINALS and words[found[1] + 2] == ")":
        return found[0], found[1] + 3
    return found


def month_name(t: Tape, at: int) -> tuple[int, int] | None:
    """Read a month's name, whole or short: «июня», «июн.», «мая месяца»."""
    number = MONTHS.get(t.words[at])
    if number is None:
        return None
    at += 1
    if t.words[at] == "." and t.words[at - 1] in SHORT_MONTHS:
        at += 1
    if t.words[at] in ("месяц", "месяца", "месяце", "мес"):
        at += 1
    return number, at


def spelt_day(t: Tape, at: int) -> Read | None:
    """Read «10 июня 2021 г.», «"10" июня», «первого июня с.г.», «15 числа текущего месяца» has its own rule."""
    found = day_number(t, at)
    if found is None:
        return None
    name = month_name(t, found[1])
    if (
        name is None
        and t.words[at] == '"'
        and (value := digits(t, found[1], 2)) is not None
        and t.words[found[1] + 1] == "."
    ):
        if (year := year_number(t, found[1] + 2)) is not None and 1 <= value <= 12:
            within = Stretch("month", value, Stretch("year", year))
            return Stretch("day", found[0], within), past_year_word(t, found[1] + 3)
    if name is None:
        return None
    month, after = name
    if t.words[after] == ",":
        tail = year_tail(t, after) if t.words[after + 1] in YEAR_WORDS else None
    else:
        tail = year_tail(t, after)
    if tail is None:
        return Stretch("day", found[0], Stretch("month", month)), after
    return Stretch("day", found[0], Stretch("month", month, tail[0])), tail[1]


def day(t: Tape, at: int) -> Read | None:
    """Read one day of the calendar."""
    return spelt_day(t, at) or numeric_day(t, at)
