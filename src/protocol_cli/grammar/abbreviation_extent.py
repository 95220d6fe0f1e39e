"""How far to the left of «(далее – X)» the phrase goes that X stands for.

The short form is the best witness: «руководители ОО» begins where «руководители» stands, ЕДДС where «единая» does. A
short that shares nothing with its phrase («Поставщик») takes the noun phrase that ends at the bracket.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from protocol_cli.grammar.morphology import readings
from protocol_cli.grammar.noun_phrase import (
    WORD,
    agree,
    bent_to_nominative,
    is_modifier,
    is_noun,
    is_participle,
    lemmas,
    may_be,
    may_modify,
)
from protocol_cli.grammar.persons import find_persons
from protocol_cli.grammar.phrase_walk import LEGAL_FORM, ROMAN, Token, is_acronym, out_of_quotes, phrase_start
from protocol_cli.grammar.quotes import quoted_spans
from protocol_cli.grammar.surnames import guess_case, nominative_surname

_WINDOW = 700  # characters to the left that may belong to the phrase
_BORDER = re.compile(
    r"[;:!?]|(?<![А-ЯЁA-Z])(?<!\bг)(?<!\bим)(?<!\bобл)(?<!\bул)(?<!\bд)\.[ ](?=[«\"]?[А-ЯЁA-Z])|[ ][–—-][ ]"
)


@dataclass(frozen=True, slots=True)
class Extent:
    """Where in the left text the phrase begins, and the phrase in the nominative, one line."""

    start: int
    nominative: str


def find_extent(left: str, short: str) -> Extent | None:
    """Return the phrase that ends where `left` ends and for which `short` stands; null when there is none."""
    base = max(0, len(left) - _WINDOW)
    window = left[base:]
    quotes = quoted_spans(window)
    borders = [m.end() for m in _BORDER.finditer(window) if not any(a < m.start() < b for a, b in quotes)]
    floor = borders[-1] if borders else 0
    tokens = [
        Token(m.start(), m.end(), m[0], any(a < m.start() < b for a, b in quotes))
        for m in WORD.finditer(window)
        if m.start() >= floor
    ]
    if not tokens:
        return None
    head: int | None = None
    first: int | None = None
    if (named := _by_words(tokens, window, short)) is not None:
        first, head = named
    if first is None and (first := _by_letters(tokens, short)) is not None:
        first = _with_proper_adjective(tokens, window, first)
    if first is None and (person := _by_person(window)) is not None:
        return Extent(base + person[0], person[1])
    if first is None:
        first = phrase_start(tokens, window)
    outer = out_of_quotes(tokens, window, quotes, first)
    head = head if outer == first else None
    first = outer
    start = tokens[first].start
    for a, b in quotes:
        if a == start - 1 and b > start:
            start = a
    if start > 0 and window[start - 1] in '«"“':
        start -= 1
    if window[start] in '«"“' and (numbered := _NUMBERED_FORM.search(window, max(0, start - 30), start)) is not None:
        start = numbered.start()
        return Extent(base + start, " ".join(window[start:].split()))
    return Extent(base + start, _nominative(tokens, window, first, head, start, short))


# «МБДОУ д/с № 17 «Рябинка»», «МБОУ СОШ № 5»
_NUMBERED_FORM = re.compile(rf"(?<![А-ЯЁа-яё]){LEGAL_FORM.pattern} (?:[А-ЯЁа-яё/]{{1,6}} )?№ ?\d{{1,4}} $")
_OF_PERSON = re.compile(r"(?:ИП|[Ии]ндивидуальн[а-яё]+ предпринимател[а-яё]+) $")


def _by_person(window: str) -> tuple[int, str] | None:
    """«ИП Должикову П.Е. (далее – Исполнитель)»: a name that ends at the bracket, with its form; where it begins."""
    tail = max(0, len(window) - _NAME_WINDOW)
    names = find_persons(window[tail:])
    if not names or tail + names[-1].end < len(window.rstrip()):
        return None
    name = names[-1]
    start = tail + name.start
    form = _OF_PERSON.search(window, max(0, start - 40), start)
    if form is None:
        return None
    family = nominative_surname(name.family, guess_case(name.family) or "nominative")[0]
    told = window[start : tail + name.end].replace(name.family, family, 1)
    return form.start(), f"{form[0] if form[0].startswith('ИП') else 'индивидуальный предприниматель '}{told}"


_NAME_WINDOW = 60


def _with_proper_adjective(tokens: list[Token], window: str, first: int) -> int:
    """«Заволочский институт развития образования (далее – ИРО)»: the letters leave out of what place it is."""
    while first > 0 and not tokens[first - 1].quoted and not window[tokens[first - 1].end : tokens[first].start].strip():
        word = tokens[first - 1].text
        if not (word[0].isupper() and word[1:].islower() and may_modify(word) and agree(word, tokens[first].text)):
            break
        first -= 1
    return first


def _nominative(tokens: list[Token], window: str, first: int, head: int | None, start: int, short: str) -> str:
    """Return the phrase with its head and the modifiers before it bent; a legal form or a quoted name stays."""
    if head is None:
        head = first
        while (
            head < len(tokens) - 1 and _modifies(tokens[head].text) and agree(tokens[head].text, tokens[head + 1].text)
        ):
            head += 1
    words = tokens[first + bool(ROMAN.fullmatch(tokens[first].text) and head > first) : head + 1]
    plain = not tokens[first].quoted and start == tokens[first].start and not LEGAL_FORM.fullmatch(tokens[head].text)
    if plain and not is_acronym(tokens[head].text):
        before = (
            tokens[first - 1]
            if first and not window[tokens[first - 1].end : tokens[first].start].strip(' «»"')
            else None
        )
        asked = before.text if before else None
        clause = _clause(tokens, window, head)
        bent = None
        if clause is not None:
            bent = bent_to_nominative([t.text for t in (tokens[clause], *words)], asked, plural=_plural(short))
        if bent:
            words, bent = [*words, tokens[clause or 0]], [*bent[1:], bent[0]]
        else:
            bent = bent_to_nominative([t.text for t in words], asked, plural=_plural(short))
        if bent:
            parts, position = [], start
            for token, word in zip(words, bent, strict=True):
                parts += [window[position : token.start], word]
                position = token.end
            return " ".join(("".join(parts) + window[position:]).split())
    return " ".join(window[start:].split())


def _clause(tokens: list[Token], window: str, head: int) -> int | None:
    """Return the participle that follows a comma and may belong to the head: «Порядком …, утверждённым приказом»."""
    for i in range(head + 1, len(tokens)):
        if (
            not tokens[i].quoted
            and window[tokens[i - 1].end : tokens[i].start].strip() == ","
            and is_participle(tokens[i].text)
        ):
            return i
    return None


def _modifies(word: str) -> bool:
    return is_modifier(word) or ("-" in word and may_modify(word))


def _plural(short: str) -> bool | None:
    """«руководители ОО» names many; an abbreviation does not tell."""
    word = WORD.search(short)
    if word is None or is_acronym(word[0]) or (word[0].islower() is False and len(word[0]) < 3):
        return None
    many = re.search(r"(?:и|ы|ие|ые|а|я)$", word[0]) is not None and may_be(word[0], "nominative")
    return None if not many else _is_plural(word[0])


def _by_words(tokens: list[Token], window: str, short: str) -> tuple[int, int] | None:
    """Where the head of the short is written: its first noun, with the adjectives that agree with it before it."""
    words = [m[0] for m in WORD.finditer(short.split("«")[0] or short)]
    plain = [w for w in words if not is_acronym(w) and len(w) > 2]
    if not plain:
        return None
    # «государственные служащие»: where every word could be an adjective, the last one that may be a noun is the head.
    head = next((w for w in plain if not is_modifier(w)), None) or next(
        (w for w in reversed(plain) if is_noun(w)), plain[0]
    )
    wanted = lemmas(head)
    for i in range(len(tokens) - 1, -1, -1):
        if not tokens[i].quoted and lemmas(tokens[i].text) & wanted:
            return _with_adjectives(tokens, window, i), i
    for i in range(len(tokens) - 1, -1, -1):
        if tokens[i].quoted and lemmas(tokens[i].text) & wanted:
            return _with_adjectives(tokens, window, i), i
    if (joined := _by_joined_word(tokens, window, head)) is not None:
        return joined
    if len(head) >= 5:  # «Минцифры России» of «Министерства цифрового развития»
        stem = head[:3].lower()
        for i in range(len(tokens) - 1, -1, -1):
            if tokens[i].text.lower().startswith(stem) and not may_modify(tokens[i].text) and _is_compound_name(head):
                return i, i
    return None


def _is_plural(word: str) -> bool | None:
    found = [r.plural for r in readings(word.lower()) if r.case == "nominative"]
    return found[0] if found and len(set(found)) == 1 else None


def _by_joined_word(tokens: list[Token], window: str, short: str) -> tuple[int, int] | None:
    """«нацпроект» of «национального проекта»: the end is a noun of the phrase, the beginning that of its adjective."""
    for i in range(len(tokens) - 1, 0, -1):
        for lemma in lemmas(tokens[i].text):
            front = short.lower().removesuffix(lemma)
            if len(lemma) > 3 and 2 < len(front) < len(short) and is_noun(tokens[i].text):
                first = _with_adjectives(tokens, window, i)
                if any(t.text.lower().startswith(front) for t in tokens[first:i]):
                    return first, i
    return None


def _is_compound_name(word: str) -> bool:
    return re.match(r"(?:мин|рос|глав|упр|деп|ком|гос|фед|обл|край|гор|фин|соц)", word, re.IGNORECASE) is not None


def _by_letters(tokens: list[Token], short: str) -> int | None:
    """Return the start of the shortest run of words up to the bracket whose first letters give the acronym."""
    acronym = "".join(w for w in re.findall(r"[А-ЯЁA-Zа-яё]+", short.split("«")[0]) if is_acronym(w) or len(w) == 1)
    if len(acronym) < 2:
        acronym = "".join(w for w in re.findall(r"[А-ЯЁA-Zа-яё]+", short) if is_acronym(w))
    letters = [c for c in acronym if c.isupper() or c == "и"]
    if len(letters) < 2:
        return None
    end = _before_final_quote(tokens) if "«" in short else len(tokens)
    initials = [
        (i, letter)
        for i, t in enumerate(tokens[:end])
        for part in re.split(r"[-‑]", t.text)
        if part
        for letter in (part if is_acronym(part) and part in short else part[0].upper())  # «… система МФЦ (АИС МФЦ)»
    ]
    need = [c.upper() for c in letters]
    # Matched from the last letter leftwards, each to the nearest word, so that the start found is the rightmost.
    best: int | None = None
    position = len(initials) - 1
    for wanted in reversed(need):
        while position >= 0 and initials[position][1] != wanted:
            position -= 1
        if position < 0:
            return _inside_one_word(tokens, need)
        best = initials[position][0]
        position -= 1
    if best is None or len(tokens) - best > 4 * len(need) + 6:
        return None
    return best


def _inside_one_word(tokens: list[Token], need: list[str]) -> int | None:
    """«видеоконференцсвязь (далее – ВКС)»: the letters stand in order inside one long word near the bracket."""
    for i in range(len(tokens) - 1, max(-1, len(tokens) - 5), -1):
        word = tokens[i].text.upper()
        if len(word) < 9 or word[0] != need[0]:
            continue
        position = 0
        for letter in need:
            position = word.find(letter, position) + 1
            if not position:
                break
        else:
            return i
    return None


def _before_final_quote(tokens: list[Token]) -> int:
    for i, token in enumerate(tokens):
        if token.quoted and all(t.quoted for t in tokens[i:]):
            return i
    return len(tokens)


def _with_adjectives(tokens: list[Token], window: str, head: int) -> int:
    """Return the head with the adjectives that agree with it on its left; «и» and a comma may join two of them."""
    first = head
    while first > 0:
        gap = window[tokens[first - 1].end : tokens[first].start]
        word = tokens[first - 1].text
        if tokens[first - 1].quoted != tokens[head].quoted or gap.strip(" "):
            break
        if (may_modify(word) and agree(word, tokens[head].text)) or ROMAN.fullmatch(word):
            first -= 1
            continue
        joined = (
            word == "и"
            and first > 1
            and may_modify(tokens[first - 2].text)
            and agree(tokens[first - 2].text, tokens[head].text)
        )
        if not joined or first == head:
            break
        first -= 2
    return first
