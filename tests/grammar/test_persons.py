from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from requisite_cases import requisite_cases

from protocol_cli.grammar.persons import (
    Roster,
    find_persons,
    find_surnames,
    looks_like_surname,
    nominative_name,
    person_key,
    same_person,
)
from protocol_cli.grammar.surnames import OBLIQUE, nominative_surname, surname_forms

CASES = ("nominative", *OBLIQUE)


def told(line):
    """A case before the text, «dative | …», and the text."""
    case, _, text = line.partition(" | ")
    return (case, text) if case in CASES else (None, line)


@pytest.mark.parametrize(("line", "answers"), requisite_cases("persons.txt"))
def test_names_in_running_text(line, answers):
    case, text = told(line)
    found = find_persons(text)
    assert [[n.text, *nominative_name(n, case)] for n in found] == answers
    for name in found:
        assert text[name.start : name.end] == name.text
        assert name.family in name.text


@pytest.mark.parametrize(("line", "answers"), requisite_cases("surnames.txt"))
def test_surname_to_the_nominative(line, answers):
    case, form = line.split(" ", 1)
    assert list(nominative_surname(form, case)) == answers[0]


SURNAMES = {
    "m": "Вторин Синицын Верещагин Ждановский Трубецкой Чепурной Завгородний Грабцевич Калашник Ткач Голубь Коваль "
    "Кравец Кузнец Швец Шульц Воробей Гайдай Малыга Середа Коваленко Жидких Ким Цой Тер-Петросян Салтыков-Щедрин",
    "f": "Вторина Горнова Дёмина Ждановская Толстая Завгородняя Грабцевич Калашник Голубь Малыга Середа Коваленко "
    "Жидких Ким Петрова-Водкина",
}


@pytest.mark.parametrize(("gender", "surname"), [(g, s) for g, names in SURNAMES.items() for s in names.split()])
def test_every_form_leads_back(gender, surname):
    for form, cases in surname_forms(surname, gender).items():
        written = "-".join(part.capitalize() for part in form.split("-"))
        for case in cases - {"prepositional"}:
            back, _ = nominative_surname(written, case, gender)
            assert back.replace("ё", "е") == surname.replace("ё", "е"), (form, case)


def test_surnames_in_brackets():
    text = "(Горнова, Прошин, Калашник О.Н. и Верещагин)"
    found = find_surnames(text)
    assert [n.text for n in found] == ["Горнова", "Прошин", "Калашник О.Н.", "Верещагин"]
    assert all(text[n.start : n.end] == n.text for n in found)
    assert find_surnames("(далее – Комиссия)") == []
    assert find_surnames("(по согласованию, до 1 мая)") == []


def test_first_name_and_surname_only_when_asked():
    text = "По словам Ильи Прошина, работы завершены"
    assert find_persons(text) == []
    (name,) = find_persons(text, first_last=True)
    assert nominative_name(name).name == "Илья Прошин"


@pytest.mark.parametrize(
    ("word", "answer"),
    [("Сидоров", True), ("Гончаренко", True), ("Совет", False), ("Комиссия", False), ("Министр", False)],
)
def test_looks_like_surname(word, answer):
    assert looks_like_surname(word) is answer


def name_of(text, case="nominative"):
    (found,) = find_persons(text)
    return nominative_name(found, case)


ROSTER = Roster(
    map(
        name_of,
        [
            "Вторина Елена Вениаминовна",
            "Тарасова И.О.",
            "Тарасов И.О.",
            "Журавль А.А.",
            "Прошин И.Е.",
            "Чеботарёва И.К.",
        ],
    )
)


@pytest.mark.parametrize(
    ("mention", "case", "nominative"),
    [
        ("Вториной Е.В.", "dative", "Вторина Е.В."),
        ("Е.В. Вторину", None, "Е.В. Вторина"),
        ("Вторину Е.В.", "dative", "Вторина Е.В."),
        ("Тарасову И.О.", "accusative", "Тарасова И.О."),
        ("Тарасову И.О.", "dative", "Тарасов И.О."),
        ("Журавлю А.А.", "dative", "Журавль А.А."),
        ("Чеботаревой И.К.", "dative", "Чеботарёва И.К."),
        ("Вторину П.П.", "dative", "Вторин П.П."),
        ("Вторин Е.В.", "nominative", "Вторин Е.В."),
    ],
)
def test_roster(mention, case, nominative):
    (name,) = find_persons(mention)
    assert ROSTER.resolve(name, case).name == nominative


def test_roster_never_by_surname_alone():
    (other,) = find_persons("Вториной А.А.")
    assert ROSTER.find(other) == []
    (both,) = find_persons("Тарасову И.О.")
    assert len(ROSTER.find(both)) == 2


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("Вторина Елена Вениаминовна", "Е.В. Вторина", True),
        ("Вторина Елена Вениаминовна", "Вториной Е.В.", True),
        ("Ким Ю.", "Ю.А. Ким", True),
        ("Вторина Е.В.", "Вторина Е.А.", False),
        ("Вторина Елена Вениаминовна", "Вторин Е.В.", False),
        ("Вторина Е.В.", "Горнова Е.В.", False),
    ],
)
def test_same_person(one, other, answer):
    (a,), (b,) = find_persons(one), find_persons(other)
    assert same_person(a, b) is answer
    assert same_person(b, a) is answer


def test_person_key_is_the_same_for_all_forms():
    forms = ["Вторина Елена Вениаминовна", "Е.В. Вторина", "ВТОРИНА Е. В."]
    assert {person_key(name_of(f)) for f in forms} == {("вторина", "е", "в")}


@given(st.text(alphabet="АБвгИич.-– оглын,()\n«»", max_size=200))
def test_anything_is_read_and_spans_hold(text):
    end = 0
    for name in find_persons(text, first_last=True):
        assert end <= name.start < name.end <= len(text)
        assert text[name.start : name.end] == name.text
        assert nominative_name(name).family
        end = name.end
    find_surnames(text)
