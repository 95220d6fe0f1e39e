"""Deadlines as they are written: every case of `cases/deadlines_*.txt`, and what the cases cannot say."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from deadline_cases import Case, actual, place, read_cases

from protocol_cli.due import SchoolYear, resolve
from protocol_cli.grammar.deadlines import chain, find_terms, read_term

CASES = [
    case for path in sorted(Path(__file__).with_name("cases").glob("deadlines_*.txt")) for case in read_cases(path)
]
ANCHOR = dt.date(2026, 3, 2)


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            case, id=f"{case.place} {case.text[:50]}", marks=[pytest.mark.xfail(strict=True)] if case.gap else []
        )
        for case in CASES
    ],
)
def test_case(case: Case) -> None:
    assert actual(case) == case.expected


def test_there_are_cases_of_every_kind() -> None:
    kinds = {case.expected.split()[0] for case in CASES}
    assert kinds == {"date", "period", "recurring", "ongoing", "relative", "event", "immediate", "none"}


def read(text: str, anchor: dt.date | None = ANCHOR, **settings: SchoolYear) -> tuple:
    term = read_term(text)
    assert term is not None
    found = resolve(term, text, anchor, span=place, **settings)
    return found.deadline, found.notices


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("до 31 мая 2026 года", "day"),
        ("до конца мая", "month"),
        ("до конца II квартала 2026 г.", "quarter"),
        ("I полугодие 2026 г.", "half_year"),
        ("до конца года", "year"),
        ("до конца учебного года", "school_year"),
        ("в двухнедельный срок", "day"),
        ("ежемесячно до 5 числа", "day"),
        ("ежемесячно", None),
        ("постоянно", None),
    ],
)
def test_precision(text: str, precision: str | None) -> None:
    assert read(text)[0].precision == precision


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Срок – до 31 мая 2026 года.", "до 31 мая 2026 года"),
        ("Срок: до 1 июня 2026 г.", "до 1 июня 2026 г."),
        ("в срок до 1 июня 2026 г.", "до 1 июня 2026 г."),
        ("Срок исполнения: до 31.05.", "до 31.05"),
        ("в двухнедельный срок", "в двухнедельный срок"),
        ("до 10 июня 2026 года,  далее -\nпостоянно", "до 10 июня 2026 года, далее - постоянно"),
    ],
)
def test_the_text_is_the_term_without_its_label(text: str, written: str) -> None:
    assert read(text)[0].text == written


@pytest.mark.parametrize(
    ("text", "notice"),
    [
        ("до 31 июня", "deadline-impossible-date"),
        ("до 29 февраля 2027 г.", "deadline-impossible-date"),
        ("к 1 сентября", "deadline-ambiguous"),
        ("до мая 2026 г.", "deadline-ambiguous"),
        ("ежеквартально до 5 числа", "deadline-ambiguous"),
        ("до 10 июня 2020 г.", "deadline-before-document"),
        ("в кратчайшие сроки", "deadline-vague"),
        ("с 15 по 1 июня 2026 г.", "deadline-period-reversed"),
        ("в течение 300 рабочих дней с 1 июня 2027 г.", "deadline-unknown-calendar"),
    ],
)
def test_notices(text: str, notice: str) -> None:
    assert notice in read(text)[1]


def test_a_plain_date_has_no_notice() -> None:
    assert read("до 10 июня 2026 г.")[1] == ()


def test_without_the_documents_date_only_what_the_text_gives_is_known() -> None:
    assert read("до 10 июня 2026 г.", None)[0].due == dt.date(2026, 6, 10)
    assert read("до 10 июня", None)[0].due is None
    assert read("в течение 10 дней", None)[0].due is None
    assert read("ежемесячно до 5 числа", None)[0].rrule == "FREQ=MONTHLY;BYMONTHDAY=5"
    assert read("до конца года", None)[0].due is None


def test_the_school_year_is_a_setting() -> None:
    summer = SchoolYear(last=(6, 30))
    assert read("до конца учебного года", school_year=summer)[0].due == dt.date(2026, 6, 30)


def test_offsets_point_into_the_text() -> None:
    text = "Отделу (Иванову И.И.) до 1 июня 2026 г. представить план, до 1 июля — отчёт."
    assert [text[term.start : term.end] for term in find_terms(text)] == ["до 1 июня 2026 г.", "до 1 июля"]


def test_terms_can_be_chained() -> None:
    text = "Провести ремонт до 1 июня 2026 г. О результатах доложить до 15 июня 2026 г."
    chained = chain(find_terms(text))
    found = resolve(chained, text, ANCHOR, span=place).deadline
    assert (found.due, found.then and found.then.due) == (dt.date(2026, 6, 1), dt.date(2026, 6, 15))


def test_the_rules_that_took_part_are_named() -> None:
    term = read_term("ежемесячно до 5 числа")
    assert term is not None
    assert term.rules == ("every unit of time", "day of the month")


HOSTILE = [
    "до до до 1 1 1 1 ", "1234567890", "в течение ", "до 1 июня, ", "(", "«", "десяти ", "до момента окончания ", "1-",
    "1 и ", "после чего ", "раз в ", "не позднее чем за ", "до 10.", "в соответствии с ", "до 5, ", "«»", ". ", "1.", "А. ", "с 1 по ", "\u00ad",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hostile_text_takes_linear_work(piece: str, calls_of: Callable[[Callable[[], object]], int]) -> None:
    short, long = ((piece * (size // len(piece) + 1))[:size] for size in (2_000, 20_000))
    assert calls_of(lambda: (find_terms(long), read_term(long))) < 15 * calls_of(
        lambda: (find_terms(short), read_term(short))
    )


def test_the_grammar_loads_nothing_heavy() -> None:
    code = "import sys, protocol_cli.grammar.deadlines, protocol_cli.workdays; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"pydantic", "holidays", "dateparser", "dateutil", "pymorphy3", "typer", "rich"} & set(loaded)
