"""The noun phrase that ends a text, walked from its last word to its first.

`заключён договор с | ООО «Волна»`, `с участием представителей | Федеральной службы по надзору`: the bar is its border.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from protocol_cli.grammar.lexicon.bodies import BODY_HEADS
from protocol_cli.grammar.lexicon.posts import POST_HEADS
from protocol_cli.grammar.noun_phrase import agree, is_modifier, is_noun, is_verb, lemmas, may_be, may_modify

_SMALL = frozenset(
    ["и", "в", "во", "на", "по", "при", "с", "со", "о", "об", "от", "для", "из", "к", "за", "под", "до", "не"]
)
ACRONYM = re.compile(r"[А-ЯЁA-Z][А-ЯЁA-Zа-яё]{0,2}[А-ЯЁA-Z][А-ЯЁA-Zа-яё]*|[А-ЯЁA-Z]{2,}")
_IN_WORDS = re.compile(r"обществ[а-я]* с (?:ограниченной|дополнительной)$", re.IGNORECASE)
ROMAN = re.compile(r"[IVX]{1,6}")
LEGAL_FORM = re.compile(
    r"(?:ООО|АО|ОАО|ЗАО|ПАО|НАО|ИП|ФГУП|МУП|ГУП|МКУ|МБУ|МАУ|ГБУ|ГКУ|ГАУ|КГАУ|КГБУ|ОГБУ|ОГАУ|ОГКУ|ФГБУ|"
    r"ФГБОУ|ФГАОУ|ФАУ|ФКУ|МБОУ|МАОУ|МКОУ|МБДОУ|МАДОУ|ГБОУ|ГАОУ|"
    r"ДПО|ДО|ВО|СПО|УК|ТСЖ|ТСН|СНТ|АНО|НКО|НП|СРО|ЧОУ|ЧУ|КФХ|НПО|ТОС|БУ|АУ|КУ|ОО|РОО|МОО|МБУК|МБУ)"
)


@dataclass(frozen=True, slots=True)
class Token:
    start: int
    end: int
    text: str
    quoted: bool


def is_acronym(word: str) -> bool:
    return ACRONYM.fullmatch(word) is not None


def phrase_start(tokens: list[Token], window: str) -> int:
    """Return the index of the word with which the noun phrase at the end begins, walked from right to left."""
    first = len(tokens) - 1
    while first > 0 and tokens[first].quoted:
        first -= 1
    if (
        not tokens[first].quoted
        and tokens[-1].quoted
        and window[tokens[first].end : tokens[first + 1].start].strip(' «"“')
    ):
        return first + 1
    if tokens[first].quoted:
        return first
    if LEGAL_FORM.fullmatch(tokens[first].text):
        return _legal_start(tokens, window, first)
    while first > 0:
        left, here = tokens[first - 1], tokens[first]
        gap = window[left.end : here.start]
        step = 0 if _complete(tokens, first, left) else _step(tokens, first, left, here, gap)
        if not step:
            break
        first -= step
    while first < len(tokens) - 1 and (tokens[first].text.lower() in _SMALL or tokens[first].text.isdigit()):
        first += 1
    return first


def _complete(tokens: list[Token], first: int, left: Token) -> bool:
    """Whether the phrase is whole as it stands: a body named with a capital, or what an action or an official is of.

    «с участием представителей | Федеральной службы по надзору», «о реализации | проекта», «начальник | управления».
    """
    if not is_noun(left.text) or is_modifier(left.text):
        return False
    forms = lemmas(left.text)
    if forms & POST_HEADS or (
        not forms & BODY_HEADS and any(f.endswith(("ание", "ение", "ция", "тие")) for f in forms)
    ):
        return True
    head = first
    while head < len(tokens) - 1 and is_modifier(tokens[head].text):
        head += 1
    return tokens[first].text[0].isupper() and bool(lemmas(tokens[head].text) & BODY_HEADS)


def _legal_start(tokens: list[Token], window: str, form: int) -> int:
    """Return the first of neighbouring legal forms: КГАУ ДПО."""
    while (
        form
        and LEGAL_FORM.fullmatch(tokens[form - 1].text)
        and not window[tokens[form - 1].end : tokens[form].start].strip()
    ):
        form -= 1
    return form


def _step(tokens: list[Token], first: int, left: Token, here: Token, gap: str) -> int:
    """How many tokens more belong to the phrase: 0 ends it."""
    if gap.strip(' «»"“”№'):
        if (
            gap.strip() == ","
            and first > 1
            and may_be(left.text, "genitive")
            and may_be(here.text, "genitive")
            and not is_verb(left.text)
        ):
            return 1 if _list_before(tokens, first) else 0
        return 0
    if left.quoted:
        return 1 if may_be(here.text, "genitive") else 0
    if LEGAL_FORM.fullmatch(left.text):
        return 1
    if LEGAL_FORM.fullmatch(here.text) and first + 1 < len(tokens) and is_acronym(tokens[first + 1].text):
        return 0  # «на базе ¦МБОУ СОШ № 9»
    if "№" in gap and here.text.isdigit() and (is_noun(left.text) or is_acronym(left.text)):
        return 1  # «школа ¦№ 9»
    if left.text.isdigit() or is_verb(left.text):
        return 0
    if left.text.lower() == "и":
        before = tokens[first - 2] if first > 1 else None
        return (
            2
            if before and may_be(before.text, "genitive") and may_be(here.text, "genitive") and not is_verb(before.text)
            else 0
        )
    if ROMAN.fullmatch(left.text):
        return 1 if may_modify(here.text) else 0  # «XII Всероссийская конференция»
    if left.text.lower() in _SMALL:
        return _over_preposition(tokens, first, left, here)
    if may_modify(left.text):
        return 1 if agree(left.text, here.text) or may_modify(here.text) or is_acronym(here.text) else 0
    if is_noun(left.text):
        return 1 if may_be(here.text, "genitive") or is_acronym(here.text) or LEGAL_FORM.match(here.text) else 0
    return 0


def _over_preposition(tokens: list[Token], first: int, left: Token, here: Token) -> int:
    """«служба ¦по надзору», «общество ¦с ограниченной ответственностью», «инспекция № 9 ¦по области»."""
    before = tokens[first - 2] if first > 1 else None
    if before is not None and _IN_WORDS.match(f"{before.text} {left.text} {here.text}"):
        return 2
    if left.text.lower() == "по" and before is not None and before.text.isdigit() and first > 2:
        return 2 if is_noun(tokens[first - 3].text) or is_acronym(tokens[first - 3].text) else 0  # «№ 9 по области»
    heads = (
        before is not None
        and is_noun(before.text)
        and not is_verb(before.text)
        and left.text.lower() in ("по", "при", "о", "об", "для", "в")
    )
    return 2 if heads and (left.text.lower() != "в" or here.text in ("сфере", "области")) else 0


def _list_before(tokens: list[Token], first: int) -> bool:
    """Tell whether «и» closes a list to the right, so that a comma may stand inside the phrase."""
    return any(t.text == "и" for t in tokens[first : first + 4])


def out_of_quotes(tokens: list[Token], window: str, quotes: list[tuple[int, int]], first: int) -> int:
    """Return the start of a phrase that begins inside a quoted name, its legal form taken in: «КГАУ ДПО «Институт»»."""
    if not tokens[first].quoted:
        return first
    opening = next((a for a, b in quotes if a < tokens[first].start < b), None)
    outside = [i for i, t in enumerate(tokens) if opening is not None and t.end <= opening]
    if not outside or window[tokens[outside[-1]].end : opening].strip():
        return next(i for i, t in enumerate(tokens) if opening is not None and t.start > opening)
    form = outside[-1]
    if LEGAL_FORM.fullmatch(tokens[form].text):
        return _legal_start(tokens, window, form)
    if not is_noun(tokens[form].text):
        return form + 1
    while form > 0:
        left, here = tokens[form - 1], tokens[form]
        step = 0 if _complete(tokens, form, left) else _step(tokens, form, left, here, window[left.end : here.start])
        if not step:
            break
        form -= step
    return form
