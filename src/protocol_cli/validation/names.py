"""Persons compared as persons: «Вторина Елена Вениаминовна» is «Е.В. Вторина», «Вторин Е.В.» is not she.

What is compared are families and initials that do not contradict each other; strings are never compared whole.
"""

from __future__ import annotations

import re
from functools import lru_cache

from protocol_cli.models import Person

_LATIN = str.maketrans("ABCEHKMOPTXYaceopxyё", "АВСЕНКМОРТХУасеорхуе")
_INITIAL = re.compile(r"\w{1,2}\.?")
_WORD = re.compile(r"\w[\w'’-]*")
_SHORTEST_STEM = 3
_ENDING = 3  # «Вториной» and «Вторина» differ in so many letters at most


@lru_cache(maxsize=8192)
def folded(word: str | None) -> str:
    """Small letters, «е» for «ё», Latin look-alikes made Cyrillic."""
    return (word or "").translate(_LATIN).casefold().replace("ё", "е").strip()


def family_of(person: Person) -> str:
    """The family name, folded; where none was read, the longest word of the name."""
    if person.family_name:
        return folded(person.family_name)
    words = [word for word in _WORD.findall(person.name) if len(word) > 2]
    return folded(max(words, key=len, default=""))


def agree(first: str | None, second: str | None) -> bool:
    """Whether two given names, or initials, or one of each, may be the same; one that is unknown agrees with any."""
    one, other = folded(first).rstrip("."), folded(second).rstrip(".")
    if not one or not other:
        return True
    if min(len(one), len(other)) <= 2:
        return one.startswith(other) or other.startswith(one) or one[0] == other[0]
    return one == other


def are_one(first: Person, second: Person) -> bool:
    """Whether both names are of one person: the same family, and initials that agree."""
    return family_of(first) == family_of(second) != "" and _initials_agree(first, second)


def may_be_one(first: Person, second: Person) -> bool:
    """Whether both may be one person, when a family may have been put into another case by mistake."""
    one, other = family_of(first), family_of(second)
    if not one or not other:
        return True
    stem = max(_SHORTEST_STEM, min(len(one), len(other)) - _ENDING)
    return one[:stem] == other[:stem] and _initials_agree(first, second)


def is_as_written(person: Person, text: str) -> bool:
    """Whether the paper itself has the family in this form: then it is no guess at the nominative."""
    place = text[person.span.start : person.span.end]
    wanted = family_of(person)
    return bool(wanted) and wanted in {folded(word) for word in _WORD.findall(place)}


def is_initial(name: str | None) -> bool:
    """Whether only an initial is given: «И.»."""
    return name is not None and _INITIAL.fullmatch(name) is not None


def _initials_agree(first: Person, second: Person) -> bool:
    return agree(first.given_name, second.given_name) and agree(first.patronymic_name, second.patronymic_name)
