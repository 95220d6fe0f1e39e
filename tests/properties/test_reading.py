"""Whatever comes in, a Document comes out, and every place in it holds what it says."""

from __future__ import annotations

import random
import re
import textwrap
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from protocol_cli import parse
from protocol_cli.models import Document
from protocol_cli.readers import ReadError, Unreadable

GOLDEN = Path(__file__).parent.parent / "golden"
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(GOLDEN.glob("*/*.txt"))}
PAGE_LINES, PAGE_CHARACTERS = 50, 4000
SECONDS_A_PAGE = 1.0

SECTION_WORDS = [
    "ПРОТОКОЛ № 5", "ВЫПИСКА ИЗ ПРОТОКОЛА", "ПЕРЕЧЕНЬ ПОРУЧЕНИЙ", "УТВЕРЖДАЮ", "СЛУШАЛИ:", "ВЫСТУПИЛИ:", "РЕШИЛИ:",
    "ПОСТАНОВИЛИ:", "Присутствовали:", "Отсутствовали:", "Приглашены:", "ПОВЕСТКА ДНЯ:", "Голосовали: «за» – 5, «против» – нет",
    "Кворум имеется.", "По первому вопросу", "Председатель:", "Секретарь:", "Докладчик –", "Срок –", "Ответственный:", "Отв.",
    "Контроль за исполнением возложить на", "Приложение: на 3 л. в 1 экз.", "Уважаемые коллеги!", "С уважением,", "Исп.",
    "на № 5 от 01.02.2024", "Копия:", "ДОКУМЕНТ ПОДПИСАН ЭЛЕКТРОННОЙ ПОДПИСЬЮ", "ПРИКАЗ", "(далее – МОУО)", "Просим направить",
    "Для служебного пользования", "О направлении протокола", "I.", "IV. О разном", "1.", "2.1.", "1)", "а)", "–", "•",
]  # fmt: skip
WORDS = [
    "Иванов И.И.", "Петровой Анне Сергеевне", "директор школы № 5", "Руководителям школ", "Министерство финансов", "ООО «Луч»",
    "12.03.2024", "«18» марта 2022 г.", "до 1 июня 2024 г.", "в течение 10 рабочих дней", "ежеквартально до 5 числа", "31.02.2023",
    "г. Томск, ул. Ленина, 5", "тел. (38 22) 51-25-30", "mail@edu.example", "https://edu.example/a?b=c", "ИНН 8899014275",
    "утвердить план", "представить отчёт", "провести проверку", "о ходе работ", "принять к сведению", "11.00", "на 5 л.", "3-го",
    "и", "в", "не", "тыс. руб.", "…", "«", "»", "(", ")", ";", ":", ",", "№", "________", "|", "обеспе-", "чить",
]  # fmt: skip
TABLE = ["| № | Поручение | Ответственный | Срок |", "| 1 | Утвердить план | Иванов И.И. | 1 июня |", "|---|---|---|---|", "| | | |"]
BREAKS = ["\n", "\n\n", " ", "        ", "\n\f", "\t", "\n                                        "]
ANY = st.text(max_size=12)

PIECES = st.one_of(
    st.sampled_from(SECTION_WORDS), st.sampled_from(WORDS), st.sampled_from(WORDS), st.sampled_from(TABLE), ANY
)
MIXTURES = st.lists(st.tuples(PIECES, st.sampled_from(BREAKS)), min_size=1, max_size=60).map(
    lambda pairs: "".join(piece + following for piece, following in pairs)
)


def read(text: str) -> Document | None:
    """The document of a text; None for a text with nothing in it, which alone is no document."""
    began = time.process_time()
    try:
        document = parse(text, with_text=True)
    except ReadError as error:
        assert error.reason is Unreadable.EMPTY
        assert not re.search(r"\w", text)
        return None
    pages = 1 + (text.count("\n") + text.count("\f")) // PAGE_LINES + len(text) // PAGE_CHARACTERS
    assert time.process_time() - began < SECONDS_A_PAGE * (pages + 1)  # one more: the first time loads dictionaries
    return document


def normal(text: str) -> str:
    return re.sub(r"\W|_", "", text.casefold().replace("ё", "е"))


def letters(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold().replace("ё", "е"))


def grounded(value: Any, text: str, path: str = "document") -> None:
    """Every span lies inside the text, and the text there holds the words of what the object says."""
    if isinstance(value, list):
        for i, one in enumerate(value):
            grounded(one, text, f"{path}.{i}")
    if not isinstance(value, dict):
        return
    span = value.get("span")
    if span is not None:
        assert 0 <= span["start"] <= span["end"] <= len(text), path
        assert span["page"] == 1 + text.count("\f", 0, span["start"]), path
        held = normal(text[span["start"] : span["end"]])
        said = next((value[field] for field in ("text", "title", "short") if isinstance(value.get(field), str)), "")
        missing = [word for word in letters(said) if normal(word) not in held]
        assert not missing, f"{path}: {missing} not in {text[span['start'] : span['end']]!r}"
        if isinstance(value.get("family_name"), str):
            stem = normal(value["family_name"])[:3]
            assert stem[:-1] in held, f"{path}.name: {value['name']} not in {held}"
    for key, inner in value.items():
        if key != "span":
            grounded(inner, text, f"{path}.{key}")


def check(text: str) -> None:
    document = read(text)
    if document is None:
        return
    assert document.text is not None
    grounded(document.model_dump(mode="json", exclude={"text"}), document.text)


SETTINGS = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SETTINGS
@given(MIXTURES)
def test_any_mixture_is_a_document_with_its_places(text: str):
    check(text)


@SETTINGS
@given(st.text(max_size=300))
def test_any_text_is_a_document(text: str):
    check(text)


@settings(max_examples=15, deadline=None)
@given(MIXTURES)
def test_the_same_text_has_the_same_answer(text: str):
    assert read(text) == read(text)


@pytest.mark.parametrize("name", TEXTS)
def test_golden_documents_read_again_the_same(name: str):
    assert parse(TEXTS[name]) == parse(TEXTS[name])


@pytest.mark.parametrize("name", TEXTS)
def test_golden_documents_have_their_places(name: str):
    check(TEXTS[name])


@pytest.mark.parametrize("every", [10, 3])
@pytest.mark.parametrize("name", TEXTS)
def test_lines_that_are_missing(name: str, every: int):
    lines = TEXTS[name].split("\n")
    for first in range(2):
        check("\n".join(line for i, line in enumerate(lines) if i % every != first))


@pytest.mark.parametrize("name", TEXTS)
def test_lines_that_come_twice(name: str):
    check("\n".join(line for line in TEXTS[name].split("\n") for _ in range(2)))


@pytest.mark.parametrize("width", [30, 61, 140])
@pytest.mark.parametrize("name", TEXTS)
def test_lines_broken_elsewhere(name: str, width: int):
    paragraphs = re.split(r"\n{2,}", TEXTS[name])
    check("\n\n".join(textwrap.fill(" ".join(p.split()), width, break_long_words=False) or "" for p in paragraphs))


@pytest.mark.parametrize("name", TEXTS)
def test_words_of_sections_anywhere(name: str):
    chance = random.Random(name)
    lines = TEXTS[name].split("\n")
    for _ in range(1 + len(lines) // 8):
        lines.insert(chance.randrange(len(lines) + 1), chance.choice(SECTION_WORDS))
    check("\n".join(lines))


@pytest.mark.parametrize("name", TEXTS)
def test_the_ends_of_documents(name: str):
    text = TEXTS[name]
    for part in (text[: len(text) // 2], text[len(text) // 2 :], text[: len(text) // 7], text.upper(), text.replace("\n\n", "\n")):
        check(part)


@pytest.mark.parametrize(
    "text",
    ["\x00", "\ufeff \u00ad", "РЕШИЛИ:", "1.", "–", "«", "(далее –", "|" * 50, "№" * 100, "-" * 500, "РЕШИЛИ: " + "_" * 2000,
     "1." * 300, "( " * 300, "а" * 20_000,
     "Иванов И.И., " * 500, "до 1 июня " * 300, "\n" * 300 + "1", "\f" * 30 + "ПРОТОКОЛ", "РЕШИЛИ:\n" * 200, "1.1.1.1.1.1.1. План\n" * 50,
     "\ud800 РЕШИЛИ: утвердить план"],
)  # fmt: skip
def test_extremes(text: str):
    check(text)
