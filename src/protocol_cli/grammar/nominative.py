"""Posts, bodies and groups in the nominative: «Руководителям ОО» → «руководители ОО».

Only the head and what agrees with it changes: «Первому заместителю главы города» → «первый заместитель главы города».
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from protocol_cli.grammar.lexicon.bodies import (
    BODY_HEADS,
    JOINED_ENDS,
    LEGAL_FORMS,
    PLURAL_BODIES,
    PROPER_BODIES,
)
from protocol_cli.grammar.lexicon.posts import (
    FIXED_POSTS,
    GOVERNING,
    POST_HEADS,
    SHORT_ADJECTIVES,
    SUBSTANTIVE_STEMS,
)
from protocol_cli.grammar.morphology import Reading, is_known, nominative_form, readings
from protocol_cli.grammar.short_bodies import short_body
from protocol_cli.grammar.surnames import Case
from protocol_cli.grammar.verbs import is_infinitive, starts_with_infinitive

__all__ = [
    "Head",
    "case_of_head",
    "find_head",
    "is_dative_phrase",
    "is_infinitive",
    "nominative_phrase",
    "starts_with_infinitive",
]

_WORD = re.compile(r"[^\W_]+(?:[-‑.’'][^\W_]+)*\.?")
_GAP = re.compile(r"[ \u00a0\u202f\t\n,]*")
_BENT_KINDS = ("adjective", "participle", "numeral")
_SKIPPED_KINDS = ("adverb", "particle")
_CASES_TRIED: tuple[Case, ...] = ("dative", "instrumental", "accusative", "genitive")


class Head(NamedTuple):
    """The head of a noun phrase: what it becomes, where it ends, and what it is.

    `edits` are (start, end, new word); `sure` says that the head is a known post, body or living being.
    """

    edits: tuple[tuple[int, int, str], ...]
    end: int
    lemma: str
    plural: bool
    gender: str | None
    sure: bool
    ambiguous: bool
    fixed: bool
    proper: bool


# «14 ПСЧ», «3-й ОФПС»: a unit told by its number
_UNIT = re.compile(r"(?:\d{1,3}(?:-[йяе]|-[аоеу][йея])? (?=[А-ЯЁ]{3,6}(?![А-ЯЁа-яё])))?")


def find_head(text: str, case: Case, start: int = 0) -> Head | None:
    """Find the head of the noun phrase at `start` if it can stand in `case`: modifiers, then a noun; else None.

    «Первому заместителю главы» in the dative → «первый заместитель»; «Информацию принять» in the dative → None.
    """
    modifiers: list[tuple[int, int, str, list[Reading]]] = []
    pos = start = _UNIT.match(text, start).end()  # type: ignore[union-attr]
    joined = False
    for _ in range(8):
        m = _WORD.match(text, _GAP.match(text, pos).end() if pos > start else pos)  # type: ignore[union-attr]
        if m is None:
            return None
        word = m.group()
        if word.endswith(".") and word.lower() not in FIXED_POSTS | SHORT_ADJECTIVES and len(word) > 4:
            word = word[:-1]
        end = m.start() + len(word)
        if word.lower() in SHORT_ADJECTIVES:
            pos = end
            continue
        fixed = _fixed_head(word)
        if fixed:
            own = fixed == "abbreviation" and not modifiers
            edits = tuple(
                (s, e, _recased(w, nominative_form(w.lower(), _not_neuter(more).place))) for s, e, w, more in modifiers
            )
            return Head(edits, end, word, False, None, True, not modifiers, not modifiers, own)
        low = word.lower()
        short = short_body(word, case)
        if short is not None:
            return Head(((m.start(), end, short),), end, short, False, None, True, short == word, False, True)
        read = readings(low)
        if modifiers and low == "и":
            pos, joined = end, True
            continue
        if read[0].kind in ("preposition", "conjunction", "infinitive", "verb"):
            return None
        nouns = [r for r in read if r.case == case and r.kind == "noun"]
        bent = [r for r in read if r.case == case and r.kind in _BENT_KINDS]
        if bent and _modifies_next(text, end, low, bent, case, has_noun=bool(nouns), joined=joined):
            modifiers.append((m.start(), end, word, bent))
        elif bent and low.startswith(SUBSTANTIVE_STEMS):
            return _substantive_head(m.start(), end, word, bent, modifiers)
        elif nouns and (noun := _agreeing_noun(nouns, modifiers)) is not None:
            return _noun_head(m.start(), end, word, noun, modifiers, read)
        elif bent:
            return (
                None if _agrees_elsewhere(text, end, low) else _substantive_head(m.start(), end, word, bent, modifiers)
            )
        elif not (read and read[0].kind in _SKIPPED_KINDS and low not in ("не", "также")) and low not in (
            "их",
            "его",
            "ее",
            "её",
        ):
            return None
        pos = end
    return None


def _fixed_head(word: str) -> str | None:
    """Whether a word never bends: "post" («врио»), "abbreviation" («ЕДДС», not «ПРОТОКОЛ»), or None."""
    low = word.lower()
    if low in FIXED_POSTS:
        return "post"
    letters = word.replace("-", "").replace(".", "")
    if word in LEGAL_FORMS:
        return "abbreviation"
    capitals = sum(c.isupper() for c in letters)
    if not letters.isalpha() or capitals < max(2, len(letters) - 2):
        return None
    return None if len(letters) > 5 and letters.isupper() and is_known(low) else "abbreviation"


def _modifies_next(
    text: str, end: int, low: str, bent: list[Reading], case: Case, *, has_noun: bool, joined: bool
) -> bool:
    """Whether an adjective or a participle belongs to what follows, or is itself the head («заведующей отделением»)."""
    m = _WORD.match(text, _GAP.match(text, end).end())  # type: ignore[union-attr]
    if m is None or (
        "," in text[end : m.start()]
        and not low.endswith(("ому", "ему", "ым", "им", "ой", "ей", "ого", "его", "ый", "ий", "ая"))
    ):
        return False
    word = m.group().rstrip(".")
    after = word.lower()
    if after in GOVERNING or low.startswith("заведующ"):
        return False
    if "," in text[end : m.start()] and low.startswith(SUBSTANTIVE_STEMS):
        return False
    if _fixed_head(word):
        return has_noun is False and word.isupper()
    if after == "и":
        m = _WORD.match(text, _GAP.match(text, m.end()).end())  # type: ignore[union-attr]
        second = readings(m.group().lower()) if m is not None else ()
        return any(r.case == case and r.kind in _BENT_KINDS for r in second)
    if readings(after)[0].kind == "preposition":
        return False
    following = [r for r in readings(after) if r.case == case and r.kind in (*_BENT_KINDS, "noun")]
    if not following:
        kinds = [r.kind for r in readings(after)]
        return bool(kinds) and kinds[0] == "adverb" and not low.startswith(SUBSTANTIVE_STEMS)
    agreeing = any(_agree(a, b) for a in bent for b in following)
    if joined and any(b.plural and b.kind == "noun" for b in following):
        return True  # «учебному и методическому отделам»
    if low.startswith("управляющ") and agreeing:
        return any(r.animate or r.lemma in ("компания", "организация", "совет") for r in following)
    return agreeing


def _agrees_elsewhere(text: str, end: int, low: str) -> bool:
    """«Федеральной службы»: an adjective whose noun stands in another case than the one asked for."""
    m = _WORD.match(text, _GAP.match(text, end).end())  # type: ignore[union-attr]
    if m is None or "," in text[end : m.start()]:
        return False
    mine = [r for r in readings(low) if r.kind in _BENT_KINDS]
    nouns = [r for r in readings(m.group().rstrip(".").lower()) if r.kind == "noun"]
    return any(a.case == b.case and _agree(a, b) for a in mine for b in nouns)


def _agree(a: Reading, b: Reading) -> bool:
    return a.plural == b.plural and (a.plural or a.gender is None or b.gender is None or a.gender == b.gender)


def _agreeing_noun(nouns: list[Reading], modifiers: list[tuple[int, int, str, list[Reading]]]) -> Reading | None:
    if not modifiers:
        living = [r for r in nouns if r.animate]
        return (living or nouns)[0]
    for noun in nouns:
        if all(any(_agree(a, noun) for a in bent) for *_, bent in modifiers):
            return noun
    return nouns[0] if nouns[0].plural else None


def _noun_head(
    start: int,
    end: int,
    word: str,
    noun: Reading,
    modifiers: list[tuple[int, int, str, list[Reading]]],
    read: tuple[Reading, ...],
) -> Head:
    edits = []
    for s, e, w, bent in modifiers:
        best = next((a for a in bent if _agree(a, noun)), bent[0])
        edits.append((s, e, _recased(w, nominative_form(w.lower(), best.place))))
    new = word if noun.fixed else _recased(word, _noun_nominative(word.lower(), noun))
    edits.append((start, end, new))
    lemma = noun.lemma
    base = lemma.rsplit("-", 1)[-1] if lemma not in POST_HEADS else lemma
    first = lemma.split("-", 1)[0]
    sure = noun.animate or bool({lemma, base, first} & (POST_HEADS | BODY_HEADS))
    sure = sure or (noun.plural and lemma in PLURAL_BODIES) or lemma.endswith(JOINED_ENDS)
    also = any(r.case in ("nominative", "accusative") for r in read if r.kind == "noun" and r.case != noun.case)
    also = also or not (sure or is_known(word.lower()))
    return Head(tuple(edits), end, lemma, noun.plural, noun.gender, sure, also, noun.fixed, lemma in PROPER_BODIES)


def _noun_nominative(low: str, noun: Reading) -> str:
    return nominative_form(low, noun.place) if noun.case != "nominative" else low


def _substantive_head(
    start: int, end: int, word: str, bent: list[Reading], modifiers: list[tuple[int, int, str, list[Reading]]]
) -> Head:
    edits = []
    best = _not_neuter(bent)
    for s, e, w, more in modifiers:
        match = next((a for a in more if _agree(a, best)), more[0])
        edits.append((s, e, _recased(w, nominative_form(w.lower(), match.place))))
    edits.append((start, end, _recased(word, nominative_form(word.lower(), best.place))))
    low = word.lower()
    sure = low.startswith(SUBSTANTIVE_STEMS)
    return Head(tuple(edits), end, low, best.plural, best.gender, sure, not sure, False, False)


def _not_neuter(bent: list[Reading]) -> Reading:
    return next((a for a in bent if a.gender != "neut"), bent[0])


def _recased(model: str, word: str) -> str:
    if model.isupper() and len(model) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


_APPOSITION = re.compile(r"\s*[–—-]\s+|\s+[–—-]\s*")
_CLAUSE = re.compile(
    r",\s+(?:не\s+)?(?=(?P<word>[а-яё]+(?:щим|щему|щей|щими|ным|ному|ной|шим|шему|шей|щего|щих|ного|вшим)(?:ся)?)\b)"
)
_AND = re.compile(r"\s(?:и|или)\s(?=(?P<word>\w))")


@lru_cache(maxsize=8192)
def nominative_phrase(text: str, case: Case | None = None) -> str:
    """Bring a post, a body or a group to the nominative, its number kept; what its head governs stays as it is.

    `case` is that in which the phrase stands; None: it is found out, and a phrase that can be in the nominative is one.
    A common noun that opens with a capital («Руководителям») loses it; a body («Правительству») keeps it.
    """
    told = case or case_of_head(text)
    if told is None:
        return text
    edits = _phrase_edits(text, told)
    if edits is None and case is not None:
        other = case_of_head(text)
        edits = _phrase_edits(text, other) if other not in (None, told) else None
    if edits is None:
        return text
    out, at = [], 0
    for start, end, new in edits:
        out += [text[at:start], new]
        at = end
    out.append(text[at:])
    return _lower_start("".join(out))


# What is longer names nobody; its head is enough.
_LONGEST_PHRASE = 600


def _phrase_edits(text: str, case: Case) -> list[tuple[int, int, str]] | None:
    head = find_head(text, case)
    if head is None:
        return None
    edits = list(head.edits)
    if case == "nominative" or len(text) > _LONGEST_PHRASE:
        return edits
    for m in _APPOSITION.finditer(text, head.end):
        other = find_head(text, case, m.end())
        # «директоров школ – участников конкурса»: the second may as well belong to the genitive between.
        apart = m.start() > head.end and _also_genitive(text, m.end())
        if other is not None and other.sure and not apart and not _in_quotes(text, m.start()):
            edits += other.edits
    edits += _ranks(text, case, head)
    for m in _CLAUSE.finditer(text, head.end):
        word = m["word"]
        fitting = [r for r in readings(word) if r.case == case and r.kind in _BENT_KINDS and r.plural == head.plural]
        fitting = [r for r in fitting if head.plural or r.gender == head.gender] or (fitting if head.plural else [])
        if case == "accusative" and _of_last_noun(text, m.start(), word):
            continue
        if fitting and not _in_quotes(text, m.start()):
            edits.append((m.end(), m.end() + len(word), nominative_form(word, fitting[0].place)))
    for m in _AND.finditer(text, head.end):
        other = find_head(text, case, m.end())
        if (
            other is not None
            and other.sure
            and other.edits
            and not _in_quotes(text, m.start())
            and not _also_genitive(text, m.end())
        ):
            edits += other.edits
    edits.sort()
    return [e for i, e in enumerate(edits) if i == 0 or e[0] >= edits[i - 1][1]]


def _of_last_noun(text: str, end: int, participle: str) -> bool:
    """«руководителей организаций, эксплуатирующих …»: in the accusative the nearer noun has the participle."""
    before = text[:end].split()
    near = readings(before[-1].lower()) if len(before) > 1 else ()
    return any(n.kind == "noun" and n.case == r.case == "genitive" and n.plural == r.plural for n in near for r in readings(participle))


def _ranks(text: str, case: Case, head: Head) -> list[tuple[int, int, str]]:
    """«начальнику отдела подполковнику полиции»: a rank or a second post that stands in the same case further on."""
    if case != "dative" or head.plural or not head.sure:
        return []
    edits = []
    previous = ""
    for m in _WORD.finditer(text, head.end):
        low = m.group().lower()
        if (
            low.endswith(("у", "ю", "е", "ой"))
            and text[m.start()].islower()
            and len(previous) > 2
            and not _in_quotes(text, m.start())
        ):
            fitting = [r for r in readings(low) if r.kind == "noun" and r.lemma in POST_HEADS]
            if (
                fitting
                and fitting[0].case == case
                and not fitting[0].plural
                and not any(r.case == "genitive" for r in fitting)
            ):
                edits.append((m.start(), m.end(), nominative_form(low, fitting[0].place)))
        previous = low
    return edits


def _also_genitive(text: str, at: int) -> bool:
    m = _WORD.match(text, at)
    return m is not None and any(r.case == "genitive" for r in readings(m.group().lower()))


def _in_quotes(text: str, at: int) -> bool:
    return text.count("«", 0, at) > text.count("»", 0, at) or text.count("(", 0, at) > text.count(")", 0, at)


def _lower_start(text: str) -> str:
    """«Руководители ОО» → «руководители ОО»; «Правительство …», «МКУ …», «Минфин …» keep their capital."""
    m = _WORD.match(text)
    if m is None or not m.group()[:1].isupper() or m.group()[1:2].isupper():
        return text
    word = m.group()
    if short_body(word, "nominative") or len(word) < 2 or (word.endswith(".") and len(word) == 2):
        return text
    head = find_head(text, "nominative")
    if head is not None and head.proper:
        return text
    return word[0].lower() + text[1:]


def case_of_head(text: str) -> Case | None:
    """Tell the case of the phrase at the beginning of the text; of several possible ones the nominative wins."""
    if find_head(text, "nominative") is not None:
        return "nominative"
    for case in _CASES_TRIED:
        head = find_head(text, case)
        if head is not None:
            return case
    return None


def is_dative_phrase(text: str) -> bool:
    """Whether the text opens with one who can be told to do something, in the dative: «Отделу ГО и ЧС …», «Главам …».

    «Информации о ходе …», «Отчёты …», «Провести …» do not. Abbreviations («ЕДДС») can stand in any case: true.
    """
    head = find_head(text, "dative")
    return head is not None and (head.sure or not head.ambiguous)
