"""Whole paradigms of terms: every day, month, quarter, number and unit in the cases that a term puts them into."""

from __future__ import annotations

import calendar
import datetime as dt

import pytest
from deadline_cases import described, place

from protocol_cli.due import resolve
from protocol_cli.grammar.deadlines import read_term
from protocol_cli.grammar.lexicon.wordlist import ordered_words

ANCHOR = dt.date(2021, 4, 16)
OF = ordered_words("января февраля марта апреля мая июня июля августа сентября октября ноября декабря")
NAMED = ordered_words("январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь")
IN = ordered_words("январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре")
TO = ordered_words("январю февралю марту апрелю маю июню июлю августу сентябрю октябрю ноябрю декабрю")
UNITS = ordered_words("первого второго третьего четвёртого пятого шестого седьмого восьмого девятого")
TEENS = ordered_words(
    """
    десятого одиннадцатого двенадцатого тринадцатого четырнадцатого пятнадцатого шестнадцатого семнадцатого
    восемнадцатого девятнадцатого двадцатого
    """
)
DAYS = (*UNITS, *TEENS, *(f"двадцать {unit}" for unit in UNITS), "тридцатого", "тридцать первого")
COUNTS = dict(
    zip(
        ordered_words(
            """
            одного двух трёх четырёх пяти шести семи восьми девяти десяти одиннадцати двенадцати тринадцати
            четырнадцати пятнадцати шестнадцати семнадцати восемнадцати девятнадцати двадцати
            """
        ),
        range(1, 21),
        strict=True,
    )
) | {"двадцати одного": 21, "тридцати": 30, "сорока пяти": 45, "шестидесяти": 60, "девяноста": 90, "ста": 100}


def read(text: str) -> str:
    term = read_term(text)
    return described(resolve(term, text, ANCHOR, span=place).deadline) if term is not None else "none"


@pytest.mark.parametrize("month", range(1, 13))
def test_days_of_a_month(month: int) -> None:
    name = OF[month - 1]
    for number in range(1, calendar.monthrange(2022, month)[1] + 1):
        day = dt.date(2022, month, number)
        for limit in ("до", "не позднее", "к", "по"):
            for text in (
                f"{DAYS[number - 1]} {name} 2022 года",
                f"{number} {name} 2022 г.",
                f"{number}-го {name} 2022 г.",
                f"«{number:02}» {name} 2022 года",
                f"{day:%d.%m.%Y}",
                f"{day:%d.%m.%y}",
            ):
                assert read(f"{limit} {text}") == f"date {day}", text


@pytest.mark.parametrize("month", range(1, 13))
def test_months(month: int) -> None:
    first = dt.date(2022, month, 1)
    last = first.replace(day=calendar.monthrange(2022, month)[1])
    before = first - dt.timedelta(days=1)
    number = month - 1
    expected = {
        f"в {IN[number]} 2022 г.": f"period {first}..{last}",
        f"{NAMED[number]} 2022 года": f"period {first}..{last}",
        f"в течение {OF[number]} 2022 г.": f"period {first}..{last}",
        f"с 1 по 15 {OF[number]} 2022 г.": f"period {first}..{first.replace(day=15)}",
        f"1–15 {OF[number]} 2022 г.": f"period {first}..{first.replace(day=15)}",
        f"до конца {OF[number]} 2022 г.": f"date {last}",
        f"к концу {OF[number]} 2022 г.": f"date {last}",
        f"до {OF[number]} 2022 г.": f"date {before}",
        f"к {TO[number]} 2022 г.": f"date {before}",
        f"ежегодно в {IN[number]}": f"recurring FREQ=YEARLY;BYMONTH={month}",
    }
    assert {text: read(text) for text in expected} == expected


@pytest.mark.parametrize(("words", "count"), COUNTS.items())
def test_counts_of_days(words: str, count: int) -> None:
    expected = f"relative {ANCHOR + dt.timedelta(days=count)} P{count}D"
    for text in (
        f"в течение {words} дней", f"в течение {count} дней", f"в течение {count} ({words}) дней", f"через {count} дней",
        f"в течение {words} календарных дней", f"в {count}-дневный срок", f"не позднее {count} дней", f"{count} дней",
        f"не позднее чем через {words} дней",
    ):  # fmt: skip
        assert read(text) == expected, text


@pytest.mark.parametrize("number", range(1, 5))
def test_quarters(number: int) -> None:
    first, last = dt.date(2022, 3 * number - 2, 1), dt.date(2022, 3 * number, 31 if number in (1, 4) else 30)
    roman = ("I", "II", "III", "IV")[number - 1]
    word = ("перв", "втор", "треть", "четверт")[number - 1]
    endings = ("ий", "ьего") if number == 3 else ("ой" if number == 2 else "ый", "ого")
    named = ("трет" if number == 3 else word) + endings[0]
    of = ("трет" if number == 3 else word) + endings[1]
    for text in (
        f"{roman} квартал 2022 г.", f"{number} квартал 2022 года", f"{number}-й квартал 2022 года", f"{number} кв. 2022 г.",
        f"в {roman} квартале 2022 года", f"в {number}-м квартале 2022 г.", f"{named} квартал 2022 года",
        f"в течение {roman} квартала 2022 года", f"в течение {of} квартала 2022 года",
    ):  # fmt: skip
        assert read(text) == f"period {first}..{last}", text
    for text in (
        f"до конца {roman} квартала 2022 г.",
        f"до конца {of} квартала 2022 г.",
        f"не позднее {roman} квартала 2022 г.",
    ):
        assert read(text) == f"date {last}", text


@pytest.mark.parametrize(
    ("unit", "rule"),
    [
        ("день", "FREQ=DAILY"), ("неделю", "FREQ=WEEKLY"), ("месяц", "FREQ=MONTHLY"), ("год", "FREQ=YEARLY"),
        ("квартал", "FREQ=MONTHLY;INTERVAL=3"), ("полугодие", "FREQ=MONTHLY;INTERVAL=6"),
        ("полгода", "FREQ=MONTHLY;INTERVAL=6"), ("два месяца", "FREQ=MONTHLY;INTERVAL=2"),
        ("две недели", "FREQ=WEEKLY;INTERVAL=2"), ("три года", "FREQ=YEARLY;INTERVAL=3"),
        ("10 дней", "FREQ=DAILY;INTERVAL=10"), ("декаду", "FREQ=DAILY;INTERVAL=10"),
    ],
)  # fmt: skip
def test_so_many_times(unit: str, rule: str) -> None:
    for text in ("один раз в", "1 раз в", "раз в", "не реже одного раза в", "не реже 1 раза в", "не менее одного раза в",
                 "с периодичностью один раз в"):  # fmt: skip
        assert read(f"{text} {unit}") == f"recurring {rule}", text


@pytest.mark.parametrize("number", range(7))
def test_weekdays(number: int) -> None:
    code = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[number]
    every = ordered_words("каждый каждый каждую каждый каждую каждую каждое")[number]
    day = ordered_words("понедельник вторник среду четверг пятницу субботу воскресенье")[number]
    days = ordered_words("понедельникам вторникам средам четвергам пятницам субботам воскресеньям")[number]
    first = ANCHOR + dt.timedelta(days=(number - ANCHOR.weekday()) % 7)
    for text in (f"{every} {day}", f"по {days}", f"еженедельно по {days}", f"еженедельно, по {days}"):
        assert read(text) == f"recurring {first} FREQ=WEEKLY;BYDAY={code}", text
