from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from requisite_cases import requisite_cases

from protocol_cli.grammar.registration import (
    is_in_reply_line,
    is_registration_line,
    read_in_reply_to,
    read_registration,
)


@pytest.mark.parametrize(("text", "answers"), requisite_cases("registration.txt"))
def test_registration(text, answers):
    found = read_registration(text)
    assert [found.date and found.date.isoformat(), found.number, str(is_registration_line(text))] == answers[0]
    if found.number:
        assert text[found.number_start : found.number_end] == found.number


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("на № _____ от _____", []),
        ("На №________от__________", []),
        ("на № от", []),
        ("на № 01-12/345 от 10.02.2022", [("01-12/345", "2022-02-10")]),
        (
            "На № 114/5-дсп от 04.10.2021, № 52-дсп от 11.10.2021",
            [("114/5-дсп", "2021-10-04"), ("52-дсп", "2021-10-11")],
        ),
        ("на № 7/ПС           от 14.01.11", [("7/ПС", "2011-01-14")]),
        ("На N 15 от ______", [("15", None)]),
        ("01-31/2874 от 02.09.2022 на № 5 от 01.09.2022", [("5", "2022-09-01")]),
        ("06.05.2021 № 57-2751", []),
    ],
)
def test_what_is_answered(text, pairs):
    assert [(r.number, r.date and r.date.isoformat()) for r in read_in_reply_to(text)] == pairs


def test_the_own_number_is_not_taken_from_what_is_answered():
    found = read_registration("01-31/2874 от 02.09.2022 на № 5 от 01.09.2022")
    assert (found.number, str(found.date)) == ("01-31/2874", "2022-09-02")


@pytest.mark.parametrize(
    ("line", "least", "most"),
    [
        ("на № ____ от ____", 1.0, 1.0),
        ("На № 15 от 01.02.2022", 1.0, 1.0),
        ("06.05.2021 № 5", 0, 0),
        ("на номере", 0, 0),
    ],
)
def test_reply_lines(line, least, most):
    assert least <= is_in_reply_line(line) <= most


@given(
    st.lists(
        st.sampled_from(["на", "№", "от", "12-р", "05.06.2021", "___", "г.", "Томск", "исх.", ",", "N"]), max_size=20
    )
)
def test_any_line_is_read(words):
    text = " ".join(words)
    assert 0 <= is_registration_line(text) <= 1
    for pair in read_in_reply_to(text):
        assert 0 <= pair.start < pair.end <= len(text)
