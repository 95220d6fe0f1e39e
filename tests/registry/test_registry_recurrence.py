"""The days of terms that come again."""

from __future__ import annotations

import datetime as dt
import re
import time

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from protocol_cli.registry import recurrence


def days(rule: str, began: str, first: str, last: str) -> list[str]:
    phase = recurrence.phase_of(rule, began)
    window = (dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    return [day.isoformat() for day in recurrence.days(rule, phase, *window)]


@pytest.mark.parametrize(
    ("rule", "began", "found"),
    [
        ("FREQ=MONTHLY;BYMONTHDAY=5", "2021-03-05", ["2022-06-05", "2022-07-05"]),
        ("FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=5", "2021-04-05", ["2022-07-05"]),
        ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1", "2021-01-01", ["2022-07-01"]),
        ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1", "2021-03-01", ["2022-06-01"]),
        ("FREQ=MONTHLY;INTERVAL=3", "2021-03-15", ["2022-06-15"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "2021-03-31", ["2022-06-30", "2022-07-31"]),
        ("FREQ=WEEKLY;INTERVAL=4;BYDAY=MO", "2022-05-02", ["2022-06-27", "2022-07-25"]),
        ("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=10;UNTIL=20220601", "2020-06-10", []),
        ("FREQ=YEARLY", "2020-06-10", ["2022-06-10"]),
        ("FREQ=MONTHLY;BYMONTHDAY=5;COUNT=2", "2022-05-05", ["2022-06-05"]),
        ("нет такого правила", "2020-06-10", []),
        ("FREQ=MONTHLY;BYMONTHDAY=x", "2020-06-10", []),
        ("FREQ=MONTHLY;INTERVAL=0;BYMONTHDAY=1", "2020-06-10", []),
    ],
)
def test_days_in_a_window(rule: str, began: str, found: list[str]):
    assert days(rule, began, "2022-06-01", "2022-07-31") == found


def test_assignments_that_began_in_step_share_a_phase():
    rule = "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1"
    assert recurrence.phase_of(rule, "2021-01-01") == recurrence.phase_of(rule, "2024-10-01")
    assert recurrence.phase_of(rule, "2021-02-01") != recurrence.phase_of(rule, "2021-01-01")
    assert recurrence.phase_of("FREQ=MONTHLY;BYMONTHDAY=5", "2021-01-05") == ""


@pytest.mark.parametrize(
    ("rule", "due", "start", "before", "first"),
    [
        ("FREQ=MONTHLY;BYMONTHDAY=5", "2021-05-05", None, None, "2021-05-05"),
        ("FREQ=MONTHLY;BYMONTHDAY=5", None, "2021-05-01", None, "2021-05-01"),
        ("FREQ=MONTHLY;BYMONTHDAY=5", None, None, "2021-04-01", "2021-04-01"),
        ("FREQ=MONTHLY", None, "2021-05-01", "2021-04-01", None),
        ("FREQ=MONTHLY;INTERVAL=3", None, None, None, None),
    ],
)
def test_where_no_day_is_named_none_is_invented(rule: str, due, start, before, first):
    assert recurrence.first_day(rule, due, start, before) == first


def test_an_endless_rule_ends():
    began = time.monotonic()
    assert len(list(recurrence.days("FREQ=DAILY", "", dt.date(1, 1, 2), dt.date(9999, 1, 1)))) == recurrence.MOST_DAYS
    assert days("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2020-02-28", "2022-01-01", "2022-12-31") == []
    assert time.monotonic() - began < 5


def rules() -> st.SearchStrategy[str]:
    """Rules of every frequency, with parts that may go together."""
    numbers = st.lists(st.integers(-28, 28).filter(bool), min_size=1, max_size=3)
    months = st.lists(st.integers(1, 12), min_size=1, max_size=3)
    week_days = st.lists(st.sampled_from(recurrence.WEEKDAYS), min_size=1, max_size=3)
    nth = st.lists(st.tuples(st.sampled_from(["", "1", "2", "-1", "5"]), st.sampled_from(recurrence.WEEKDAYS)), min_size=1, max_size=2)

    def joined(values: list[object]) -> str:
        return ",".join(map(str, values))

    part = {
        "BYMONTH": months.map(joined),
        "BYMONTHDAY": numbers.map(joined),
        "BYDAY": week_days.map(joined),
        "INTERVAL": st.integers(1, 5).map(str),
    }
    # No month with an interval: a rule that never falls due would keep the library busy until the year 9999.
    monthly = {"BYMONTHDAY": part["BYMONTHDAY"], "INTERVAL": part["INTERVAL"]}
    monthly["BYDAY"] = nth.map(lambda found: ",".join(map("".join, found)))
    weekly = {name: part[name] for name in ("BYMONTH", "BYDAY", "INTERVAL")}
    return st.one_of(
        *(
            st.fixed_dictionaries({"FREQ": st.just(frequency)}, optional=optional).map(
                lambda parts: ";".join(f"{name}={value}" for name, value in parts.items())
            )
            for frequency, optional in (("YEARLY", part), ("MONTHLY", monthly), ("WEEKLY", weekly), ("DAILY", part))
        )
    )


@settings(deadline=None)
@given(rules(), st.dates(dt.date(2020, 1, 1), dt.date(2021, 12, 31)), st.integers(0, 600), st.sampled_from(["", ";BYSETPOS=-1", ";BYSETPOS=1"]))
def test_the_days_are_those_of_the_standard_library_of_rules(rule: str, began: dt.date, ahead: int, position: str):
    if "BYDAY" in rule and "BYMONTHDAY" in rule:
        return  # may never fall due
    if len({len(day) > 2 for day in re.findall(r"-?\d*[A-Z]{2}", rule.partition("BYDAY=")[2].partition(";")[0])}) > 1:
        return  # «MO,1FR»: RFC 5545 takes either, the library only days that are both
    if position and "BY" in rule:
        rule += position
    window = (dt.date(2021, 1, 1), dt.date(2021, 1, 1) + dt.timedelta(days=ahead))
    moments = rrulestr(rule, dtstart=dt.datetime.combine(began, dt.time())).between(
        *(dt.datetime.combine(day, dt.time()) for day in window), inc=True
    )
    expected = [moment.date() for moment in moments]
    assert list(recurrence.days(rule, began.isoformat(), *window)) == expected
