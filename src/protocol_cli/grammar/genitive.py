"""Bodies and groups in the genitive: «профессиональные образовательные организации» → «профессиональных образовательных организаций»."""

from __future__ import annotations

from protocol_cli.grammar.nominative import find_head
from protocol_cli.morphology import parses


def genitive_phrase(phrase: str) -> str | None:
    """Return a phrase of the nominative in the genitive, its head and what agrees with it bent; None where that is not sure."""
    head = find_head(phrase, "nominative")
    if head is None:
        return None
    if head.fixed:
        return phrase  # «ГБУЗ «Центр»»
    out, at = [], 0
    for start, end, _ in head.edits:
        word = phrase[start:end]
        bent = _genitive(word.lower(), plural=head.plural)
        if bent is None:
            return None
        out += [phrase[at:start], bent.capitalize() if word[:1].isupper() else bent]
        at = end
    return "".join(out) + phrase[at:]


def _genitive(word: str, *, plural: bool) -> str | None:
    for parse in parses(word):
        number = parse.tag.number
        if str(parse.tag.case) != "nomn" or (number is not None and (number == "plur") != plural):
            continue
        bent = parse.inflect({"gent"})
        if bent is not None:
            return str(bent.word) if "ё" in word else str(bent.word).replace("ё", "е")
    return None
