"""Where sentences end: a point after a shortened word ends none, unless the word may be the last."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol_cli.layout.normalise import clean
from protocol_cli.layout.sentences import ends_sentence, split_sentences


@pytest.mark.parametrize(
    "text",
    [
        "Утвердить план.", "РЕШИЛИ:", "провести собрания;", "Уважаемые коллеги!", "Кто за?", "и так далее…",
        "(Протокол прилагается.)", "до 1 июня 2022 г.", "и др.", "3 л. в 1 экз.", "тыс. руб.", "и т.д.", "сказал: «Да.»",
    ],
)  # fmt: skip
def test_lines_that_end_a_sentence(text: str):
    assert ends_sentence(text)


@pytest.mark.parametrize(
    "text",
    [
        "Утвердить план", "Иванов И.И.", "канд. техн.", "зав. кафедрой, доц.", "расположенного на ул.", "начальник отдела –",
        "Иванов,", "гл.", "и.о.", "", "в соответствии с п.", "пос.",
    ],
)  # fmt: skip
def test_lines_that_go_on(text: str):
    assert not ends_sentence(text)


@pytest.mark.parametrize("text", ["Аристов К.Г.", "Белов А.Л.", "Иванова Т.М.", "Сидоров П.Ч."])
def test_initials_that_look_like_short_words(text: str):
    assert not ends_sentence(text)


@pytest.mark.parametrize(
    "marked",
    [
        "Провести проверку до 1 июня.| О результатах доложить.",
        "Отчёт представить до 1 июня 2022 г.| Сведения разместить на сайте.",
        "Совещание провёл А.П. Верещагин.| Присутствовали 5 человек.",
        "Кто за?| Единогласно!| Принято.",
        "Ремонт на ул. Ленина, д. 5 завершить.| Акт подписать.",
        "Указом от 1 мая 2022 г. № 5 установлено следующее.| Срок истёк.",
        "См. п. 3 решения.| Далее по тексту.",
        "Состоялось в г. Томске.| Участвовали директора.",
        "Приложение: на 3 л. в 1 экз.| Просим подписать.",
        "Сказал: «Готово.»| Все согласились.",
        "Встреча с гр. Ивановым И.И. прошла успешно.",
        "Выделить 5 тыс. руб. из резерва.",
        "Лицей им. А.С. Пушкина, пос. Северный.",
        "Составить опись имущества (мебель, техника и т.д.) и т.п.| Сдать в архив.",
    ],
)
def test_sentences(marked: str):
    text = marked.replace("|", "")
    sentences = split_sentences(clean(text))
    assert [sentence.text for sentence in sentences] == [part.strip() for part in marked.split("|")]
    assert all(text[sentence.start : sentence.end] == sentence.text for sentence in sentences)


@pytest.mark.parametrize("text", ["1. Прошу направить отчёт.", "2.1. Прошу направить отчёт."])
def test_a_number_at_the_head_is_no_sentence(text: str):
    assert [sentence.text for sentence in split_sentences(clean(text))] == [text]


@pytest.mark.parametrize(
    "marked",
    ["Контроль возложить на Иванова И.И.| Отчёт представить до 1 июня.", "Слушали проф. Петрова П.П.| Решили утвердить."],
)
def test_a_sentence_that_ends_with_initials(marked: str):
    sentences = split_sentences(clean(marked.replace("|", "")))
    assert [sentence.text for sentence in sentences] == [part.strip() for part in marked.split("|")]


@given(st.lists(st.sampled_from(["Утвердить", "план.", "И.И.", "г.", "2022", "Томск", "№", "5;", "«Луч»", "и т.д.", "!", ":"]), max_size=20))
def test_nothing_is_lost(words: list[str]):
    text = " ".join(words)
    assert " ".join(sentence.text for sentence in split_sentences(clean(text))) == clean(text).text
