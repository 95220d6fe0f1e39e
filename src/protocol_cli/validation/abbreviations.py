"""Abbreviations in capitals that the paper uses and does not explain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from protocol_cli.validation.lexicon import KNOWN_ABBREVIATIONS
from protocol_cli.validation.paper import Paper

_SHORTEST, _LONGEST = 3, 8
_NOT_BEFORE = re.compile(r"[\w.№/\\«\"„“-]")
_NOT_AFTER = re.compile(r"[\w»\"”/\\-]|\.[А-ЯЁ]")
_INITIALS = re.compile(r"[А-ЯЁ]\.\s?$")
_FOLLOWED_BY_INITIALS = re.compile(r"\s+[А-ЯЁ]\.\s?[А-ЯЁ]\.")
_NUMBERED = re.compile(r"\s?(?:№|N)?\s?\d")
_WORDS = re.compile(r"[А-ЯЁ]{2,}")
_IN_BRACKETS = re.compile(r"\(\s?(?:далее\s?[-–—:]?\s?)?[«\"]?([А-ЯЁ][А-ЯЁ ]{1,12})[»\"]?\s?\)")
_EXPLAINED_AFTER = re.compile(r"\s?\(\s?[А-ЯЁа-яё]{4,} [^()]{8,}\)")
_LOWER = re.compile(r"[а-яё]")
_UPPER = re.compile(r"[А-ЯЁ]")
# State and municipal institutions by form: ФГБУ, КГАУ, ОГКУ, МБУК, КГБУЗ.
_INSTITUTION = re.compile(r"(?:ФГ|КГ|ОГ|РГ|ТО|[ФГМ])?[БАК]У[ЗКДОС]?|[ФГ]АУ")


def undefined_abbreviations(paper: Paper) -> Iterator[tuple[int, int]]:
    """The first place of each abbreviation that is neither explained here nor known to all.

    Left alone are words of headings in capitals, names in quotes and surnames, and what is part of a number.
    """
    text = paper.text
    known = _known(paper)
    for start, end in paper.capitals:
        word = text[start:end]
        if word in known or not _SHORTEST <= len(word) <= _LONGEST:
            continue
        if _NOT_AFTER.match(text, end) or (start and _NOT_BEFORE.match(text, start - 1)):
            continue
        if _INSTITUTION.fullmatch(word) or not _is_abbreviation(text, start, end):
            continue
        known.add(word)
        if _EXPLAINED_AFTER.match(text, end):
            continue
        if any(part.start <= start < part.end for part in paper.parts):
            yield start, end


def _known(paper: Paper) -> set[str]:
    known = set(KNOWN_ABBREVIATIONS | paper.settings.abbreviations)
    for found in paper.document.abbreviations:
        known.update(_WORDS.findall(found.short))
    if "(" in paper.text:
        for match in _IN_BRACKETS.finditer(paper.text):
            known.update(_WORDS.findall(match[1]))
    letter = paper.document.letter
    if letter and letter.organization:
        known.update(_WORDS.findall(letter.organization.short_name or ""))
    return known


def _is_abbreviation(text: str, start: int, end: int) -> bool:
    line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    if len(_LOWER.findall(line)) < len(_UPPER.findall(line)) or _INITIALS.search(text[max(0, start - 4) : start]):
        return False
    if _FOLLOWED_BY_INITIALS.match(text, end) or _NUMBERED.match(text, end):
        return False
    return not _is_word(text[start:end])


@lru_cache(maxsize=4096)
def _is_word(word: str) -> bool:
    """«РАЗДЕЛ», «ИНСТИТУТ»: vowels and consonants take turns as in speech; in «СКИПРО», «МОУО» they do not."""
    lowered = word.lower()
    vowels = sum(letter in "аеёиоуыэюя" for letter in lowered)
    if len(lowered) < 5 or not 0.3 <= vowels / len(lowered) <= 0.6:
        return False
    return not re.search(r"[аеёиоуыэюя]{2}|[бвгджзйклмнпрстфхцчшщъь]{3}", lowered)
