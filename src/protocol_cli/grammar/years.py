"""Years after a day, a month or a quarter: «2021 г.», «21г.», «с.г.», «сего года», «года, следующего за отчётным»."""

from __future__ import annotations

from protocol_cli.grammar.lexicon.time import (
    EVERY,
    EVERY_YEAR,
    REPORTED,
    REPORTED_UNITS,
    SHIFTS,
    YEAR_WORDS,
)
from protocol_cli.grammar.lexicon.wordlist import words as wordset
from protocol_cli.grammar.numerals import digits, skip_suffix
from protocol_cli.grammar.tape import Tape
from protocol_cli.grammar.terms import Stretch

Read = tuple[Stretch, int]


FIRST_YEAR, LAST_YEAR = 1900, 2199


YEAR_OF = wordset(
    """
    календарного финансового бюджетного планового календарный календарном финансовом отчетного отчетном
    """
)


CURRENT_YEAR = Stretch("year", shift=0)


EVERY_YEARS_DAY = Stretch("year", every=True)


def year_number(t: Tape, at: int) -> int | None:
    """Return the year of four figures at that word."""
    word = t.words[at]
    if len(word) == 4 and word.isdecimal():
        value = digits(t, at)
        if value is not None and FIRST_YEAR <= value <= LAST_YEAR:
            return value
    return None


def century(value: int) -> int:
    """Return the year that two figures mean: 22 is 2022, 98 is 1998."""
    return value + (2000 if value < 70 else 1900)


def past_year_word(t: Tape, at: int) -> int:
    """Return the index after «г.», «года», «г», or the same index when there is none; «г. Томск» is a town."""
    words = t.words
    if words[at] in ("г", "гг"):
        if words[at + 1] != "." and words[at] == "г" and t.raw(at) == "Г":
            return at
        return at + 2 if words[at + 1] == "." else at + 1
    return at + 1 if words[at] in YEAR_WORDS else at


def following(t: Tape, at: int) -> tuple[str, int] | None:
    """Read «, следующего за отчётным кварталом»: the reported unit ("period" when not said) and the next index."""
    words = t.words
    if words[at] == ",":
        at += 1
    if not words[at].startswith(("следующ", "последующ", "идущ", "наступающ")):
        return None
    if words[at + 1] == "месяца" and words[at + 2] in ("за", "после"):
        at += 1
    if words[at + 1] not in ("за", "после"):
        return None
    at += 2
    start = at
    while words[at] in REPORTED:
        at += 1
    if words[at] in REPORTED_UNITS and (at > start or words[at] in ("кварталом", "месяцем", "полугодием", "годом")):
        if at == start and words[at] == "годом" and words[at + 1] not in ("", ",", ".", ")"):
            return None
        unit = REPORTED_UNITS[words[at]]
        at += 1
        if unit == "quarter" and words[at] == "месяца":
            at += 1
        if words[at] == "периодом":
            at += 1
        return unit, at
    return ("period", at) if at > start else None


def year_tail(t: Tape, at: int) -> Read | None:
    """Read the year after a day or a month: «2021 г.», «21г.», «с.г.», «сего года», «года, следующего за отчётным»."""
    words = t.words
    word = words[at]
    if word == '"' and year_number(t, at + 1) and words[at + 2] == '"':
        at += 1
        return Stretch("year", year_number(t, at)), past_year_word(t, at + 2)
    if word.isdecimal():
        value = year_number(t, at)
        if value is not None:
            if words[at + 1] == "-" and words[at + 2].isdecimal() and words[at + 2] != "го":
                return None
            return Stretch("year", value), past_year_word(t, skip_suffix(t, at + 1))
        if len(word) == 2 and (words[at + 1] in YEAR_WORDS) and words[at + 1] != "году":
            return Stretch("year", century(int(word))), past_year_word(t, at + 1)
        return None
    if word in ("с", "т", "тек") and words[at + 1] in (".", "г"):
        second = at + 2 if words[at + 1] == "." else at + 1
        if words[second] == "г" or (words[second] == "года"):
            return CURRENT_YEAR, past_year_word(t, second)
    if word in ("сг", "тг"):
        return CURRENT_YEAR, at + 2 if words[at + 1] == "." else at + 1
    return _worded_year(t, at)


def _worded_year(t: Tape, at: int) -> Read | None:
    words = t.words
    here = at + 1 if words[at] == "," else at
    if words[here].startswith("следующ") and words[here + 1] == "за":
        reported = following(t, here)
        if reported is None or "года" not in (words[reported[1]], words[reported[1] - 1]):
            return None
        return EVERY_YEARS_DAY, reported[1] + (words[reported[1] - 1] != "года")
    shift, every = SHIFTS.get(words[here]), words[here] in EVERY_YEAR or words[here] in EVERY
    if shift is None and not every and words[here] not in YEAR_WORDS:
        return None
    plain = here
    while words[here] in SHIFTS or words[here] in EVERY_YEAR or words[here] in YEAR_OF or words[here] in EVERY:
        here += 1
    if words[here] not in YEAR_WORDS or words[here] == "г":
        return None
    after = here + 1
    if (reported := following(t, after)) is not None:
        return EVERY_YEARS_DAY, reported[1]
    if words[after] == "," and words[after + 1].startswith("предшеств"):
        end = after + 2
        while words[end] and words[end] not in ",.;)" and end < after + 5:
            end += 1
        return EVERY_YEARS_DAY, end
    beyond = after + 1 if words[after] == "," else after
    if words[plain] == "," or after == plain + 1 or words[beyond] in ("следующего", "следующим"):
        return None
    if shift is not None:
        return Stretch("year", shift=shift), after
    return EVERY_YEARS_DAY, after
