"""Stretches of the calendar longer than a day, or told otherwise than by a date: months, quarters, years, weekdays.

Every reader takes a `Tape` and the index of a word and returns what it read with the index of the next word, or None.
«II квартал», «2021/22 уч. год», «вторая декада июня», «следующий месяц» are read; «2021-2023» without «годы» is not.
"""

from __future__ import annotations

from protocol_cli.grammar.dates import day, month_name
from protocol_cli.grammar.lexicon.time import (
    DAY_WORDS,
    HALF_YEAR_WORDS,
    HALVES,
    MONTH_WORDS,
    MONTHS,
    ORDINALS,
    QUARTER_WORDS,
    ROMANS,
    SHIFTS,
    TEN_DAYS_WORDS,
    WEEK_WORDS,
    WEEKDAYS,
    WORKING,
    YEAR_WORDS,
    YEARS_WORDS,
)
from protocol_cli.grammar.lexicon.wordlist import words as wordset
from protocol_cli.grammar.numerals import digits, ordinal, skip_suffix
from protocol_cli.grammar.tape import Tape
from protocol_cli.grammar.terms import Stretch
from protocol_cli.grammar.years import (
    YEAR_OF,
    Read,
    past_year_word,
    year_number,
    year_tail,
)

_SEASONS = {word: n for n, words in {2: "весна весной весны весне весну", 3: "лето летом лета лету лете",
                                     4: "осень осенью осени"}.items() for word in words.split()}  # fmt: skip


_PARTS = {word: part for part, words in {
    "end": "конец конца концу конце концом исход исходу исходе",
    "start": "начало начала началу начале началом",
    "middle": "середина середины середине середину",
}.items() for word in words.split()}  # fmt: skip


_FINISHING = wordset("окончания истечения завершения исхода")


_OWN_UNITS = {word: unit for words, unit in (
    (MONTH_WORDS, "month"), (QUARTER_WORDS, "quarter"), (HALF_YEAR_WORDS, "half_year"), (YEAR_WORDS - {"г"}, "year"),
    (WEEK_WORDS, "week"), (DAY_WORDS, "day")) for word in words}  # fmt: skip


def month(t: Tape, at: int) -> Read | None:
    """Read «май 2021 г.», «мае», «текущего месяца», «месяца» (the document's own)."""
    words = t.words
    name = month_name(t, at)
    if name is not None:
        tail = year_tail(t, name[1])
        return (Stretch("month", name[0], tail[0]), tail[1]) if tail else (Stretch("month", name[0]), name[1])
    shift = SHIFTS.get(words[at])
    if shift is not None and words[at + 1] in MONTH_WORDS:
        return Stretch("month", shift=shift), at + 2
    if shift is not None and words[at + 1] == "календарного" and words[at + 2] in MONTH_WORDS:
        return Stretch("month", shift=shift), at + 3
    return None


def quarter(t: Tape, at: int) -> Read | None:
    """Read «II квартал 2021 г.», «3-й кв.», «четвёртого квартала», «текущего квартала»."""
    words = t.words
    shift = SHIFTS.get(words[at])
    if shift is not None and words[at + 1] in QUARTER_WORDS:
        return Stretch("quarter", shift=shift), at + 2
    found = ordinal(t, at, roman=True)
    if found is None or words[found[1]] not in QUARTER_WORDS or not -1 <= found[0] <= 4 or not found[0]:
        return None
    after = found[1] + 1
    if words[after] == "." and words[after - 1] == "кв":
        after += 1
    return _within_year("quarter", found[0], t, after)


def half_year(t: Tape, at: int) -> Read | None:
    """Read «I полугодие 2021 г.», «2-го полугодия», «второй половине 2021 года», «1 п/г»."""
    words = t.words
    shift = SHIFTS.get(words[at])
    if shift is not None and words[at + 1] in HALF_YEAR_WORDS:
        return Stretch("half_year", shift=shift), at + 2
    found = ordinal(t, at, roman=True)
    if found is None or found[0] not in (1, 2, -1):
        return None
    number, after = found
    if words[after] in HALF_YEAR_WORDS:
        return _within_year("half_year", number, t, after + 1)
    if words[after] == "п" and words[after + 1] == "/" and words[after + 2] == "г":
        return _within_year("half_year", number, t, after + (4 if words[after + 3] == "." else 3))
    if words[after] in HALVES:
        whole = month(t, after + 1)
        if whole is not None:
            return Stretch("half_month", number, whole[0]), whole[1]
        whole = year(t, after + 1)
        if whole is not None and whole[0].unit == "year":
            return Stretch("half_year", number, whole[0]), whole[1]
    return None


def _within_year(unit: str, number: int, t: Tape, after: int) -> Read:
    if unit == "half_year" and (school := school_year(t, after)) is not None:
        return Stretch(unit, number, school[0]), school[1]
    tail = year_tail(t, after)
    return (Stretch(unit, number, tail[0]), tail[1]) if tail else (Stretch(unit, number), after)


def ten_days(t: Tape, at: int) -> Read | None:
    """Read «вторая декада июня 2021 г.», «I декаде мая», «последней декаде месяца»."""
    found = ordinal(t, at, roman=True)
    if found is None or t.words[found[1]] not in TEN_DAYS_WORDS or found[0] not in (1, 2, 3, -1):
        return None
    whole = month(t, found[1] + 1)
    if whole is not None:
        return Stretch("ten_days", found[0], whole[0]), whole[1]
    return None


def week(t: Tape, at: int) -> Read | None:
    """Read «текущей недели», «следующей неделе», «вторая неделя июня»."""
    words = t.words
    here = at + 1 if words[at + 1] in ("рабочей", "календарной", "рабочую") else at
    shift = SHIFTS.get(words[at])
    if shift is not None and words[here + 1] in WEEK_WORDS:
        return Stretch("week", shift=shift), here + 2
    found = ordinal(t, at)
    if found is None or words[found[1]] not in WEEK_WORDS:
        return None
    whole = month(t, found[1] + 1)
    if whole is None and words[found[1] + 1] in MONTH_WORDS:
        whole = Stretch("month"), found[1] + 2
    return (Stretch("week", found[0], whole[0]), whole[1]) if whole is not None and -1 <= found[0] <= 5 else None


def season(t: Tape, at: int) -> Read | None:
    """Read «летом 2021 года», «осень 2021 г.»; a season without its year is no date."""
    number = _SEASONS.get(t.words[at])
    if number is None:
        return None
    tail = year_tail(t, at + 1)
    if tail is None:
        return (Stretch("season", number), at + 1) if t.wide and t.ends_at(at + 1) else None
    return Stretch("season", number, tail[0]), tail[1]


def weekday(t: Tape, at: int) -> Read | None:
    """Read «пятницу», «следующий понедельник», «первый вторник июня», «последней пятницы месяца»."""
    words = t.words
    shift = SHIFTS.get(words[at])
    number = WEEKDAYS.get(words[at + 1 if shift is not None or words[at] in ("ближайший", "ближайшую", "ближайшего",
                                                                               "ближайшей") else at])  # fmt: skip
    if number is not None:
        after = at + (1 if words[at] in WEEKDAYS else 2)
        if len(words[after - 1]) == 2 and not t.wide:
            return None
        whole = week(t, after + 1 if words[after] == "на" else after)
        if whole is not None and whole[0].shift is not None:
            return Stretch("weekday", weekday=number, shift=whole[0].shift), whole[1]
        return Stretch("weekday", weekday=number, shift=shift or None), after
    found = ordinal(t, at, plain=False)
    if found is None:
        return None
    nth, after = found
    number = WEEKDAYS.get(words[after])
    if number is None:
        return None
    whole = month(t, after + 1)
    if whole is None and words[after + 1] in MONTH_WORDS:
        whole = Stretch("month", shift=0), after + 2
    return (Stretch("weekday", nth, whole[0], weekday=number), whole[1]) if whole is not None else None


def nth_day(t: Tape, at: int) -> Read | None:
    """Read «последний день месяца», «первый рабочий день июня», «последнего рабочего дня квартала»."""
    words = t.words
    found = ordinal(t, at, plain=False)
    if found is None:
        return None
    nth, after = found
    unit = "day"
    if words[after] in WORKING:
        unit, after = "working_day", after + 1
    elif words[after] in ("календарный", "календарного"):
        after += 1
    if words[after] not in DAY_WORDS:
        return None
    whole = month(t, after + 1) or quarter(t, after + 1) or half_year(t, after + 1) or year(t, after + 1)
    if whole is None and (name := _OWN_UNITS.get(words[after + 1])) and name != "day":
        whole = Stretch(name, shift=0), after + 2
    return (Stretch(unit, nth, whole[0]), whole[1]) if whole is not None else None


def school_year(t: Tape, at: int) -> Read | None:
    """Read «2021-2022 учебный год», «2021/22 уч. года», «нового учебного года», «учебного года»."""
    words = t.words
    first = year_number(t, at)
    after, stretch = at, Stretch("school_year", shift=0)
    if first is not None:
        after = at + 1
        if words[after] in ("-", "/", "\\"):
            second = digits(t, after + 1)
            if second is None or second not in (first + 1, (first + 1) % 100):
                return None
            after += 2
        stretch = Stretch("school_year", first)
    elif (shift := SHIFTS.get(words[at])) is not None:
        after, stretch = at + 1, Stretch("school_year", shift=shift)
    abbreviated = words[after] in ("уч", "учебн", "у")
    if not abbreviated and not words[after].startswith("учебн"):
        return None
    after += 1
    if abbreviated and words[after] == ".":
        after += 1
    if words[after] not in YEARS_WORDS:
        return None
    return stretch, past_year_word(t, after) if words[after] == "г" else after + 1


def year(t: Tape, at: int) -> Read | None:
    """Read «2021 год», «2021 г.», «21 года», «текущего года», «календарного года» (the document's own)."""
    words = t.words
    value = year_number(t, at)
    if value is not None:
        after = skip_suffix(t, at + 1)
        if words[after] in ("календарный", "календарного", "финансовый", "финансового"):
            after += 1
        if words[after] in YEARS_WORDS:
            return Stretch("year", value), past_year_word(t, after) if words[after] != "годов" else after + 1
        return None
    shift = SHIFTS.get(words[at])
    after = at + 1 if shift is not None else at
    while words[after] in YEAR_OF:
        after += 1
    if after > at and words[after] in YEAR_WORDS and words[after] != "г":
        return Stretch("year", shift=shift or 0), after + 1
    if words[at] in ("т", "с", "тек") and words[at + 1] == "." and words[at + 2] == "г":
        return year_tail(t, at)
    return None


def own_unit(t: Tape, at: int) -> Read | None:
    """Read a unit named alone, which is the document's own: «(до конца) месяца», «года», «недели», «дня»."""
    word = t.words[at]
    if word in ("рабочего", "рабочий", "рабочему", "текущего") and t.words[at + 1] in DAY_WORDS:
        return Stretch("day", shift=0), at + 2
    if word == "рабочей" and t.words[at + 1] in WEEK_WORDS:
        return Stretch("week", shift=0), at + 2
    unit = _OWN_UNITS.get(word)
    return (Stretch(unit, shift=0), at + 1) if unit is not None else None


ORDER = (day, school_year, quarter, half_year, ten_days, week, nth_day, weekday, month, season, year)


_STARTS = frozenset().union(MONTHS, ORDINALS, ROMANS, SHIFTS, WEEKDAYS, _SEASONS, YEAR_OF) | {
    '"', "двадцать", "тридцать", "т", "с", "тек", "ближайший", "ближайшую", "ближайшего", "ближайшей"}  # fmt: skip


def stretch(t: Tape, at: int) -> Read | None:
    """Read any stretch of the calendar, the most particular reading first."""
    word = t.words[at]
    if not word.isdecimal() and word not in _STARTS and not word.startswith("уч"):
        return None
    for reader in ORDER:
        found = reader(t, at)
        if found is not None:
            return found
    return None


def part_of(t: Tape, at: int) -> tuple[str, Stretch, int] | None:
    """Read «конца мая 2021 г.», «начала учебного года»: the part, what it is of, the next index."""
    words = t.words
    part = _PARTS.get(words[at])
    if part is None and words[at] in _FINISHING:
        part = "end"
    if part is None:
        return None
    whole = stretch(t, at + 1)
    if whole is None:
        whole = own_unit(t, at + 1)
    if (
        whole is None
        or whole[0].unit in ("weekday", "working_day")
        or (whole[0].unit == "day" and whole[0].shift is None)
    ):
        return None
    return part, whole[0], whole[1]
