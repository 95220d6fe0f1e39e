"""What repeats: «ежемесячно», «один раз в два года», «каждый первый понедельник месяца», «по пятницам»."""

from __future__ import annotations

from dataclasses import replace

from protocol_cli.grammar.extent import limit_prefix
from protocol_cli.grammar.lexicon.time import (
    DAY_WORDS,
    EVERY,
    MONTH_WORDS,
    MONTHS,
    QUARTER_WORDS,
    RECURRENCE_UNITS,
    RECURRENCES,
    SHORT_UNITS,
    TIMES,
    UNITS,
    WEEK_WORDS,
    WEEKDAY_CODES,
    WEEKDAY_PLURALS,
    WEEKDAYS,
    WORKING,
    WORKING_WEEK,
)
from protocol_cli.grammar.lexicon.wordlist import words as wordset
from protocol_cli.grammar.month_days import day_numbers
from protocol_cli.grammar.numerals import cardinal, ordinal
from protocol_cli.grammar.pieces import Piece
from protocol_cli.grammar.stretches import part_of
from protocol_cli.grammar.tape import Tape
from protocol_cli.grammar.terms import Recurrence
from protocol_cli.grammar.years import (
    following,
)

_RAZ = wordset("раз раза разу")
_NO_RULE_UNITS = wordset("четверть семестр триместр смену сезон навигацию вегетацию каникулы")
_SCHOOL = ("учебн", "уч")
_UNIT_ADJECTIVES = wordset("календарный календарного календарных рабочих каждый каждого одного отчетный финансовый")
_BY_UNITS = {
    "полугодиям": Recurrence("MONTHLY", 6),
    "кварталам": Recurrence("MONTHLY", 3),
    "месяцам": Recurrence("MONTHLY"),
}


def adverb(t: Tape, at: int) -> Piece | None:
    """Read «ежемесячно», «ежеквартально», «еженедельно»."""
    rule = RECURRENCES.get(t.words[at])
    if rule is None and at and t.words[at - 1] in ("с", "последующим", "последующей"):
        rule = RECURRENCES.get(t.words[at].removesuffix("ным").removesuffix("ной") + "но")
        noun = t.words[at + 1].endswith(("ом", "ием", "ей"))
        return (
            Piece("recurrence", at, at + 1 + noun, "every unit of time", recurrence=Recurrence(*rule)) if rule else None
        )
    if rule is None:
        return None
    if t.words[at].endswith(("ый", "ая")) and not t.wide:
        return None
    to = (
        at + 2
        if t.words[at + 1] == "." and len(t.words[at]) <= 10 and t.words[at].endswith(("с", "н", "т", "д"))
        else at + 1
    )
    return Piece("recurrence", at, to, "every unit of time", recurrence=Recurrence(*rule))


def _unit(t: Tape, at: int) -> tuple[str, int, int] | None:
    """Read «два года», «квартал», «3 месяца», «учебный год»: the unit, how many, the next index."""
    words = t.words
    count, here = 1, at
    number = cardinal(t, at)
    if number is not None:
        count, here = number
    while words[here] in _UNIT_ADJECTIVES:
        here += 1
    if words[here].startswith(_SCHOOL) and words[here + 1] in ("год", "года", "."):
        return "school_year", count, here + 2
    unit = UNITS.get(words[here])
    if unit is None or unit == "minute" or words[here] in ("р", "г"):
        return None
    here += 1
    if words[here] == "." and words[here - 1] in SHORT_UNITS:
        here += 1
    return unit, count, here


def times_in(t: Tape, at: int) -> Piece | None:
    """Read «один раз в квартал», «раз в два года», «не реже одного раза в 3 месяца», «2 раза в год», «дважды в год»."""
    words = t.words
    here = at
    if words[here] == "с" and words[here + 1] == "периодичностью":
        here += 3 if words[here + 2] in (":", "-") else 2
    if words[here] == "не" and words[here + 1] in ("реже", "менее", "чаще"):
        here += 3 if words[here + 2] == "чем" else 2
    elif words[here] in ("минимум", "хотя", "по"):
        here += 2 if words[here] == "хотя" else 1
    count = 1
    if words[here] in TIMES:
        count, here = TIMES[words[here]], here + 1
    else:
        number = cardinal(t, here)
        if number is not None:
            count, here = number
        if words[here] not in _RAZ:
            return None
        here += 1
    if words[here] in ("в", "за") or words[here] == "во":
        here += 1
        if words[here] in ("течение", "течении"):
            here += 1
    elif words[here] in EVERY:
        here += 1
    else:
        return None
    found = _unit(t, here)
    if found is None:
        if words[here] not in _NO_RULE_UNITS:
            return None
        # a stretch of no fixed length: RFC 5545 has no word for it, as for «два раза в год»
        return Piece("recurrence", at, here + 1, "so many times in a unit", recurrence=Recurrence("YEARLY", times=2))
    unit, length, to = found
    freq, interval = RECURRENCE_UNITS[unit]
    rule = Recurrence(freq, interval * length, times=count)
    return Piece("recurrence", at, to, "so many times in a unit", recurrence=rule)


def every(t: Tape, at: int) -> Piece | None:
    """Read «каждый понедельник», «каждые две недели», «каждый первый вторник месяца», «каждый рабочий день»."""
    words = t.words
    here = at
    if words[here] in ("в", "во", "по", "через", "к", "до", "на", "за") and words[here + 1] in EVERY:
        here += 1
    if words[here] not in EVERY:
        return None
    here += 1
    if words[here] in ("рабочий", "будний") and words[here + 1] == "день":
        return Piece(
            "recurrence", at, here + 2, "every working day", recurrence=Recurrence("WEEKLY", weekdays=WORKING_WEEK)
        )
    days, to = _weekday_list(t, here, WEEKDAYS)
    if days:
        to = to + 1 if words[to] in ("недели", "месяца") else to
        return Piece("recurrence", at, to, "every weekday named", recurrence=Recurrence("WEEKLY", weekdays=days))
    placed = _nth(t, here)
    if placed is not None:
        return replace(placed, at=at)
    numbered = day_numbers(t, here)
    if numbered is not None:
        after = numbered[1]
        if words[after] in MONTH_WORDS:
            after += 1
        return Piece(
            "recurrence", at, after, "every month on a day", recurrence=Recurrence("MONTHLY", days=numbered[0])
        )
    nth = ordinal(t, here, plain=False)
    if nth is not None and UNITS.get(words[nth[1]]) in RECURRENCE_UNITS and nth[0] > 1:
        freq, interval = RECURRENCE_UNITS[UNITS[words[nth[1]]]]
        return Piece("recurrence", at, nth[1] + 1, "every nth unit", recurrence=Recurrence(freq, interval * nth[0]))
    found = _unit(t, here)
    if found is None:
        return None
    unit, count, to = found
    freq, interval = RECURRENCE_UNITS[unit]
    return Piece("recurrence", at, to, "every unit of time", recurrence=Recurrence(freq, interval * count))


def _weekday_list(t: Tape, at: int, table: dict[str, int]) -> tuple[tuple[str, ...], int]:
    words = t.words
    days: list[str] = []
    here = at
    while words[here] in table and (len(words[here]) > 2 or t.wide):
        days.append(WEEKDAY_CODES[table[words[here]]])
        to = here + 1
        if words[to] in (",", "и") and words[to + 1] in table:
            here = to + 1
        elif words[to] in (",", "и") and words[to + 1] in EVERY and words[to + 2] in table:
            here = to + 2
        else:
            return tuple(days), to
    return tuple(days), at


def by_weekday(t: Tape, at: int) -> Piece | None:
    """Read «по пятницам», «по понедельникам и средам», «по рабочим дням», «по будням», «по вторым средам месяца»."""
    words = t.words
    if (words[at] == "в" and words[at + 1] in ("рабочие", "будние") and words[at + 2] == "дни") or (
            words[at] == "кроме" and words[at + 1] in ("выходных", "субботы", "праздничных")):  # fmt: skip
        to = at + 2 if words[at] == "кроме" else at + 3
        while words[at] == "кроме" and words[to] in (
            "и",
            "праздничных",
            "воскресенья",
            "дней",
            "нерабочих",
            "выходных",
        ):
            to += 1
        return Piece("weekdays", at, to, "on working days", recurrence=Recurrence("WEEKLY", weekdays=WORKING_WEEK))
    if words[at] in ("с", "со") and words[at + 1] in WEEKDAYS and words[at + 2] == "по" and words[at + 3] in WEEKDAYS:
        first, last = WEEKDAYS[words[at + 1]], WEEKDAYS[words[at + 3]]
        if first < last:
            rule = Recurrence("WEEKLY", weekdays=WEEKDAY_CODES[first : last + 1])
            return Piece("weekdays", at, at + 4, "from weekday to weekday", recurrence=rule)
    if words[at] != "по":
        return None
    if words[at + 1] in ("рабочим", "будним") and words[at + 2] == "дням":
        return Piece("weekdays", at, at + 3, "on working days", recurrence=Recurrence("WEEKLY", weekdays=WORKING_WEEK))
    if words[at + 1] == "будням":
        return Piece("weekdays", at, at + 2, "on working days", recurrence=Recurrence("WEEKLY", weekdays=WORKING_WEEK))
    if words[at + 1] == "выходным":
        to = at + 3 if words[at + 2] == "дням" else at + 2
        return Piece("weekdays", at, to, "at weekends", recurrence=Recurrence("WEEKLY", weekdays=("SA", "SU")))
    if words[at + 1] in _BY_UNITS:
        return Piece("recurrence", at, at + 2, "by units of time", recurrence=_BY_UNITS[words[at + 1]])
    days, to = _weekday_list(t, at + 1, WEEKDAY_PLURALS)
    if days:
        return Piece("weekdays", at, to, "on weekdays named", recurrence=Recurrence("WEEKLY", weekdays=days))
    if words[at + 1] in ("первым", "вторым", "третьим", "четвертым", "последним") and words[at + 2] in WEEKDAY_PLURALS:
        nth = {"первым": 1, "вторым": 2, "третьим": 3, "четвертым": 4, "последним": -1}[words[at + 1]]
        to = at + 4 if words[at + 3] in MONTH_WORDS else at + 3
        code = WEEKDAY_CODES[WEEKDAY_PLURALS[words[at + 2]]]
        return Piece(
            "weekdays", at, to, "on the nth weekday", recurrence=Recurrence("MONTHLY", weekdays=(f"{nth}{code}",))
        )
    if (
        words[at + 1].isdecimal()
        and (numbered := day_numbers(t, at + 1)) is not None
        and words[numbered[1] - 1] == "числам"
    ):
        to = numbered[1] + 1 if words[numbered[1]] in MONTH_WORDS else numbered[1]
        return Piece("weekdays", at, to, "on days of the month", recurrence=Recurrence("MONTHLY", days=numbered[0]))
    return None


def _nth(t: Tape, at: int) -> Piece | None:
    """Read «первый понедельник месяца», «последний рабочий день месяца», «последний день квартала» as a rule."""
    words = t.words
    found = ordinal(t, at, plain=False)
    if found is None:
        found = ordinal(t, at)
        if found is None or found[0] < 2 or words[found[1]] not in ("рабочего", "рабочий", "рабочему"):
            return None
    nth, here = found
    another = ordinal(t, here + 1, plain=False) if words[here] in ("и", ",") else None
    if another is not None and words[another[1]] in WEEKDAYS:
        code = WEEKDAY_CODES[WEEKDAYS[words[another[1]]]]
        rule, here = Recurrence("MONTHLY", weekdays=(f"{nth}{code}", f"{another[0]}{code}")), another[1] + 1
    elif words[here] in WEEKDAYS:
        code = f"{nth}{WEEKDAY_CODES[WEEKDAYS[words[here]]]}"
        rule, here = Recurrence("MONTHLY", weekdays=(code,)), here + 1
    elif words[here] in WORKING and words[here + 1] in DAY_WORDS:
        rule, here = Recurrence("MONTHLY", weekdays=WORKING_WEEK, position=nth), here + 2
    elif words[here] in DAY_WORDS or (nth < 0 and words[here] in ("число", "числа")):
        rule, here = Recurrence("MONTHLY", days=(nth,)), here + 1
    else:
        return None
    reporting = words[here] in ("отчетного", "соответствующего")
    if words[here] in EVERY or reporting:
        here += 1
    if words[here] in MONTH_WORDS:
        reported = ("month", here + 1) if reporting else following(t, here + 1)
        to = reported[1] if reported is not None else here + 1
        return Piece(
            "recurrence",
            at,
            to,
            "the nth day of the month",
            recurrence=rule,
            reported=reported[0] if reported else None,
        )
    if words[here] in QUARTER_WORDS and (rule.position is not None or rule.weekdays):
        months = (3, 6, 9, 12) if nth < 0 else (1, 4, 7, 10)
        return Piece("recurrence", at, here + 1, "the nth day of the quarter", recurrence=replace(rule, months=months))
    if words[here] in WEEK_WORDS and rule.position in (1, -1):
        code = WEEKDAY_CODES[0 if nth > 0 else 4]
        return Piece(
            "recurrence", at, here + 1, "the nth day of the week", recurrence=Recurrence("WEEKLY", weekdays=(code,))
        )
    if words[here] in QUARTER_WORDS and rule.days:
        months = (3, 6, 9, 12) if nth < 0 else (1, 4, 7, 10)
        return Piece("recurrence", at, here + 1, "the nth day of the quarter",
                     recurrence=replace(rule, freq="YEARLY", months=months))  # fmt: skip
    if (
        words[here - 1] in EVERY
        or rule.days
        or words[here] in MONTHS
        or UNITS.get(words[here]) in ("year", "quarter", "week")
    ):
        return None
    return Piece("recurrence", at, here, "the nth day of the month", recurrence=rule)


def nth_of_month(t: Tape, at: int) -> Piece | None:
    """Read «в первый вторник каждого месяца», a rule, and «до последнего рабочего дня месяца», a day."""
    words = t.words
    here = at
    prefix = limit_prefix(t, here)
    if prefix is not None:
        here = prefix[1]
    elif words[here] in ("в", "во", "на"):
        here += 1
    found = _nth(t, here) or _first_days(t, here)
    if found is None or (words[at] == "на" and words[found.to - 1] in DAY_WORDS):
        return None
    several = found.recurrence is not None and len(found.recurrence.weekdays) == 2
    said = words[found.to - 2] in EVERY or found.reported is not None or several
    return replace(found, at=at, kind="recurrence" if said else "nth", rule=found.rule)


def _first_days(t: Tape, at: int) -> Piece | None:
    """Read «(в течение) первых трёх рабочих дней каждого месяца»: the last of them is the day."""
    words = t.words
    here = at + 1 if words[at] in ("течение", "течении") else at
    number = cardinal(t, here + 1) if words[here] in ("первых", "первые") else None
    if number is None:
        return None
    count, here = number
    working = words[here] in WORKING
    here += working
    if words[here] not in DAY_WORDS:
        return None
    here += 1 + (words[here + 1] in EVERY)
    if words[here] not in MONTH_WORDS:
        return None
    rule = (
        Recurrence("MONTHLY", weekdays=WORKING_WEEK, position=count)
        if working
        else Recurrence("MONTHLY", days=(count,))
    )
    return Piece("recurrence", at, here + 1, "the first days of the month", recurrence=rule)


_AT_THE_END = {
    "month": Recurrence("MONTHLY", days=(-1,)),
    "quarter": Recurrence("YEARLY", months=(3, 6, 9, 12), days=(-1,)),
    "half_year": Recurrence("YEARLY", months=(6, 12), days=(-1,)),
    "year": Recurrence("YEARLY", months=(12,), days=(31,)),
}


def end_of_each(t: Tape, at: int) -> Piece | None:
    """Read «до конца каждого месяца», «к концу отчётного квартала» (each time its last day)."""
    words = t.words
    here = at + 1 if words[at] in ("до", "к", "в") else at
    if part_of(t, here) is not None or words[here] not in ("конца", "концу", "конце", "окончания"):
        return None
    if words[here + 1] not in EVERY and words[here + 1] not in ("отчетного", "соответствующего"):
        return None
    rule = _AT_THE_END.get(UNITS.get(words[here + 2], ""))
    return Piece("recurrence", at, here + 3, "the end of each unit", recurrence=rule) if rule is not None else None


RULES = (
    adverb,
    times_in,
    every,
    by_weekday,
    nth_of_month,
    end_of_each,
)


def recurrence(t: Tape, at: int) -> Piece | None:
    """Read what repeats by the first rule that takes it."""
    for rule in RULES:
        found = rule(t, at)
        if found is not None:
            return found
    return None
