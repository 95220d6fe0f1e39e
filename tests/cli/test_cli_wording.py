"""Every sentence is there in both languages, with the same places for values."""

from __future__ import annotations

import pkgutil
import re
from importlib import import_module
from string import Formatter

import pytest

from protocol_cli.cli import messages, wording
from protocol_cli.cli.app import COMMANDS
from protocol_cli.readers.errors import Unreadable
from protocol_cli.registry import Trouble

AREAS = [module.name for module in pkgutil.iter_modules(wording.__path__)]
SENTENCES = [
    (f"{area}.{key}", pair)
    for area in AREAS
    for key, pair in import_module(f"protocol_cli.cli.wording.{area}").WORDS.items()
]
FORMS = {"deadlines.number": (3, 2), "card.pages": (3, 2), "lists.lines": (3, 2), "deadlines.days": (3, 2)}


def places(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize(("key", "pair"), SENTENCES, ids=[key for key, _ in SENTENCES])
def test_a_sentence_is_said_in_both_languages(key: str, pair: tuple[str, str]):
    russian, english = pair
    assert places(russian) == places(english)
    if not russian.startswith(("№", "{name}: {message}")):
        assert russian != english
        assert re.search("[а-яё]", russian, re.IGNORECASE)
    if key in FORMS:
        assert (len(russian.split("|")), len(english.split("|"))) == FORMS[key]


@pytest.mark.parametrize("reason", Unreadable)
def test_every_reason_of_an_unreadable_file_is_said(reason: Unreadable):
    assert messages.tr(f"reading.{reason.value}", name="a.txt", detail="").startswith("a.txt: ")


@pytest.mark.parametrize("trouble", Trouble)
def test_every_trouble_of_the_registry_is_said(trouble: Trouble):
    assert "a.db" in messages.tr(f"registry.{trouble.value}", place="a.db", detail="x")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_line_in_the_list(name: str):
    assert messages.tr(f"general.help_{name}")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "1 страница"),
        (2, "2 страницы"),
        (5, "5 страниц"),
        (11, "11 страниц"),
        (21, "21 страница"),
        (112, "112 страниц"),
    ],
)
def test_numbers_agree_with_their_nouns(number: int, said: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(messages, "language", lambda: messages.RUSSIAN)
    messages._sentence.cache_clear()
    assert messages.count("card.pages", number) == said
    messages._sentence.cache_clear()


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"PROTOCOL_LANG": "ru"}, messages.RUSSIAN),
        ({"PROTOCOL_LANG": "en", "LANG": "ru_RU.UTF-8"}, messages.ENGLISH),
        ({"LANG": "ru_RU.UTF-8"}, messages.RUSSIAN),
        ({"LC_ALL": "C", "LANG": "ru_RU.UTF-8"}, messages.ENGLISH),
        ({"LC_MESSAGES": "ru_RU", "LANG": "en_US.UTF-8"}, messages.RUSSIAN),
        ({"LC_ALL": "", "LANG": "ru_RU"}, messages.RUSSIAN),
        ({"LANG": "de_DE.UTF-8"}, messages.ENGLISH),
    ],
)
def test_the_language_is_the_user_s(environment: dict[str, str], language: int, monkeypatch: pytest.MonkeyPatch):
    for name in ("PROTOCOL_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert messages.language.__wrapped__() == language
