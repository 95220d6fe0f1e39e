"""A person's name where it stands, and the same in the nominative."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from protocol_cli.grammar.given_names import (
    SUFFIX_WORD,
    case_of_given,
    nominative_given,
    nominative_patronymic,
    patronymic_reading,
)
from protocol_cli.grammar.surnames import Case, Gender, nominative_surname

Order = Literal["family-first", "initials-first", "given-first", "family-only"]
_LOOK_ALIKE = str.maketrans("ABCEHKMOPTXYІЇ", "АВСЕНКМОРТХУІЇ")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name where it stands: `text` = the text from `start` to `end` (half-open), parts as written.

    An initial is given with its point and in Cyrillic letters even where the paper has Latin ones («A.B.»).
    The gender is told by a first name or a patronymic in full; `nominative_name` tells it by the surname too.
    """

    start: int
    end: int
    text: str
    family: str
    given: str | None
    patronymic: str | None
    order: Order
    gender: Gender | None


class NameParts(NamedTuple):
    """A name in the nominative: in the document's own order and spacing, and its parts."""

    name: str
    family: str
    given: str | None
    patronymic: str | None
    gender: Gender | None = None


def initial(raw: str | None) -> str | None:
    """Write an initial with its point and in Cyrillic letters: «A» (Latin) → «А.»."""
    if raw is None:
        return None
    return raw.translate(_LOOK_ALIKE) + ("" if raw.endswith(".") else ".")


def case_of_name(name: PersonName) -> Case | None:
    """Tell the case that a full name shows by itself: «Вториной Елене Вениаминовне» → "dative"; else None."""
    if name.patronymic is None or name.patronymic.endswith("."):
        return None
    told = patronymic_reading(name.patronymic)
    if told is None:
        return None
    return told[1]


@lru_cache(maxsize=4096)
def nominative_name(name: PersonName, case: Case | None = None) -> NameParts:
    """Bring a name to the nominative, in its own order and spacing: «Горновой Л.В.» in the dative → «Горнова Л.В.».

    `case` is that of the phrase it stands in; a patronymic in full tells it better than the caller. Without either the
    ending of the surname decides where it can («Аристову К.Г.»), else the name is taken as it is.
    """
    gender = name.gender if name.given is not None and not name.given.endswith(".") else None
    told = case_of_name(name)
    if told is not None and name.patronymic is not None and not SUFFIX_WORD.search(name.patronymic):
        case = told
    elif gender is not None and name.given is not None:
        case = case_of_given(name.given, gender, case) or case
    family, sex = nominative_surname(name.family, case, gender)
    given, patronymic = name.given, name.patronymic
    if gender is not None and given is not None:
        given = nominative_given(given, gender, case or "nominative")
    if patronymic is not None and not patronymic.endswith("."):
        patronymic = nominative_patronymic(patronymic)
    return assembled(name, family, given, patronymic, gender or sex)


def assembled(
    name: PersonName, family: str, given: str | None, patronymic: str | None, gender: Gender | None
) -> NameParts:
    """Put the parts where their written forms stood in the text of the name."""
    if family.isupper() and len(family) > 2 and not any(c == "-" for c in family[1:2]):
        family = "-".join(p[:1] + p[1:].lower() for p in family.split("-"))
    text = name.text
    if name.order == "initials-first":
        at = len(text) - len(name.family)
        rebuilt = text[:at].translate(_LOOK_ALIKE) + family
    elif name.order == "given-first":
        at = text.rindex(name.family)
        rebuilt = _replaced(text[:at], name.given, given, name.patronymic, patronymic) + family
    else:
        tail = text[len(name.family) :]
        if name.given is not None and name.given.endswith("."):
            tail = tail.translate(_LOOK_ALIKE)
        rebuilt = family + _replaced(tail, name.given, given, name.patronymic, patronymic)
    clean = re.sub(r"\s+", " ", rebuilt)
    return NameParts(clean, family, _proper(given), _proper(patronymic), gender)


def _replaced(text: str, old_given: str | None, given: str | None, old_patr: str | None, patr: str | None) -> str:
    at = 0
    for old, new in ((old_given, given), (old_patr, patr)):
        if old is None or new is None or (old == new and not old.isupper()):
            continue
        i = text.find(old, at)
        if i >= 0 and not old.endswith("."):
            new = _proper(new) or new
            text = text[:i] + new + text[i + len(old) :]
            at = i + len(new)
    return text


def _proper(part: str | None) -> str | None:
    if part is not None and len(part) > 2 and part.isupper() and not part.endswith("."):
        return part[:1] + part[1:].lower()
    return part
