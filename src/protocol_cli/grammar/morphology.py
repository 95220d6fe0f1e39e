"""Words and their grammatical readings, over the dictionary of `protocol_cli.morphology`."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from protocol_cli.grammar.lexicon.posts import PREFERRED_PLURALS
from protocol_cli.grammar.surnames import Case
from protocol_cli.morphology import is_known as known
from protocol_cli.morphology import parses

_CASES: dict[str, Case] = {
    "nomn": "nominative", "gent": "genitive", "gen2": "genitive", "datv": "dative", "accs": "accusative",
    "ablt": "instrumental", "loct": "prepositional", "loc2": "prepositional",
}  # fmt: skip
_KINDS = {
    "NOUN": "noun", "ADJF": "adjective", "ADJS": "short", "PRTF": "participle", "PRTS": "short", "NPRO": "pronoun",
    "INFN": "infinitive", "VERB": "verb", "GRND": "gerund", "ADVB": "adverb", "PREP": "preposition",
    "CONJ": "conjunction",
    "PRCL": "particle", "NUMR": "numeral", "COMP": "comparative", "PRED": "predicative",
}  # fmt: skip


class Reading(NamedTuple):
    """One way to understand a word.

    `kind`: noun, adjective, participle, pronoun, infinitive, verb, adverb, preposition, …, other; `place` is its place
    among the readings of the word, for `nominative_form`.
    """

    kind: str
    case: Case | None
    plural: bool
    gender: str | None
    animate: bool
    lemma: str
    fixed: bool
    place: int


@lru_cache(maxsize=16384)
def readings(word: str) -> tuple[Reading, ...]:
    """All readings of one word in lower case, the likeliest first: «администрации» → genitive, dative and others.

    A word unknown to the dictionary is read by its ending.
    """
    found = []
    for place, parse in enumerate(parses(word)):
        tag = parse.tag
        grammemes = tag.grammemes
        found.append(
            Reading(
                kind=_KINDS.get(tag.POS or "", "other"),
                case=_CASES.get(tag.case or ""),
                plural=tag.number == "plur",
                gender=str(tag.gender) if tag.gender else None,
                animate="anim" in grammemes,
                lemma=parse.normal_form,
                fixed="Fixd" in grammemes,
                place=place,
            )
        )
    return tuple(found)


@lru_cache(maxsize=4096)
def nominative_form(word: str, place: int) -> str:
    """Bring a word to the nominative in the number of its form, by that one of its readings: («главам», 0) → «главы».

    Both halves of «учителям-предметникам» are bent by themselves. ё is not added where it was not written.
    """
    parse = parses(word)[place]
    case, number = str(parse.tag.case), parse.tag.number
    if "-" in word and not word[0].isdigit():
        halves = [_half(half, case, number, parse.tag.gender) for half in word.split("-")]
        if halves[-1] is not None:
            return "-".join(new if new is not None else old for new, old in zip(halves, word.split("-"), strict=True))
    if word[:4] in _SUPERLATIVES and "Supr" in parse.tag:
        return _highest(word[:4], str(parse.tag.gender))
    bent = parse.inflect({"nomn"})
    form = str(bent.word) if bent is not None else word
    form = PREFERRED_PLURALS.get(form, form)
    return form if "ё" in word else form.replace("ё", "е")


_UNBENT_HALVES = frozenset(["вице", "экс", "обер", "статс", "контр", "пресс", "веб", "ит", "pr", "hr", "мини"])


def _half(word: str, case: str, number: object, gender: object) -> str | None:
    if word in _UNBENT_HALVES:
        return None
    for parse in parses(word):
        fits = str(parse.tag.case) == case and parse.tag.number == number and parse.is_known
        if fits and (number == "plur" or gender is None or parse.tag.gender == gender):
            bent = parse.inflect({"nomn"})
            return PREFERRED_PLURALS.get(str(bent.word), str(bent.word)) if bent is not None else None
    return None


_SUPERLATIVES = frozenset(["высш", "лучш", "худш"])


def _highest(stem: str, gender: str) -> str:
    """«высшему» → «высший», «лучшим» → «лучшие»: the dictionary takes them for forms of «высокий», «хороший»."""
    ending = {"femn": "ая", "neut": "ее", "masc": "ий"}.get(gender, "ие")
    return stem + ending


@lru_cache(maxsize=4096)
def is_known(word: str) -> bool:
    """Whether the dictionary has the word in this form."""
    return bool(known(word))
