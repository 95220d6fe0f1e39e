from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from requisite_cases import requisite_cases

from protocol_cli.grammar.organisations import dative_executors, item_executors, sentences, split_executors
from protocol_cli.grammar.persons import Roster, find_persons, nominative_name


def said(executors):
    return [[x.name, x.person_name and x.person_name.name, x.position, x.role] for x in executors]


def check_spans(text, executors):
    for x in executors:
        assert text[x.start : x.end] == x.text
        if x.person is not None:
            assert text[x.person.start : x.person.end] == x.person.text
            assert x.start <= x.person.start < x.person.end <= x.end


@pytest.mark.parametrize(("text", "answers"), requisite_cases("executors_lines.txt"))
def test_line_of_executors(text, answers):
    found = split_executors(text)
    assert said(found) == answers
    check_spans(text, found)


@pytest.mark.parametrize(("line", "answers"), requisite_cases("executors_dative.txt"))
def test_executors_at_the_beginning(line, answers):
    text = line.replace("¦", "")
    found, end = dative_executors(text)
    assert said(found) == answers
    assert end == max(0, line.find("¦"))
    check_spans(text, found)


def test_cell_with_line_breaks():
    text = "МКУ «Центр\nинформационных технологий»\n(Носов Т.И.)\nГущин А.Р."
    found = split_executors(text)
    assert [x.name for x in found] == ["МКУ «Центр информационных технологий»", "Гущин А.Р."]
    assert found[0].person_name.name == "Носов Т.И."
    check_spans(text, found)


def test_second_sentence_names_the_executor():
    text = (
        "Одобрить доклад от 20.05.2022 г. Минтрансу России (Д.С. Зубанову) доработать проект. О результатах доложить."
    )
    found, end = item_executors(text)
    assert said(found) == [["Минтранс России", "Д.С. Зубанов", None, "lead"]]
    assert text[end:].startswith("доработать")
    check_spans(text, found)


def test_sentences_do_not_end_at_initials_and_short_words():
    text = "Доклад А. Б. Иванова о г. Томске принять. Рекомендовать отделу ЖКХ. Провести осмотр."
    assert [text[s:e] for s, e in sentences(text)] == [
        "Доклад А. Б. Иванова о г. Томске принять.",
        "Рекомендовать отделу ЖКХ.",
        "Провести осмотр.",
    ]


def test_roster_decides_between_man_and_woman():
    (woman,) = find_persons("Журавель А.А.")
    roster = Roster([nominative_name(woman, "nominative")])
    (one,), _ = dative_executors("Инженеру Журавелю А.А. провести осмотр", roster=roster)
    assert one.name == "инженер Журавель А.А."


PIECES = (
    'Главам поселений и , ; : – ( ) « » " врио Минфину России (Иванову И.И.) Петров П.П. МВД совместно с участием по '
    "согласованию до 1 мая обеспечить Поручить Просить В целях осуществляющим директор Сидоров / сети обращается не"
)
WORDS = st.sampled_from([*PIECES.split(" "), "\n", "с участием", "совместно с"])


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_any_mixture_is_read_and_spans_hold(text):
    found = split_executors(text)
    check_spans(text, found)
    assert [x.role for x in found].count("lead") <= 1
    found, end = item_executors(text)
    check_spans(text, found)
    assert 0 <= end <= len(text)


@pytest.mark.parametrize(
    ("text", "case", "name", "position"),
    [
        ("заместителя главы района Мананникова Ю.Б.", "accusative", "Мананников Ю.Б.", "заместитель главы района"),
        ("заместителя Министра А.П. Верещагина", "genitive", "А.П. Верещагин", "заместитель Министра"),
        ("Жидких П.А., начальника отдела", "accusative", "Жидких П.А.", "начальник отдела"),
        ("Дёмину С.К. (помощник прокурора)", "accusative", "Дёмина С.К.", "помощник прокурора"),
        ("директором школы Свиридовой Н.Г.", "instrumental", "Свиридова Н.Г.", "директор школы"),
    ],
)
def test_post_and_holder_in_a_told_case(text, case, name, position):
    (one,) = split_executors(text, case=case)
    assert (one.person_name.name, one.position) == (name, position)
