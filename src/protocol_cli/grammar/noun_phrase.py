"""Where a noun phrase begins, read from its end: what «(далее – X)» stands for, and whether words hold a verb.

The dictionary (pymorphy3) is loaded at the first question that needs it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NamedTuple

WORD = re.compile(r"[A-Za-zА-Яа-яЁё\d]+(?:[-‑][A-Za-zА-Яа-яЁё\d]+)*")

_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")


class Reading(NamedTuple):
    """One dictionary reading of a word: part of speech, case, number, gender (null where it has none)."""

    lemma: str
    pos: str
    case: str | None
    number: str | None
    gender: str | None
    score: float
    known: bool


@lru_cache(maxsize=1)
def _analyzer() -> Any:  # noqa: ANN401 - the library has no types
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=8192)
def readings(word: str) -> tuple[Reading, ...]:
    """Readings of a word in any case, the likeliest first."""
    return tuple(
        Reading(
            p.normal_form, str(p.tag.POS), _case(p.tag.case), p.tag.number, p.tag.gender, p.score, p.is_known,
        )
        for p in _analyzer().parse(word)
    )  # fmt: skip


def _case(case: str | None) -> str | None:
    return {"gen2": "gent", "acc2": "accs", "loc2": "loct", "gen1": "gent"}.get(case or "", case)


def is_verb(word: str) -> bool:
    """True for a word most readings of which are a finite verb, an infinitive, a gerund or a short participle."""
    if not word[:1].islower() or len(word) < 3:
        return False
    weight = sum(r.score for r in readings(word.lower()) if r.pos in ("VERB", "INFN", "GRND", "PRTS"))
    return weight > 0.55


def has_verb(phrase: str) -> bool:
    """Whether any word of the phrase is a verb: «направить в школу» has one, «Правительства Российской Федерации» has none."""
    return any(is_verb(m[0]) for m in WORD.finditer(phrase))


def lemmas(word: str) -> frozenset[str]:
    """All dictionary forms a word may come from, a capitalised or quoted one too."""
    return frozenset(r.lemma for r in readings(word.lower()))


def is_noun(word: str) -> bool:
    return any(r.pos == "NOUN" and r.score > 0.1 for r in readings(word.lower()))


def is_adjective(word: str) -> bool:
    """A full adjective or participle, as far as its likeliest reading tells."""
    first = readings(word.lower())[0]
    return first.pos in ("ADJF", "PRTF") or (
        first.pos == "NOUN" and first.score < 0.5 and any(r.pos in ("ADJF", "PRTF") for r in readings(word.lower()))
    )


def agree(adjective: str, noun: str) -> bool:
    """Whether the two may stand in one case, number and gender: «единую» with «службу»."""
    for a in readings(adjective.lower()):
        if a.pos not in ("ADJF", "PRTF"):
            continue
        for n in readings(noun.lower()):
            if n.pos in ("NOUN", "ADJF", "PRTF") and a.case == n.case and a.number == n.number:
                if a.number == "plur" or a.gender is None or n.gender is None or a.gender == n.gender:
                    return True
    return False


def may_be(word: str, case: str) -> bool:
    """Whether a word may stand in the case: «области» may be gent."""
    return any(r.case == case for r in readings(word.lower()))


def cases_of(word: str) -> frozenset[str]:
    return frozenset(r.case for r in readings(word.lower()) if r.case in _CASES and r.score > 0.02)
