from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from requisite_cases import requisite_cases

from protocol_cli.grammar.references import find_references, unique_references


@pytest.mark.parametrize(("text", "answers"), requisite_cases("references.txt"))
def test_mentions(text, answers):
    found = find_references(text)
    assert [[m.kind, m.issuer, m.date and m.date.isoformat(), m.number, m.title] for m in found] == answers
    for mention in found:
        assert text[mention.start : mention.end] == mention.text
        if mention.issuer_start is not None:
            assert text[mention.issuer_start : mention.issuer_end].strip()


def test_a_document_named_twice_is_one():
    text = "протокол № 3 от 10.03.2022; пункт 2 протокола от 10.03.2022; закон № 44-ФЗ; ФЗ № 44; приказ № 3"
    kinds = [(m.kind, m.number) for m in unique_references(find_references(text))]
    assert kinds == [("протокол", "3"), ("федеральный закон", "44-ФЗ"), ("приказ", "3")]


def test_a_later_mention_adds_what_the_first_left_out():
    mentions = find_references(
        "постановления Правительства № 686 и постановления Правительства РФ от 18 июля 2016 г. № 686"
    )
    (one,) = unique_references(mentions)
    assert (one.date, one.issuer) == (dt.date(2016, 7, 18), "Правительство РФ")


def test_the_letter_itself_is_no_reference():
    mentions = find_references("приложение к письму от 06.05.2021 № 57-2751")
    assert unique_references(mentions, own=[("57-2751", dt.date(2021, 5, 6))]) == []


def test_different_documents_of_one_day_stay_apart():
    mentions = find_references("письма от 05.05.2022 № 4 и от 05.05.2022 № 5")
    assert len(unique_references(mentions)) == 2


PIECES = st.sampled_from(
    ["приказ", "письмом", "от", "05.06.2021", "№", "12-р", "«", "»", "О порядке", "Минфина России", "и", ",",
     ".", "(", ")", "44-ФЗ", "31.02.2021", "далее", "№№", "5"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_any_mixture_gives_ordered_grounded_mentions(text):
    found = find_references(text)
    assert all(text[m.start : m.end] == m.text for m in found)
    assert [m.end for m in found] == sorted(m.end for m in found)
