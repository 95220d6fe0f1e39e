"""Abbreviations in capitals that the paper uses and does not explain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from protocol_cli.validation.lexicon import KNOWN_ABBREVIATIONS
from protocol_cli.validation.paper import Paper

_CAPITALS = re.compile(r"(?<![\w.№/\\«\"„“-])[А-ЯЁ]{3,8}(?![\w»\"”/\\-])(?!\.[А-ЯЁ])")
_INITIALS = re.compile(r"[А-ЯЁ]\.\s?$")
_FOLLOWED_BY_INITIALS = re.compile(r"\s+[А-ЯЁ]\.\s?[А-ЯЁ]\.")
_NUMBERED = re.compile(r"\s?(?:№|N)?\s?\d")
_WORDS = re.compile(r"[А-ЯЁ]{2,}")
_EXPLAINED = re.compile(r"\(\s?(?:далее\s?[-–—:]?\s?)?[«\"]?([А-ЯЁ][А-ЯЁ ]{1,12})[»\"]?\s?\)|([А-ЯЁ]{3,8})\s?\(\s?[А-ЯЁа-яё]{4,} [^()]{8,}\)")
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
    for match in _CAPITALS.finditer(text):
        word = match[0]
        if word in known or _INSTITUTION.fullmatch(word) or not _is_abbreviation(text, match.start(), match.end()):
            continue
        known.add(word)
        if any(part.start <= match.start() < part.end for part in paper.parts):
            yield match.start(), match.end()


def _known(paper: Paper) -> set[str]:
    known = set(KNOWN_ABBREVIATIONS | paper.settings.abbreviations)
    for found in paper.document.abbreviations:
        known.update(_WORDS.findall(found.short))
    for match in _EXPLAINED.finditer(paper.text):
        known.update(_WORDS.findall(match[1] or match[2]))
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
    # A neighbour in capitals makes a heading or a name of both, unless they are abbreviations («ЦОКО ТОИПКРО»).
    return not _is_word(text[start:end])


@lru_cache(maxsize=4096)
def _is_word(word: str) -> bool:
    """«РАЗДЕЛ», «ИНСТИТУТ»: vowels and consonants take turns as in speech; in «ТОИПКРО», «МОУО» they do not."""
    lowered = word.lower()
    vowels = sum(letter in "аеёиоуыэюя" for letter in lowered)
    if len(lowered) < 5 or not 0.3 <= vowels / len(lowered) <= 0.6:
        return False
    return not re.search(r"[аеёиоуыэюя]{2}|[бвгджзйклмнпрстфхцчшщъь]{3}", lowered)
