"""Words and their grammatical readings; the only module that knows pymorphy3, which it loads on first use."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

from protocol_cli.grammar.surnames import Case

_CASES: dict[str, Case] = {
    "nomn": "nominative", "gent": "genitive", "gen2": "genitive", "datv": "dative", "accs": "accusative",
    "ablt": "instrumental", "loct": "prepositional", "loc2": "prepositional",
}  # fmt: skip


class Reading(NamedTuple):
    """One way to understand a word. `kind`: noun, adjective, participle, pronoun, infinitive, verb, adverb, preposition, other."""

    kind: str
    case: Case | None
    plural: bool
    gender: str | None
    animate: bool
    lemma: str
    fixed: bool
    nominative: str
    score: float


_KINDS = {
    "NOUN": "noun", "ADJF": "adjective", "ADJS": "short", "PRTF": "participle", "PRTS": "short", "NPRO": "pronoun",
    "INFN": "infinitive", "VERB": "verb", "GRND": "gerund", "ADVB": "adverb", "PREP": "preposition", "CONJ": "conjunction",
    "PRCL": "particle", "NUMR": "numeral", "COMP": "comparative", "PRED": "predicative", "INTJ": "other",
}  # fmt: skip


@lru_cache(maxsize=1)
def _analyzer() -> Any:  # noqa: ANN401 - the library is untyped
    import pymorphy3

    return pymorphy3.MorphAnalyzer()


@lru_cache(maxsize=16384)
def readings(word: str) -> tuple[Reading, ...]:
    """All readings of one word, the likeliest first: «администрации» → genitive, prepositional, dative singular, …

    A word unknown to the dictionary is read by its ending. `nominative` keeps the number of the form.
    """
    found = []
    for parse in _analyzer().parse(word.lower()):
        tag = parse.tag
        kind = _KINDS.get(str(tag.POS), "other")
        if kind == "adjective" and "Apro" in tag:
            kind = "adjective"
        case = _CASES.get(str(tag.case)) if tag.case else None
        nominative = word.lower()
        if case is not None and case != "nominative":
            bent = parse.inflect({"nomn"})
            nominative = bent.word if bent is not None else nominative
        found.append(
            Reading(kind, case, tag.number == "plur", str(tag.gender) if tag.gender else None, tag.animacy == "anim",
                    parse.normal_form, "Fixd" in tag or "Abbr" in tag and "Fixd" in tag, nominative, parse.score)
        )  # fmt: skip
    return tuple(found)


def reading_in(word: str, case: Case, kinds: tuple[str, ...]) -> Reading | None:
    """The likeliest reading of a word that is of one of the kinds and stands in the case; None if there is none."""
    for r in readings(word):
        if r.case == case and r.kind in kinds:
            return r
    return None
