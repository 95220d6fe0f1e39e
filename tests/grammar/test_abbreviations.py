from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from requisite_cases import requisite_cases

from protocol_cli.grammar.abbreviations import find_abbreviations


@pytest.mark.parametrize(("text", "answers"), requisite_cases("abbreviations.txt"))
def test_short_and_full(text, answers):
    found = find_abbreviations(text)
    assert [[a.short, a.full] for a in found] == answers
    for item in found:
        assert " ".join(text[item.short_start : item.short_end].split()) == item.short
        assert item.start <= item.full_start < item.full_end <= item.short_start < item.short_end <= item.end


WORDS = st.sampled_from(
    ["(далее", "–", ")", "«", "»", "Управление", "образования", "и", ",", "ООО", "(", "ЕДДС", "по", "2.1", "именуемое"]
)


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_any_mixture_is_read_without_error(text):
    for item in find_abbreviations(text):
        assert item.short
        assert item.full
        assert 0 <= item.start < item.end <= len(text)
