from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from requisite_cases import requisite_cases

from protocol_cli.grammar.clock import find_times


@pytest.mark.parametrize(("text", "answers"), requisite_cases("times.txt"))
def test_times(text, answers):
    assert [[t.time] for t in find_times(text)] == answers


@given(st.integers(0, 23), st.integers(0, 59))
def test_every_minute_of_the_day_with_a_colon(hour, minute):
    (found,) = find_times(f"Время начала: {hour:02}:{minute:02}")
    assert found.time == f"{hour:02}:{minute:02}"


@given(st.text(alphabet="0123456789.:- часминво", max_size=40))
def test_what_is_found_is_a_time(text):
    for found in find_times(text):
        assert re.fullmatch(r"\d\d:\d\d", found.time)
        assert text[found.start : found.end].strip()
