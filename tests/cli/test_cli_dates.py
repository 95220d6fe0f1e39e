"""Days as people type them at options."""

from __future__ import annotations

import datetime as dt

import pytest

from protocol_cli.cli.days import day_text, parse_date

MONDAY = dt.date(2026, 3, 2)

DAYS = """
2021-06-10 => 2021-06-10
2021-6-1 => 2021-06-01
10.06.2021 => 2021-06-10
10.06.21 => 2021-06-10
01.02.2026 => 2026-02-01
10.06 => 2026-06-10
10 июня 2021 => 2021-06-10
10 июня 2021 года => 2021-06-10
10 июня 2021 г. => 2021-06-10
10 ИЮНЯ => 2026-06-10
1 мая => 2026-05-01
1 марта => 2026-03-01
29 февраля 2024 => 2024-02-29
сегодня => 2026-03-02
Завтра => 2026-03-03
послезавтра => 2026-03-04
вчера => 2026-03-01
через неделю => 2026-03-09
через 3 дня => 2026-03-05
через две недели => 2026-03-16
через месяц => 2026-04-02
3 дня назад => 2026-02-27
понедельник => 2026-03-09
в пятницу => 2026-03-06
во вторник => 2026-03-03
2w => 2026-03-16
10d => 2026-03-12
-1w => 2026-02-23
1m => 2026-04-02
1y => 2027-03-02
2 н => 2026-03-16
today => 2026-03-02
tomorrow => 2026-03-03
in 2 weeks => 2026-03-16
June 10, 2021 => 2021-06-10
"""


@pytest.mark.parametrize("case", DAYS.strip().splitlines())
def test_a_day(case: str):
    typed, day = case.split(" => ")
    assert parse_date(typed, MONDAY) == dt.date.fromisoformat(day)


@pytest.mark.parametrize(
    "typed",
    [
        "", " ", "2021-02-30", "31.06.2021", "31 июня 2021", "29 февраля 2025", "июнь 2021", "2021", "2025 года", "6",
        "2 недели", "10/06/2021", "скоро", "до 10 июня", "через 10 рабочих дней", "99999999999d", "9999y", "0000-01-01",
        "2021-06-10 до 2021-06-11", "х" * 5000, "№ 392-р", "1037000082778",
    ],
)  # fmt: skip
def test_not_a_day(typed: str):
    with pytest.raises(ValueError):
        parse_date(typed, MONDAY)


def test_days_are_shown_with_the_day_of_the_week(monkeypatch: pytest.MonkeyPatch):
    from protocol_cli.cli import messages

    monkeypatch.setattr(messages, "language", lambda: messages.RUSSIAN)
    messages._sentence.cache_clear()
    assert day_text("2021-06-10") == "10.06.2021 чт"
    assert day_text(dt.date(2021, 8, 15)) == "15.08.2021 вс"
    messages._sentence.cache_clear()
