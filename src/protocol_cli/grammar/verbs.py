"""Verbs and adverbs at the borders of a phrase: «обеспечить» begins what is to be done, «часть» does not."""

from __future__ import annotations

import re
from functools import lru_cache

from protocol_cli.grammar.morphology import readings

_INFINITIVE_END = ("ть", "ться", "ти", "тись", "чь", "чься")
_FINITE_END = (
    "т",
    "ть",
    "л",
    "ла",
    "ло",
    "ли",
    "тся",
    "лся",
    "лась",
    "лось",
    "лись",
    "но",
    "на",
    "ны",
    "то",
    "ты",
    "та",
    "ен",
    "ят",
    "ю",
    "ем",
)


@lru_cache(maxsize=8192)
def is_infinitive(word: str) -> bool:
    """«обеспечить», «провести», «обратиться» are infinitives; «часть», «сети», «речь» are not."""
    low = word.lower()
    if not low.endswith(_INFINITIVE_END) or len(low) < 4:
        return False
    read = readings(low)
    return bool(read) and (read[0].kind == "infinitive" or all(r.kind == "infinitive" for r in read))


@lru_cache(maxsize=8192)
def is_finite_verb(word: str) -> bool:
    """Whether a word is most likely a verb in a personal form or a short participle: «обращается», «принято»."""
    low = word.lower()
    return len(low) > 3 and low.endswith(_FINITE_END) and readings(low)[0].kind in ("verb", "short")


def is_adverb(word: str) -> bool:
    """Whether a word is most likely an adverb or «не»: «активно», «особо»; not «врио»."""
    return word.lower() == "не" or (len(word) > 3 and readings(word.lower())[0].kind == "adverb")


def starts_with_infinitive(text: str) -> bool:
    """Whether the first word (after «не») is an infinitive: «Обеспечить …», «не допускать …»."""
    m = re.match(r"\W*(?:не\s+)?([^\W\d_]+)", text, re.IGNORECASE)
    return m is not None and is_infinitive(m[1])
