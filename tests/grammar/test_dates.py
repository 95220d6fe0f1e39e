"""Parts of dates: numbers, days, stretches of the calendar, hours, amounts, and the production calendar."""

from __future__ import annotations

import datetime as dt

import pytest

from protocol_cli.grammar.amounts import adjective, amount
from protocol_cli.grammar.dates import day
from protocol_cli.grammar.hours import clock
from protocol_cli.grammar.numerals import cardinal, ordinal
from protocol_cli.grammar.stretches import stretch
from protocol_cli.grammar.tape import Tape
from protocol_cli.grammar.terms import Length, Stretch
from protocol_cli.workdays import (
    add_working_days,
    effective_due,
    is_known_year,
    is_working_day,
    next_working_day,
    preceding_working_day,
    reason_off,
)


def of(year: int, month: int, number: int) -> Stretch:
    return Stretch("day", number, Stretch("month", month, Stretch("year", year)))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("10", 10), ("10 (десяти)", 10), ("10-ти", 10), ("3-х", 3), ("пяти", 5), ("двадцати одного", 21), ("сорок пять", 45),
        ("ста восьмидесяти", 180), ("2-3", 3), ("двух-трёх", 3), ("трое", 3),
    ],
)  # fmt: skip
def test_counts(text: str, number: int) -> None:
    tape = Tape(text)
    assert cardinal(tape, 0) == (number, tape.size)


@pytest.mark.parametrize(
    ("text", "number"),
    [("10-го", 10), ("первого", 1), ("двадцать пятого", 25), ("II", 2), ("ІV", 4), ("третьей", 3), ("последний", -1)],
)
def test_ordinals(text: str, number: int) -> None:
    tape = Tape(text)
    assert ordinal(tape, 0, roman=True) == (number, tape.size)


@pytest.mark.parametrize("text", ["чел", "№ 5", "1234567", "-"])
def test_no_count(text: str) -> None:
    found = cardinal(Tape(text), 0)
    assert found is None


@pytest.mark.parametrize(
    "text",
    [
        "10 июня 2026 г.", "10 июня 2026 года", "«10» июня 2026 г.", "10-го июня 2026", "десятого июня 2026 года", "10.06.2026",
        "10.06.26", "10.06.2026 г.", "10/06/2026", "10-06-2026", "2026-06-10", "10. 06. 2026", "10 ИЮНЯ 2026 ГОДА",
        "10июня 2026года", "10 июн. 2026 г.", "10,06,2026",
    ],
)  # fmt: skip
def test_spellings_of_one_day(text: str) -> None:
    found = day(Tape(text), 0)
    assert found is not None
    assert found[0] == of(2026, 6, 10)


@pytest.mark.parametrize(
    "text", ["2-14-07", "12.5", "1.2.3.4", "10.06%", "57-2751", "10 человек", "2019-2025", "00.06"]
)
def test_no_day(text: str) -> None:
    found = day(Tape(text), 0)
    assert found is None or found[1] < Tape(text).size


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("II квартал 2026 г.", "quarter"), ("3-й кв.", "quarter"), ("I полугодие", "half_year"), ("2 п/г", "half_year"),
        ("вторая декада июня", "ten_days"), ("первой половине мая", "half_month"), ("2026/27 уч. год", "school_year"),
        ("нового учебного года", "school_year"), ("следующей неделе", "week"), ("последний рабочий день месяца", "working_day"),
        ("первый понедельник июня", "weekday"), ("летом 2026 года", "season"), ("май", "month"), ("2026 год", "year"),
    ],
)  # fmt: skip
def test_stretches(text: str, unit: str) -> None:
    tape = Tape(text)
    found = stretch(tape, 0)
    assert found is not None
    assert (found[0].unit, found[1]) == (unit, tape.size)


@pytest.mark.parametrize("text", ["2019-2025", "человек", "год", "5", "1 квартира", "вторая половина"])
def test_no_stretch(text: str) -> None:
    assert stretch(Tape(text), 0) is None


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("12.00", (12, 0)), ("17:30", (17, 30)), ("18-00", (18, 0)), ("15 час. 00 мин.", (15, 0)), ("9 часов утра", (9, 0)),
        ("6 часов вечера", (18, 0)), ("15:00 (мск)", (15, 0)), ("10 ч.", (10, 0)),
    ],
)  # fmt: skip
def test_hours(text: str, time: tuple[int, int]) -> None:
    tape = Tape(text)
    assert clock(tape, 0) == (time, tape.size)


@pytest.mark.parametrize("text", ["25:00", "12.75", "10.06.2026", "12"])
def test_no_hour(text: str) -> None:
    assert clock(Tape(text), 0) is None


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("10 рабочих дней", Length(10, "day", working=True)),
        ("5 р.д.", Length(5, "day", working=True)),
        ("двух недель", Length(2, "week")),
        ("месяца", Length(1, "month")),
        ("3-х календарных дней", Length(3, "day")),
        ("10 дней (рабочих)", Length(10, "day", working=True)),
        ("полутора месяцев", Length(45, "day")),
    ],
)
def test_amounts(text: str, length: Length) -> None:
    tape = Tape(text)
    assert amount(tape, 0) == (length, tape.size)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("10-дневный", Length(10, "day")),
        ("двухнедельный", Length(2, "week")),
        ("3-х месячный", Length(3, "month")),
        ("сорокапятидневный", Length(45, "day")),
        ("полумесячный", Length(15, "day")),
        ("годичный", Length(1, "year")),
    ],
)
def test_adjectives_of_length(text: str, length: Length) -> None:
    tape = Tape(text)
    assert adjective(tape, 0) == (length, tape.size)


def test_offsets_hold_where_a_capital_has_two_small_letters() -> None:
    text = "İİ до 10 июня"
    tape = Tape(text)
    assert [tape.raw(at) for at in range(tape.size)] == ["İİ", "до", "10", "июня"]


@pytest.mark.parametrize(
    ("date", "works", "reason"),
    [
        ("2021-02-20", True, None),
        ("2021-02-22", False, "transferred"),
        ("2021-05-05", False, "presidential"),
        ("2021-06-12", False, "holiday"),
        ("2021-06-13", False, "weekend"),
        ("2024-12-28", True, None),
        ("2014-03-10", False, "transferred"),
        ("2020-07-01", False, "presidential"),
        ("2026-03-09", False, "transferred"),
        ("2026-03-02", True, None),
    ],
)
def test_working_days(date: str, works: bool, reason: str | None) -> None:
    found = dt.date.fromisoformat(date)
    assert (is_working_day(found), reason_off(found)) == (works, reason)


def test_decree_days_are_ordinary_ones_where_they_do_not_count() -> None:
    assert is_working_day(dt.date(2021, 5, 5), presidential=False)


def test_shifts_go_back_for_state_bodies_and_forward_in_civil_law() -> None:
    sunday = dt.date(2021, 8, 15)
    assert effective_due(sunday) == dt.date(2021, 8, 13)
    assert effective_due(sunday, "civil") == dt.date(2021, 8, 16)
    assert effective_due(sunday, "none") == sunday
    assert (preceding_working_day(sunday), next_working_day(sunday)) == (dt.date(2021, 8, 13), dt.date(2021, 8, 16))


def test_working_saturdays_count() -> None:
    assert add_working_days(dt.date(2024, 4, 22), 10) == dt.date(2024, 5, 8)
    assert add_working_days(dt.date(2021, 4, 19), -1) == dt.date(2021, 4, 16)


def test_a_year_not_decreed_yet_says_so() -> None:
    assert is_known_year(2026)
    assert not is_known_year(2035)
    assert not is_working_day(dt.date(2035, 1, 2))
