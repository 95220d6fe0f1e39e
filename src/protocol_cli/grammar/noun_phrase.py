"""Questions about the words of a noun phrase: is it a verb, do two agree, what is the head in the nominative."""

from __future__ import annotations

import re

from protocol_cli.grammar.morphology import Reading, nominative_form, readings
from protocol_cli.grammar.surnames import Case

WORD = re.compile(r"[A-Za-zА-Яа-яЁё\d]+(?:[-‑][A-Za-zА-Яа-яЁё\d]+)*")

_MODIFIERS = ("adjective", "participle", "numeral")
_CASES: tuple[Case, ...] = ("nominative", "genitive", "dative", "accusative", "instrumental", "prepositional")
_AFTER: dict[str, tuple[Case, ...]] = {
    "в": ("accusative", "prepositional"), "во": ("accusative", "prepositional"), "на": ("accusative", "prepositional"),
    "о": ("prepositional",), "об": ("prepositional",), "при": ("prepositional",), "по": ("dative", "prepositional"),
    "к": ("dative",), "с": ("instrumental", "genitive"), "со": ("instrumental", "genitive"),
    "между": ("instrumental",), "над": ("instrumental",), "под": ("instrumental", "accusative"),
    "перед": ("instrumental",), "за": ("accusative", "instrumental"), "от": ("genitive",), "для": ("genitive",),
    "из": ("genitive",), "до": ("genitive",), "у": ("genitive",), "без": ("genitive",), "через": ("accusative",),
    "согласно": ("dative",), "около": ("genitive",), "против": ("genitive",), "и": (), "или": (),
}  # fmt: skip


def is_verb(word: str) -> bool:
    """Tell whether a small-letter word is first of all a finite verb, an infinitive or a short participle."""
    if not word[:1].islower() or len(word) < 3:
        return False
    found = readings(word.lower())
    return bool(found) and (
        found[0].kind in ("verb", "infinitive", "gerund")
        or (found[0].kind == "short" and word.endswith(("ен", "ена", "ено", "ены", "ан", "ана", "ано", "аны")))
    )


def has_verb(phrase: str) -> bool:
    """Whether any word of the phrase is a verb: «направить в школу» has one, «Правительства области» has none."""
    return any(is_verb(m[0]) for m in WORD.finditer(phrase))


def lemmas(word: str) -> frozenset[str]:
    """All dictionary forms a word may come from."""
    return frozenset(r.lemma for r in readings(word.lower()))


def is_noun(word: str) -> bool:
    """Whether one of the first readings is a noun."""
    return any(r.kind == "noun" for r in readings(word.lower())[:4])


def is_modifier(word: str) -> bool:
    """Whether a word is first of all a full adjective or participle: «единую», «осуществляющих»."""
    found = readings(word.lower())
    return bool(found) and found[0].kind in _MODIFIERS


def is_participle(word: str) -> bool:
    """Whether a word is first of all a full participle: «утверждённым», «осуществляющих»."""
    found = readings(word.lower())
    return bool(found) and found[0].kind == "participle"


def may_modify(word: str) -> bool:
    return any(r.kind in _MODIFIERS for r in readings(word.lower()))


def agree(modifier: str, noun: str) -> bool:
    """Whether the two may stand in one case, number and gender: «единую» with «службу»."""
    return any(
        _one_form(a, n)
        for a in readings(modifier.lower())
        if a.kind in _MODIFIERS
        for n in readings(noun.lower())
        if n.kind in ("noun", *_MODIFIERS)
    )


def _one_form(a: Reading, n: Reading) -> bool:
    return (
        a.case == n.case and a.plural == n.plural and (a.plural or not a.gender or not n.gender or a.gender == n.gender)
    )


def may_be(word: str, case: Case) -> bool:
    """Whether a word may stand in the case: «области» may be genitive; an unknown one, an abbreviation, may be any."""
    found = readings(word.lower())
    return any(r.case == case for r in found) or all(r.kind == "other" or r.fixed for r in found)


def bent_to_nominative(words: list[str], before: str | None, *, plural: bool | None = None) -> list[str] | None:
    """Return the words of a head with the modifiers before it, the head last, in the nominative of their own number.

    `before` is the word in front of the phrase: a preposition leaves few cases, a noun the genitive. Letter case is
    kept. Null when the words fit together in no case.
    """
    head = [r for r in readings(words[-1].lower()) if r.case and r.kind in ("noun", *_MODIFIERS)]
    if plural is not None and any(r.plural == plural for r in head):
        head = [r for r in head if r.plural == plural]
    head.sort(key=lambda r: r.kind != "noun")
    asked = _cases_after(before)
    for case in (*asked, *(c for c in _CASES if c not in asked)):
        for noun in (r for r in head if r.case == case):
            chosen = [
                next((a for a in readings(w.lower()) if a.kind in _MODIFIERS and _one_form(a, noun)), None)
                for w in words[:-1]
            ]
            if all(a is not None for a in chosen):
                return [
                    w if case == "nominative" else _recased(w, _bent(w.lower(), r))
                    for w, r in zip(words, [*(a for a in chosen if a is not None), noun], strict=True)
                ]
    return None


def _bent(word: str, reading: Reading) -> str:
    """«аппаратно-программного» bends its last half alone, by the gender of the whole."""
    front, dash, last = word.rpartition("-")
    if dash and reading.kind in _MODIFIERS:
        half = next((r for r in readings(last) if r.kind in _MODIFIERS and _one_form(r, reading)), None)
        if half is not None:
            return front + dash + nominative_form(last, half.place)
    return nominative_form(word, reading.place)


def _cases_after(before: str | None) -> tuple[Case, ...]:
    if before is None:
        return ("nominative",)
    word = before.lower()
    if word in _AFTER:
        return _AFTER[word]
    if any(c.isdigit() for c in word):
        return ("genitive",)
    first = readings(word)[0]
    return ("genitive", "instrumental") if first.kind == "noun" else ()


def _recased(model: str, word: str) -> str:
    if model.isupper() and len(model) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if model[:1].isupper() else word
