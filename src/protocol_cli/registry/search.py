"""Words folded for search: «Силуанов А. Г.» and «СИЛУАНОВ А.Г.» are one, and so are «проверка» and «проверками»."""

from __future__ import annotations

import re

from protocol_cli.registry.stemming import index_stem, stem

NOT_WORD = re.compile(r"[\W_]+")
WORD = re.compile(r"[^\W_]+")
SHORT = 3
NUMBER_SIGNS = re.compile(r"[\s№]+")
DASHES = re.compile("[‐-―−]")


def folded(*texts: str | None) -> str:
    """The words of the texts in lower case, ё as е, each with one space before it: « руководители оо»."""
    joined = " ".join(text for text in texts if text)
    return f" {NOT_WORD.sub(' ', joined.casefold().replace('ё', 'е')).strip()}"


def needles(question: str) -> list[str]:
    """What must all be found in a folded name.

    A word of four letters or more may stand inside a longer one («инспекция» finds «госинспекция»); a shorter one
    begins a word, so that «ОО» does not find «координационный».
    """
    return [word if len(word) > SHORT else f" {word}" for word in folded(question).split()]


def stem_needles(question: str) -> list[str]:
    """As `needles`, for a question in another form: «руководителям ОО», «Вториной» find the nominative.

    A stem begins a word: «Иванову» finds «Иванов» and not «Петроиванов».
    """
    return [f" {stem(word)}" for word in folded(question).split()]


def stems(text: str) -> str:
    """The stems of the words of a text, in order: «провест проверк»."""
    return " ".join(index_stem(word) for word in folded(text).split())


def folded_number(number: str) -> str:
    """A registration number without what offices write as they like: case, spaces, «№», kinds of dashes."""
    return NUMBER_SIGNS.sub("", DASHES.sub("-", number.casefold().replace("ё", "е")))


def hits(text: str, wanted: frozenset[str]) -> list[tuple[int, int]]:
    """Where in the text words with these stems stand: half-open spans, in order."""
    # Case folding may lengthen a word, so each is folded by itself.
    return [
        match.span()
        for match in WORD.finditer(text)
        if any(index_stem(word) in wanted for word in folded(match[0]).split())
    ]
