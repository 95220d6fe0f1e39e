"""The guarantees of layout/normalise.py, in its order; quotes and dashes stay as written."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol_cli.layout.normalise import clean, fold, is_spaced


def cleaned(text: str) -> str:
    return clean(text).text


@pytest.mark.parametrize(
    ("text", "one_line"),
    [
        ("  РЕШИЛИ:  ", "РЕШИЛИ:"),
        ("Начальник\tуправления", "Начальник управления"),
        ("до\n10 июня", "до 10 июня"),
        ("до \r\n 10   июня", "до 10 июня"),
        ("а\fб\x0bв", "а б в"),
        ("\n\t ", ""),
        ("", ""),
    ],
)
def test_1_one_line_with_single_spaces(text: str, one_line: str):
    assert cleaned(text) == one_line


@pytest.mark.parametrize(
    ("text", "clear"),
    [
        ("обес\u00adпечить", "обеспечить"),
        ("\ufeffПРОТОКОЛ", "ПРОТОКОЛ"),
        ("про\u200bто\u2060кол", "протокол"),
        ("№\u00a057", "№ 57"),
        ("1\u202f000\u2009руб.", "1 000 руб."),
        ("А\u2003Б\u3000В", "А Б В"),
        ("\u202eа\u202c", "а"),
        ("ПРОТОКОЛ\u2500\u2500\u2500", "ПРОТОКОЛ"),
        ("до\x0010 июня", "до10 июня"),
    ],
)
def test_2_no_invisible_signs_and_one_sort_of_space(text: str, clear: str):
    assert cleaned(text) == clear


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("П Р О Т О К О Л", "ПРОТОКОЛ"),
        ("Р Е Ш И Л И :", "РЕШИЛИ :"),
        ("п р и к а з ы в а ю:", "приказываю:"),
        ("Р Е Ш Е Н И Е  С О В Е Т А", "РЕШЕНИЕ СОВЕТА"),
        ("П Р О Т О К ОЛ", "ПРОТОКОЛ"),
        ("№ 5  П Р О Т О К О Л", "№ 5 ПРОТОКОЛ"),
    ],
)
def test_3_letter_spaced_words_are_words(text: str, closed: str):
    assert cleaned(text).replace(" :", ":") == closed.replace(" :", ":")


@pytest.mark.parametrize(
    "text",
    [
        "А. Б. Иванов", "в г. Томске и в с. Степное", "а) б) в)", "И. о. директора", "от А до Я", "1 2 3 4 5 6",
        "A B C D E F G", "оси А и Б",
    ],
)  # fmt: skip
def test_3_what_is_no_spacing_stays(text: str):
    assert cleaned(text) == text


def test_3_a_line_spaced_as_a_whole_has_short_words_too():
    text = "П О В Е С Т К А   Д Н Я :"
    assert is_spaced(text)
    assert clean(text, spaced=True).text.replace(" :", ":") == "ПОВЕСТКА ДНЯ:"
    assert not is_spaced("И. И. Иванов и П. П. Петров")
    assert not is_spaced("ПОВЕСТКА ДНЯ")


@pytest.mark.parametrize(
    ("text", "cyrillic"),
    [
        ("ПPOTOKOЛ", "ПРОТОКОЛ"),
        ("CЛУШAЛИ", "СЛУШАЛИ"),
        ("pешили", "решили"),
        ("МOУО", "МОУО"),
        ("Xабаровск", "Хабаровск"),
    ],
)
def test_4_no_latin_look_alike_in_a_cyrillic_word(text: str, cyrillic: str):
    assert cleaned(text) == cyrillic


@pytest.mark.parametrize(
    "text", ["IT-отдел", "PDF", "Zoom", "e-mail: info@edu.example", "COVID-19", "ZOOMконференция", "XXI век", "IV квартал"]
)
def test_4_latin_words_stay_latin(text: str):
    assert cleaned(text) == text


@pytest.mark.parametrize("text", ["«Школа» — „наша“ “школа”", "Аристов К.Г. – директор", "2021−2022", "3-х", '"Луч"'])
def test_5_quotes_and_dashes_stay_as_written(text: str):
    assert cleaned(text) == text


def test_offsets_lead_back_to_the_text():
    text = "  П Р О Т О К О Л \u00ad№ 5\t от"
    made = clean(text, 1000)
    assert made.text == "ПРОТОКОЛ № 5 от"
    assert [text[o - 1000] for o in made.offsets] == ["П", "Р", "О", "Т", "О", "К", "О", "Л", " ", "№", " ", "5", "\t", "о", "т"]


SIGNS = 'АБВабвЁё ABCabc .,:;-–—«»"„“\t\n\u00a0\u00ad\u200b\u202f\ufeff\u2500№1'


@given(st.text(alphabet=SIGNS, max_size=60), st.booleans())
def test_whatever_the_text_the_guarantees_hold(text: str, spaced: bool):
    made = clean(text, 7, spaced=spaced)
    assert not re.search(r"[\t\n\r\f\v\u00a0\u00ad\u200b\u202f\ufeff\u2500]|  |^ | $", made.text)
    assert len(made.offsets) == len(made.text)
    assert all(7 <= offset < 7 + len(text) for offset in made.offsets)
    assert [c for c in made.text if c in '«»„“"–—'] == [c for c in text if c in '«»„“"–—']
    assert clean(made.text, spaced=False).text.replace(" ", "") == made.text.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ЧЁРНЫЙ", "черный"), ("«Луч»", '"луч"'), ("„Луч“", '"луч"'), ("а – б — в − г", "а - б - в - г"), ("№ 5", "№ 5"),
    ],
)  # fmt: skip
def test_folding_for_comparison(text: str, folded: str):
    assert fold(text) == folded
    assert len(fold(text)) == len(text)


@given(st.text(alphabet=SIGNS, max_size=60))
def test_folding_keeps_every_place(text: str):
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("r. Заречный   04 . 04 . 2022г.", "г. Заречный 04.04.2022г."),
        ("1 . 3. Подготовить объекты .", "1.3. Подготовить объекты."),
        ("1 . О ходе сезона", "1. О ходе сезона"),
        ("Отв . – Ельцов З.М. , Карпухин Б.Б.", "Отв. – Ельцов З.М., Карпухин Б.Б."),
        ("а . . . б", "а . . . б"),
    ],
)
def test_spaces_that_recognition_sets_before_marks(read: str, meant: str):
    assert clean(read).text == meant


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("| 3. Вывезти мусор", "3. Вывезти мусор"),
        ("АО «Унжалес» |", "АО «Унжалес»"),
        ("со стороны фасада ' имеют разрывы", "со стороны фасада имеют разрывы"),
        ("в 1998 году. ' В составе фонда", "в 1998 году. В составе фонда"),
        ("| № | Поручение |", "| № | Поручение |"),
    ],
)
def test_a_lone_sign_says_nothing(read: str, meant: str):
    assert clean(read).text == meant
