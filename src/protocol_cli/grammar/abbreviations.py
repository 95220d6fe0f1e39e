"""«(далее – X)»: the short name a document gives, and what it stands for.

`руководители общеобразовательных организаций (далее – руководители ОО)` has one; «до 10 июня, далее – ежеквартально»
has none. What the short stands for is the phrase before the bracket, as far as the short's own words and letters
reach, else as far as the noun phrase does; it is given in the nominative.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from protocol_cli.grammar.abbreviation_extent import find_extent

_FURTHER = (
    r"(?:далее|в дальнейшем|здесь и далее|сокращ[её]нно)(?:[ ]при[ ]совместном[ ]упоминании|[ ]совместно|"
    r"[ ]вместе)?(?:[ ]по[ ]тексту(?:[ ]\w+){0,3})?"
    r"(?:[ ](?:совместно|вместе|соответственно|также|именуем\w*|именуетс\w|именовать|обозначаем\w*|"
    r"упоминаем\w*|при упоминании|для краткости))*(?!\w)"
)
_OPENING = re.compile(
    rf"\((?P<before>[^()]{{0,200}}?(?:[,;][ ]|[ ]|))(?P<mark>{_FURTHER})[ ]?[-–—:,]?[ ]?", re.IGNORECASE
)
_INLINE = re.compile(
    r"[ ,(](?:именуем\w{2,3}|называем\w{2,3}|обозначаем\w{2,3})[ ](?:в дальнейшем|"
    r"далее)[ ]?[-–—:,]?[ ]?(?P<short>«[^«»]{2,60}»|[А-ЯЁ][\w-]{2,40})"
    r"|,[ ](?:далее|в дальнейшем)[ ](?:именуем\w{2,3}|по тексту)?[ ]?[-–—:]?[ ]?(?P<quoted>«[^«»]{2,60}»)",
    re.IGNORECASE,
)
_RECURRENT = re.compile(
    r"(?:еже|постоянно|на постоянн|один раз|раз в|по мере|до \d|не реже|не позднее|каждый|каждую|"
    r"каждое|\d|систематически|по запросу|бессрочно|"
    r"в течение|согласно|по плану|см\.|в соответствии|при необходимости)",
    re.IGNORECASE,
)
_EACH = re.compile(r"соответственно", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FoundAbbreviation:
    """`short` and `full` (nominative) with the spans where each is written; `start:end` holds both."""

    start: int
    end: int
    short: str
    short_start: int
    short_end: int
    full: str
    full_start: int
    full_end: int


def find_abbreviations(text: str) -> list[FoundAbbreviation]:
    """Every short name a line introduces, left to right; «(далее – X, Y)» of two short names gives two."""
    if "дал" not in text and "Дал" not in text and "сокращ" not in text:
        return []
    found: list[FoundAbbreviation] = []
    floor = 0
    for opening in _OPENING.finditer(text):
        close = _closing(text, opening.end())
        if close is None or _RECURRENT.match(text, opening.end()):
            continue
        full_end = len(text[: opening.start()].rstrip(" ,"))
        shorts = _shorts(text, opening.end(), close)
        each = len(shorts) > 1 and _EACH.search(opening["mark"]) is not None
        end = full_end
        for a, b in reversed(shorts):
            made = _abbreviation(text, (a, b), floor, end, close + 1)
            if made:
                found.append(made)
                if each:  # «порядок … и комиссия … (далее соответственно – Порядок, Комиссия)»
                    end = floor + len(re.sub(r"(?:[ ]?,|[ ]и)?[ ]*$", "", text[floor : made.full_start]))
        floor = close + 1
    taken = [(f.start, f.end) for f in found]
    for inline in _INLINE.finditer(text):
        if any(a <= inline.start() < b for a, b in taken):
            continue
        group = "short" if inline["short"] else "quoted"
        a, b = inline.span(group)
        made = _abbreviation(text, (a, b), 0, len(text[: inline.start()].rstrip(" ,(")), b)
        if made:
            found.append(made)
    return sorted(found, key=lambda f: f.short_start)


def _abbreviation(text: str, short: tuple[int, int], floor: int, full_end: int, end: int) -> FoundAbbreviation | None:
    a, b = short
    if _wholly_quoted(text[a:b]):
        a, b = a + 1, b - 1
    extent = find_extent(text[floor:full_end], text[a:b])
    if extent is None or len(extent.nominative) < 2:
        return None
    start = floor + extent.start
    return FoundAbbreviation(start, end, " ".join(text[a:b].split()), a, b, extent.nominative, start, full_end)


def _wholly_quoted(value: str) -> bool:
    return len(value) > 2 and value[0] in '«"“' and value[-1] in '»"”“' and not any(c in '«»"“”' for c in value[1:-1])


def _closing(text: str, start: int) -> int | None:
    """Where the bracket closes, brackets inside it counted; within 200 characters."""
    depth = 1
    for i in range(start, min(len(text), start + 200)):
        if text[i] == "(":
            depth += 1
        elif text[i] == ")":
            depth -= 1
            if not depth:
                return i
    return None


def _shorts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the short names between the dash and the bracket: commas part them when each is a word or two."""
    while end > start and text[end - 1] in " .,;":
        end -= 1
    value = text[start:end]
    if re.search(r",|(?<!\w)(?:или|либо)(?!\w)|[ ]/[ ]", value) and not any(c in value for c in '«("'):
        pieces = [
            (start + m.start(), start + m.end())
            for m in re.finditer(r"(?:(?!,[ ]?|[ ](?:или|либо|и)[ ]|[ ]/[ ]).)+", value)
        ]
        pieces = [_stripped(text, a, b) for a, b in pieces]
        if len(pieces) > 1 and all(a < b and len(text[a:b].split()) <= 2 for a, b in pieces):
            return pieces
    return [(start, end)] if end > start else []


def _stripped(text: str, a: int, b: int) -> tuple[int, int]:
    for word in ("или ", "либо ", "и ", ", ", "/ "):
        if text[a:b].lstrip().startswith(word):
            a += len(text[a:b]) - len(text[a:b].lstrip()) + len(word)
    while a < b and text[a] in " ,":
        a += 1
    while b > a and text[b - 1] in " ,":
        b -= 1
    return a, b
