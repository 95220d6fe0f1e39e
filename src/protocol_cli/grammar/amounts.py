"""Amounts of time: «10 рабочих дней», «двух недель», «5 (пяти) дней», «десятидневный», «полутора месяцев»."""

from __future__ import annotations

from protocol_cli.grammar.lexicon.time import (
    CALENDAR,
    LENGTH_ENDINGS,
    LENGTH_PREFIXES,
    LENGTH_STEMS,
    SHORT_UNITS,
    UNITS,
    WORKING,
)
from protocol_cli.grammar.lexicon.wordlist import words as wordset
from protocol_cli.grammar.numerals import cardinal
from protocol_cli.grammar.tape import Tape
from protocol_cli.grammar.terms import Length
from protocol_cli.grammar.years import (
    year_number,
)

_MOST = 1000  # no office counts further; «3425 дней» is a slip or a sum

# Units that name a length without a number: «в течение месяца».
_ALONE = wordset(
    """
    дня суток сутки недели неделю неделя месяца месяц квартала полугода полугодия года год часа час день декады полгода
    минуты
    """
)


def past_working(t: Tape, at: int) -> tuple[bool, int]:
    """Pass adjectives before and brackets after a unit: «рабочих», «календарных», «(рабочих)»."""
    words = t.words
    working = False
    while words[at] in WORKING or words[at] in CALENDAR:
        working = working or words[at] in WORKING
        at += 2 if words[at + 1] == "." and len(words[at]) <= 3 else 1
    if words[at] == "(" and words[at + 1] in WORKING and words[at + 2] == ")":
        return True, at + 3
    return working, at


def amount(t: Tape, at: int) -> tuple[Length, int] | None:
    """Read «10 рабочих дней», «двух недель», «месяца», «5 (пяти) календарных дней», «3-х дней», «5 р.д.»."""
    words = t.words
    count, here = 1, at
    lead, here = past_working(t, here)
    number = cardinal(t, here)
    if words[here] == "1" and words[here + 1] in (",", ".") and words[here + 2] == "5" and t.tight(here + 2):
        return _one_and_a_half(t, here + 3)
    if number is not None:
        count, here = number
        if len(words[here - 1]) == 4 and words[here - 1].isdecimal() and year_number(t, here - 1):
            return None
    elif words[here] == "полутора":
        return _one_and_a_half(t, here + 1)
    if count > _MOST:
        return None
    working, here = past_working(t, here)
    if words[here] == "р" and words[here + 1] == "." and words[here + 2] == "д":
        return Length(count, "day", working=True), here + (4 if words[here + 3] == "." else 3)
    if words[here] == "к" and words[here + 1] == "." and words[here + 2] == "д" and number is not None:
        return Length(count, "day"), here + (4 if words[here + 3] == "." else 3)
    unit = UNITS.get(words[here])
    if (
        unit is None
        or words[here] in ("р", "г")
        or (number is None and not lead and not working and words[here] not in _ALONE)
    ):
        return None
    here += 1
    if words[here] == "." and words[here - 1] in SHORT_UNITS:
        here += 1
    tail, here = past_working(t, here) if words[here] == "(" else (False, here)
    if words[here] == "(" and words[here + 1] in CALENDAR and words[here + 2] == ")":
        here += 3
    return Length(count, unit, working=working or lead or tail), here


def _one_and_a_half(t: Tape, at: int) -> tuple[Length, int] | None:
    """Read «полутора месяцев», «1,5 года»: half a month is 15 days (ГК РФ ст. 192)."""
    unit = UNITS.get(t.words[at])
    found = {"month": Length(45, "day"), "year": Length(18, "month"), "hour": Length(90, "minute")}.get(unit or "")
    return (found, at + 1) if found is not None else None


def adjective(t: Tape, at: int) -> tuple[Length, int] | None:
    """Read a length told by an adjective: «10-дневный», «двухнедельный», «3-х месячный», «месячный», «30 дневный»."""
    words = t.words
    here, count = at, None
    if words[here].isdecimal() and len(words[here]) <= 3:
        count, here = cardinal(t, here) or (0, here + 1)
        if words[here] == "-":
            here += 1
    elif words[here] in LENGTH_PREFIXES and words[here + 1] == "-":
        count, here = LENGTH_PREFIXES[words[here]], here + 2
    found = _stem(words[here])
    if (
        found is None
        and count is None
        and words[here] in LENGTH_PREFIXES
        and (bare := _stem(words[here + 1])) is not None
    ):
        count, found, here = LENGTH_PREFIXES[words[here]], bare, here + 1
    if found is None:
        return None
    prefix, unit = found
    if count is None:
        count = 1 if not prefix else LENGTH_PREFIXES.get(prefix)
        if prefix == "полу" and unit == "month":
            return Length(15, "day"), here + 1
        if prefix == "полутора" and unit == "month":
            return Length(45, "day"), here + 1
        if prefix == "полу" and unit == "year":
            return Length(6, "month"), here + 1
        if count is None:
            count = _compound(prefix)
    elif prefix:
        return None
    return (Length(count, unit), here + 1) if count else None


def _stem(word: str) -> tuple[str, str] | None:
    for ending in LENGTH_ENDINGS:
        if word.endswith(ending):
            stem = word[: -len(ending)]
            for tail, unit in LENGTH_STEMS.items():
                if stem.endswith(tail):
                    return stem[: -len(tail)], unit
    return None


def _compound(prefix: str) -> int | None:
    for tens in ("двадцати", "тридцати", "сорока", "пятидесяти", "шестидесяти", "девяносто", "ста", "сто"):
        if prefix.startswith(tens) and prefix[len(tens) :] in LENGTH_PREFIXES:
            return LENGTH_PREFIXES.get(tens, 100) + LENGTH_PREFIXES[prefix[len(tens) :]]
    return None
