from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from requisite_cases import requisite_cases

from protocol_cli.grammar.nominative import (
    case_of_head,
    find_head,
    is_dative_phrase,
    is_infinitive,
    nominative_phrase,
    starts_with_infinitive,
)


def words(text):
    return text.split()


@pytest.mark.parametrize(("line", "answers"), requisite_cases("nominative.txt"))
def test_phrase_to_the_nominative(line, answers):
    case, phrase = line.split(" ", 1)
    assert nominative_phrase(phrase, None if case == "-" else case) == answers[0][0]


@pytest.mark.parametrize(("line", "answers"), requisite_cases("nominative.txt"))
def test_the_nominative_stays(line, answers):
    phrase = answers[0][0]
    assert nominative_phrase(phrase, "nominative") == phrase
    assert nominative_phrase(phrase) == phrase


@pytest.mark.parametrize(
    "text", ["Отделу ГО и ЧС уточнить", "Главам поселений", "Администрации района", "ЕДДС", "Минфину России", "Авторам"]
)
def test_dative(text):
    assert is_dative_phrase(text)


@pytest.mark.parametrize(
    "text",
    [
        "Информации о ходе",
        "Отчёты об исполнении",
        "Провести анализ",
        "Рекомендации комиссии",
        "Утвердить план",
        "В срок",
        "12",
    ],
)
def test_not_dative(text):
    assert not is_dative_phrase(text)


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("Отдел кадров", "nominative"),
        ("Отделу кадров", "dative"),
        ("отделом кадров", "instrumental"),
        ("до 1 мая", None),
    ],
)
def test_case_of_head(text, case):
    assert case_of_head(text) == case


def test_head_edits_stand_where_they_say():
    text = "просим Первому заместителю главы города"
    head = find_head(text, "dative", 7)
    assert [(text[s:e], new) for s, e, new in head.edits] == [("Первому", "Первый"), ("заместителю", "заместитель")]


@pytest.mark.parametrize(
    "word",
    [
        "обеспечить",
        "представить",
        "провести",
        "принять",
        "жить",
        "стать",
        "обратиться",
        "нести",
        "помочь",
        "актуализировать",
        "вести",
    ],
)
def test_infinitive(word):
    assert is_infinitive(word)


@pytest.mark.parametrize("word", words("часть область сеть путь печать речь сети части дети власти память из"))
def test_not_infinitive(word):
    assert not is_infinitive(word)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Обеспечить контроль", True),
        ("не допускать опозданий", True),
        ("– провести", True),
        ("Область", False),
        ("", False),
    ],
)
def test_starts_with_infinitive(text, answer):
    assert starts_with_infinitive(text) is answer


WORDS = st.sampled_from(
    [
        "Главам",
        "поселений",
        "и",
        ",",
        "–",
        "(",
        ")",
        "«",
        "»",
        "врио",
        "Минфину",
        "России",
        "осуществляющим",
        "МВД",
        "гл.",
        "12-му",
        "по",
        "в",
        "№",
        "3",
    ]
)


@given(st.lists(WORDS, max_size=25).map(" ".join), st.sampled_from([None, "dative", "instrumental", "genitive"]))
def test_any_mixture_keeps_its_words(text, case):
    assert len(nominative_phrase(text, case).split()) == len(text.split())
