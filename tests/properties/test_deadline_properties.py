"""What holds of every date, anchor and text."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from protocol_cli.due import resolve
from protocol_cli.grammar.deadlines import Term, find_terms, read_term
from protocol_cli.grammar.lexicon.wordlist import ordered_words
from protocol_cli.models.base import Span
from protocol_cli.models.deadline import Deadline
from protocol_cli.workdays import add_working_days, effective_due, is_working_day

MONTHS = ordered_words("января февраля марта апреля мая июня июля августа сентября октября ноября декабря")
DAYS = st.dates(dt.date(1992, 1, 1), dt.date(2099, 12, 31))
ANCHORS = st.dates(dt.date(2013, 1, 1), dt.date(2026, 12, 31))
WORDS = st.sampled_from(
    ordered_words(
        """
        до по к не позднее с в на за через течение срок дней рабочих месяца квартала года 1 5 10 31 2021 2021-2022
        июня мая «10» 10.06 10.06.2021 12.00 ежемесячно ежеквартально далее постоянно числа следующего за отчётным
        со дня получения начала конца II I , . ; – ( ) « » и пятницам каждый первый последний понедельник г. раз год
        учебного немедленно
        """
    )
)


def place(start: int, end: int) -> Span:
    return Span(start=start, end=end, page=1)


def read(text: str, anchor: dt.date) -> Deadline:
    term = read_term(text)
    assert term is not None, text
    return resolve(term, text, anchor, span=place).deadline


@given(DAYS, ANCHORS)
def test_each_spelling_of_a_date_gives_it_back(day: dt.date, anchor: dt.date) -> None:
    month = MONTHS[day.month - 1]
    for text in (
        f"до {day:%d.%m.%Y}", f"до {day:%d.%m.%Y} г.", f"до {day.isoformat()}", f"до {day.day} {month} {day.year} г.",
        f"не позднее «{day:%d}» {month} {day.year} года", f"Срок – {day.day}-го {month} {day.year}", f"{day:%d/%m/%Y}",
        f"К {day.day} {month.upper()} {day.year} ГОДА",
    ):  # fmt: skip
        assert read(text, anchor).due == day, text


@given(DAYS)
def test_a_day_without_its_year_is_the_nearest_one(anchor: dt.date) -> None:
    due = read(f"до 10 {MONTHS[5]}", anchor).due
    assert due is not None
    assert (due.month, due.day) == (6, 10)
    assert dt.timedelta() <= due - anchor < dt.timedelta(days=366)


@given(ANCHORS, st.integers(1, 120))
def test_a_term_in_working_days_ends_on_one(anchor: dt.date, count: int) -> None:
    due = read(f"в течение {count} рабочих дней", anchor).due
    assert due is not None
    assert is_working_day(due)
    assert sum(is_working_day(anchor + dt.timedelta(days=n)) for n in range(1, (due - anchor).days + 1)) == count


@given(ANCHORS, st.integers(1, 300))
def test_calendar_days_count_from_the_next_day(anchor: dt.date, count: int) -> None:
    assert read(f"в течение {count} дней", anchor).due == anchor + dt.timedelta(days=count)


@given(ANCHORS, st.integers(1, 36))
def test_months_end_on_the_same_number_or_the_last_day(anchor: dt.date, count: int) -> None:
    due = read(f"в течение {count} месяцев", anchor).due
    assert due is not None
    assert (due.year * 12 + due.month) - (anchor.year * 12 + anchor.month) == count
    assert due.day == anchor.day or (due + dt.timedelta(days=1)).day == 1


@given(ANCHORS, st.sampled_from(["каждый понедельник", "еженедельно по пятницам", "до среды", "в четверг"]))
def test_a_week_later_a_weekday_falls_a_week_later(anchor: dt.date, text: str) -> None:
    due, later = read(text, anchor).due, read(text, anchor + dt.timedelta(days=7)).due
    assert due is not None
    assert later == due + dt.timedelta(days=7)


@given(ANCHORS, st.integers(1, 31))
def test_a_monthly_day_never_falls_before_the_document(anchor: dt.date, number: int) -> None:
    found = read(f"ежемесячно до {number} числа", anchor)
    assert found.rrule == f"FREQ=MONTHLY;BYMONTHDAY={number}"
    assert found.due is not None
    assert found.due >= anchor
    assert found.due.day == number


@given(ANCHORS)
def test_shifted_dates_are_worked(day: dt.date) -> None:
    back, forth = effective_due(day), effective_due(day, "civil")
    assert back <= day <= forth
    assert is_working_day(back)
    assert is_working_day(forth, presidential=False)
    assert add_working_days(back - dt.timedelta(days=1), 1) >= back


def check(term: Term, text: str) -> None:
    assert 0 <= term.start < term.end <= len(text)
    assert text[term.start : term.end].strip() == text[term.start : term.end]
    found = resolve(term, text, dt.date(2021, 4, 16), span=place).deadline
    assert found.start is None or found.due is None or found.start <= found.due or found.kind != "recurring"
    if term.then is not None:
        check(term.then, text)


@settings(max_examples=400, deadline=None)
@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_any_mixture_of_its_words_is_read_or_left(text: str) -> None:
    end = 0
    for term in find_terms(text):
        assert term.start >= end
        end = term.end
        check(term, text)
    term = read_term(text)
    if term is not None:
        check(term, text)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_or_left(text: str) -> None:
    for term in find_terms(text):
        check(term, text)
    if (term := read_term(text)) is not None:
        check(term, text)
