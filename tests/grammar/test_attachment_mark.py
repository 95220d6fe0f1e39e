from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from requisite_cases import requisite_cases

from protocol_cli.grammar.attachment_mark import is_attachment_mark, read_attachments


@pytest.mark.parametrize(("text", "answers"), requisite_cases("attachments.txt"))
def test_attachments(text, answers):
    found = read_attachments(text)
    assert [[a.title, a.sheets and str(a.sheets), a.copies and str(a.copies), a.format] for a in found] == answers
    for item in found:
        assert item.text.split()[0] == text[item.start : item.end].split()[0]


def test_a_list_on_lines_of_its_own():
    text = "Приложения:\n1. Реестр собственников\nв доме на 4 л.\n2. Решения, принятые в 2022 г., на 62 л."
    assert [(a.title, a.sheets) for a in read_attachments(text)] == [
        ("Реестр собственников в доме", 4),
        ("Решения, принятые в 2022 г.", 62),
    ]


def test_unnumbered_lines():
    text = "Приложение:\nПлан мероприятий на 2023 год на 4 л. в 1 экз.\nСмета расходов на 1 л. в 1 экз."
    assert [a.title for a in read_attachments(text)] == ["План мероприятий на 2023 год", "Смета расходов"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Приложение: на 3 л.", True),
        ("ПРИЛОЖЕНИЯ:", True),
        ("Приложение № 1", False),
        ("Приложения готовит отдел", False),
    ],
)
def test_the_line_that_opens_a_mark(line, expected):
    assert is_attachment_mark(line) is expected


@given(
    st.lists(
        st.sampled_from(
            ["Приложение:", "1.", "2.", "на", "3", "л.", "в", "экз.", "\n", "Справка", ";", ",", "pdf", "формате"]
        ),
        max_size=30,
    )
)
def test_spans_are_ordered(words):
    text = " ".join(words)
    spans = [(a.start, a.end) for a in read_attachments(text)]
    assert all(0 <= a < b <= len(text) for a, b in spans)
    assert spans == sorted(spans)
