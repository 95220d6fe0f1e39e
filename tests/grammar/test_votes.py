from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from requisite_cases import requisite_cases

from protocol_cli.grammar.votes import read_quorum, read_vote


@pytest.mark.parametrize(("text", "answers"), requisite_cases("votes.txt"))
def test_votes(text, answers):
    vote = read_vote(text)
    if not answers:
        assert vote is None
        return
    assert vote is not None
    counts = [None if n is None else str(n) for n in (vote.for_, vote.against, vote.abstained)]
    assert [*counts, "yes" if vote.unanimous else None] == answers[0]


def test_the_span_takes_the_head_and_the_decision_on_it():
    text = "3.1. Утвердить план. Голосовали: «за» – 4, «против» – 0. Решение принято. Срок – постоянно."
    vote = read_vote(text)
    assert vote is not None
    assert text[vote.start : vote.end] == "Голосовали: «за» – 4, «против» – 0. Решение принято."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Всего членов комиссии – 8 человек, присутствуют 7 человек. Кворум имеется.", (8, 7, True)),
        (
            "Общее число членов Совета – 5. Число членов, принявших участие в заседании, – 4. Кворум имеется.",
            (5, 4, True),
        ),
        ("Присутствовали 5 из 7 членов комиссии, кворум есть.", (7, 5, True)),
        ("Из 7 членов комиссии присутствуют 5. Кворум имеется", (7, 5, True)),
        ("Состав комиссии – 9 человек. Присутствует – 6 человек. Заседание правомочно.", (9, 6, True)),
        ("В заседании приняли участие 11 членов совета из 15. Кворум имеется", (15, 11, True)),
        (
            "собственники общей площадью 3 105,4 кв. м, что составляет 64,5 % голосов. Кворум имеется.",
            (None, None, True),
        ),
        ("Кворум отсутствует.", (None, None, False)),
        ("Кворума нет, собрание неправомочно.", (None, None, False)),
    ],
)
def test_quorum(text, expected):
    quorum = read_quorum(text)
    assert quorum is not None
    assert (quorum.total, quorum.present, quorum.reached) == expected


def test_presence_alone_is_no_quorum():
    assert read_quorum("Присутствовали: 34 человека") is None


@given(
    st.lists(
        st.sampled_from(
            ["«за»", "–", "7", "против", "нет", "воздержались", "единогласно", "%", "Голосовали:", "кворум", "из", "."]
        ),
        max_size=30,
    )
)
def test_spans_stay_in_the_text(words):
    text = " ".join(words)
    for reading in (read_vote(text), read_quorum(text)):
        assert reading is None or 0 <= reading.start < reading.end <= len(text)
