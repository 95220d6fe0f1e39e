"""Stems of Russian words: «проверками» and «проверка» are both «проверк».

The algorithm is Snowball's for Russian (https://snowballstem.org/algorithms/russian/stemmer.html), written anew; its
classes of endings are the data below. A word in other letters is its own stem.
"""

from __future__ import annotations

import re
from functools import lru_cache

VOWELS = "аеиоуыэюя"
CYRILLIC = re.compile("[а-я]+")
REGION = re.compile(f"[^{VOWELS}]*[{VOWELS}]")  # what stands before RV
FLEETING = re.compile("(?<=[а-я])(?:([бвгджзклмнпрстфхцчшщ])(?:[ое]к|ец)|([аеиоуюя])ек)$")
INNER = re.compile(f"[^{VOWELS}]*[{VOWELS}]+[^{VOWELS}]")  # what stands before R1, and in R1 before R2


def _longest_first(words: str) -> tuple[str, ...]:
    return tuple(sorted(words.split(), key=len, reverse=True))


# Endings of the first groups stay unless а or я stands before them.
GERUND_AFTER_A = _longest_first("в вши вшись")
GERUND = _longest_first("ив ивши ившись ыв ывши ывшись")
ADJECTIVE = _longest_first(
    "ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею"
)  # fmt: skip
PARTICIPLE_AFTER_A = _longest_first("ем нн вш ющ щ")
PARTICIPLE = _longest_first("ивш ывш ующ")
REFLEXIVE = ("ся", "сь")
VERB_AFTER_A = _longest_first("ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно")
VERB = _longest_first(
    "ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю"
)  # fmt: skip
NOUN = _longest_first(
    "а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я"
)  # fmt: skip
DERIVATIONAL = ("ость", "ост")
SUPERLATIVE = ("ейше", "ейш")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of a word in lower case with е for ё; digits and Latin words come back as they are."""
    before = REGION.match(word)
    if before is None or not CYRILLIC.fullmatch(word):
        return word
    start = before.end()
    region = _without_endings(word[start:])
    region = region.removesuffix("и")
    inner = INNER.match(word)
    inner = INNER.match(word, inner.end()) if inner else None
    if inner:
        for ending in DERIVATIONAL:
            if region.endswith(ending) and start + len(region) - len(ending) >= inner.end():
                region = region.removesuffix(ending)
                break
    if region.endswith("нн"):
        return word[:start] + region[:-1]
    for ending in SUPERLATIVE:
        if region.endswith(ending):
            region = region.removesuffix(ending)
            return word[:start] + (region[:-1] if region.endswith("нн") else region)
    return word[:start] + region.removesuffix("ь")


@lru_cache(maxsize=65536)
def index_stem(word: str) -> str:
    """The stem without the vowel that comes and goes: «проверок» and «проверка», «образец» and «образцы» are one."""
    found = stem(word)
    match = FLEETING.search(found)
    if match is None:
        return found
    # «линеек» – «линейка»: after a vowel it is й that stays.
    kept = f"{match[1]}" if match[1] else f"{match[2]}й"
    return found[: match.start()] + kept + found[-1]


def _without_endings(region: str) -> str:
    """Take off a gerund's ending, or else a reflexive one and then the first of an adjective's, a verb's, a noun's."""
    shorter = _cut(region, GERUND, GERUND_AFTER_A)
    if shorter is not None:
        return shorter
    for ending in REFLEXIVE:
        if region.endswith(ending):
            region = region.removesuffix(ending)
            break
    shorter = _cut(region, ADJECTIVE)
    if shorter is not None:
        participle = _cut(shorter, PARTICIPLE, PARTICIPLE_AFTER_A)
        return shorter if participle is None else participle
    for endings, after_a in ((VERB, VERB_AFTER_A), (NOUN, ())):
        shorter = _cut(region, endings, after_a)
        if shorter is not None:
            return shorter
    return region


def _cut(region: str, endings: tuple[str, ...], after_a: tuple[str, ...] = ()) -> str | None:
    """The region without the longest of the endings; None when it has none of them."""
    found = next((ending for ending in endings if region.endswith(ending)), "")
    other = next((ending for ending in after_a if region.endswith(ending)), "")
    if len(other) > len(found):
        # The longest ending decides, and here it must follow а or я.
        return region.removesuffix(other) if region.removesuffix(other).endswith(("а", "я")) else None
    return region.removesuffix(found) if found else None
