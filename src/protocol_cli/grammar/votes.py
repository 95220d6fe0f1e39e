"""Votes and the quorum: «Голосовали: «за» – 7, «против» – нет, «воздержались» – 1», «Решение принято единогласно».

Shares («98,2 %») are no counts: they are left null.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from protocol_cli.grammar.lexicon.counts import COUNTS, count_of

_WORD_COUNT = "|".join(sorted(COUNTS, key=len, reverse=True))
_COUNT = (
    rf"(?P<count>\d{{1,3}}(?:[ ]\d{{3}}(?!\d))+|\d{{1,6}}|"
    rf"{_WORD_COUNT})(?![\w])(?P<share>[.,]\d+)?(?P<percent>[ ]?%|[ ]процент)?"
)
_UNIT = r"(?:голос\w*|чел\w*\.?|член\w*|участник\w*|депутат\w*|акционер\w*)"
_QUOTE = "[«\"“„'»”]"
_SIDES = {
    "for": rf"(?:{_QUOTE}[ ]?[Зз][Аа][ ]?{_QUOTE}|(?<!\w)ЗА(?!\w)|(?<!\w)[Зз]а(?=[ ]?[-–—:=]))",
    "against": rf"(?:{_QUOTE}?[ ]?(?<!\w)против(?!\w)[ ]?{_QUOTE}?)",
    "abstained": rf"(?:{_QUOTE}?[ ]?(?<!\w)(?:воздерж\w+|возд\.)[ ]?{_QUOTE}?)",
}
_LINK = (
    rf"(?:[ ]?[-–—:=][ ]?|[ ])(?:проголосовал\w*[ ]|голосовал\w*[ ]|подан[оы]?[ ]|"
    rf"всего[ ])?(?:[-–—:][ ]?)?(?:{_UNIT}[ ]?[-–—:]?[ ])?"
)
_SIDE = {
    side: re.compile(rf"{word}{_LINK}{_COUNT}", re.IGNORECASE if side != "for" else 0) for side, word in _SIDES.items()
}
_SIDE_AFTER = {
    side: re.compile(
        rf"(?<![\d.,№]){_COUNT}[ ]?{_UNIT}?[ ]?(?:проголосовал\w*[ ])?[-–—]?[ ]?{word}",
        re.IGNORECASE if side != "for" else 0,
    )
    for side, word in _SIDES.items()
}
_NEITHER = re.compile(
    rf"против{_QUOTE}?[ ]?(?:,|и|"
    rf"/)[ ]?{_QUOTE}?воздерж\w+{_QUOTE}?[ ]?[-–—:]?[ ]?(?:голосов[ ])?(?P<none>нет|не было|0)(?!\w)",
    re.IGNORECASE,
)
_ABSENT_AFTER = {
    "against": re.compile(
        rf"(?:голос\w*[ ])?{_QUOTE}?против{_QUOTE}?[ ]?[-–—:]?[ ]?(?:не было|нет|не имеется|отсутств\w+)", re.IGNORECASE
    ),
    "abstained": re.compile(
        rf"{_QUOTE}?воздерж\w+{_QUOTE}?[ ]?[-–—:]?[ ]?(?:не было|нет|не имеется|отсутств\w+)", re.IGNORECASE
    ),
}
_MARKED = re.compile(r"[-–—:=«\"“]|голос|возд", re.IGNORECASE)  # «против 5 решений» counts nothing
_UNANIMOUS = re.compile(r"(?<!не )(?<!\w)(?:единогласн|единодушн)\w*", re.IGNORECASE)
_HEAD = re.compile(
    r"(?:(?:результат|итог)\w*[ ](?:открытого[ ]|тайного[ ]|поимённого[ ])?голосовани\w*|"
    r"(?:про)?голосовал\w*|голосовани\w*|"
    r"решени\w+[^.;]{0,60}?[ ]принят\w*|принят\w*(?=[ ]единогласно))[ ]?[:–—-]?",
    re.IGNORECASE,
)
_TAIL = re.compile(r"[^.;]{0,200}?(?:\([^)]{0,300}\)[^.;]{0,40}?)?(?:\.(?![А-ЯЁ]\.)|;|$)")
_ADOPTED = re.compile(
    r"[ ]?Решени\w+[ ](?:считается[ ])?(?:не[ ])?принят\w*(?:[ ](?:единогласно|" r"большинством голосов))?\.?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class VoteReading:
    """Counts of a vote at `start:end`; null for a side not counted, `unanimous` true only when the text says so."""

    start: int
    end: int
    for_: int | None = None
    against: int | None = None
    abstained: int | None = None
    unanimous: bool | None = None


@dataclass(frozen=True, slots=True)
class QuorumReading:
    """A statement of the quorum: members in all, members present, whether it is reached; null where it is not said."""

    start: int
    end: int
    total: int | None = None
    present: int | None = None
    reached: bool | None = None


def read_vote(text: str) -> VoteReading | None:
    """Return the vote in a text, from its head word to its last count; null when there is none.

    «за» needs its quotes, capitals or a dash: «за основу» is no vote. A bare «единогласно» needs a word of voting or
    adopting in the same text.
    """
    counts: dict[str, int | None] = {}
    spans: list[tuple[int, int]] = []
    neither = _NEITHER.search(text)
    for side in _SIDES:
        match = _side(side, text)
        value = _value(match)
        if match is None and side != "for":
            match, value = neither or _ABSENT_AFTER[side].search(text), 0
        if match:
            counts[side] = value
            spans.append(match.span())
    unanimous = _UNANIMOUS.search(text)
    heads = list(_HEAD.finditer(text))
    if unanimous and (counts or heads or re.search(r"приня|утвержд|избра|реш", text, re.IGNORECASE)):
        spans.append(unanimous.span())
    else:
        unanimous = None
    if not unanimous and not any(v is not None for v in counts.values()):
        return None
    start = min(s for s, _ in spans)
    head = next((h for h in heads if h.start() <= start and start - h.end() < 80), None)
    end = max(e for _, e in spans)
    return VoteReading(
        head.start() if head else start,
        _end(text, end),
        counts.get("for"),
        counts.get("against"),
        counts.get("abstained"),
        True if unanimous else None,
    )


def _side(side: str, text: str) -> re.Match[str] | None:
    """Return «за» – 7» or, without it, «7 голосов «за»»; of two the one that counts votes and not shares."""
    after = next((m for m in _SIDE[side].finditer(text) if _MARKED.search(m[0])), None)
    if after is not None and (_value(after) is not None or after["percent"] or after["share"]):
        return after
    return _SIDE_AFTER[side].search(text) or after


def _value(match: re.Match[str] | None) -> int | None:
    if match is None or match["percent"] or match["share"]:
        return None
    return count_of(match["count"].replace(" ", ""))


def _end(text: str, end: int) -> int:
    """Return the end of the sentence that holds the last count, «Решение принято.» after it included."""
    tail = _TAIL.match(text, end)
    if tail:
        end = tail.end()
    adopted = _ADOPTED.match(text, end)
    return adopted.end() if adopted else end


_REACHED = re.compile(
    r"кворум\w*(?:[^.;:]{0,60}?)(?:имеется|есть|достигнут|соблюд[её]н|набран|обеспечен|состоялся|"
    r"присутствует)|кворум[ ]?[-–—:][ ]?(?:имеется|есть|да)",
    re.IGNORECASE,
)
_NOT_REACHED = re.compile(
    r"кворум\w*(?:[^.;:]{0,60}?)(?:не[ ](?:имеется|достигнут|соблюд[её]н|набран|обеспечен|состоялся)|"
    r"отсутствует|(?<!\w)нет(?!\w))|неправомоч|не[ ]правомоч|не[ ]имеет[ ]кворума|"
    r"отсутстви\w+[ ]кворума",
    re.IGNORECASE,
)
_LAWFUL = re.compile(r"(?<!\w)правомоч\w+|имеет[ ]кворум|наличи\w+[ ]кворума", re.IGNORECASE)
_N = rf"(?P<n>\d{{1,5}}|{_WORD_COUNT})(?![\w%.,]*\d)(?![ ]\d{{3}}(?!\d))(?![ ]?(?:%|кв|м2|м²|процент|руб))"
_MEMBERS = (
    r"(?:член\w*|участник\w*|депутат\w*|собственник\w*|акционер\w*|представител\w*|человек|"
    r"организаци\w*|делегат\w*)"
)
_TOTAL = tuple(
    re.compile(p, re.IGNORECASE)
    for p in (
        (
            rf"(?<!\w)из[ ](?:общего[ ]числа[ ])?{_N}[ ]?(?:[а-яё-]+[ ]){{0,2}}(?:{_MEMBERS}|присутств|$|[.,(]|"
            rf"избранн|имеющ)"
        ),
        rf"состо(?:ит|ят)[ ]{_N}[ ]?{_MEMBERS}",
        rf"(?:утвержд[её]н|избран)\w*[ ]в[ ](?:количестве|составе)[ ]{_N}",
        (
            rf"(?:всего|общее[ ](?:число|количество)|списочн\w+[ ]состав\w*|состав\w*|численность|избран\w*|"
            rf"зарегистрирован\w*|насчитыва\w+|количество)"
            rf"[ ][^.;\d]{{0,110}}?[-–—: ][ ]?{_N}"
        ),
    )
)
_SAYS_PRESENT = re.compile(r"присутств|принявш|приняли|голосов[ ]|площад", re.IGNORECASE)
_PRESENT = tuple(
    re.compile(p, re.IGNORECASE)
    for p in (
        rf"{_N}[ ]из[ ](?:общего[ ]числа[ ])?\d{{1,5}}[ ](?:[а-яё-]+[ ]){{0,2}}{_MEMBERS}",
        rf"присутств\w+(?:[^.;\d]{{0,140}}?)[-–—: ][ ]?{_N}",
        rf"(?:принявш\w+|приняли|принимают|принял\w+)[ ]участие[^.;\d]{{0,90}}?[-–—: ][ ]?{_N}",
        rf"(?:явил\w+|зарегистрирова\w+|участву\w+|в наличии)[^.;\d]{{0,60}}?[-–—: ][ ]?{_N}",
        rf"бюллетен\w+[^.;\d]{{0,60}}?(?:поступил\w*|получен\w*)[^.;\d]{{0,20}}?[ ]{_N}",
        rf"{_N}[ ]?(?:[а-яё-]+[ ]){{0,4}}(?:присутству\w+|приняли участие)",
    )
)


def read_quorum(text: str) -> QuorumReading | None:
    """Return the quorum stated in a text of one sentence or several; null where it says neither «кворум», «правомочно» nor both counts."""
    bad = _NOT_REACHED.search(text)
    good = _REACHED.search(text) or _LAWFUL.search(text)
    present = _first(_PRESENT, text)
    total = _first(_TOTAL, text, taken=present)
    if bad is None and good is None and (present is None or total is None):
        return None
    spans = [m.span() for m in (bad, good) if m]
    spans += [m.span() for m in (total, present) if m]
    return QuorumReading(
        min(s for s, _ in spans), max(e for _, e in spans), _n(total), _n(present), None if bad is None and good is None else bad is None,
    )  # fmt: skip


def _first(
    patterns: tuple[re.Pattern[str], ...], text: str, taken: re.Match[str] | None = None
) -> re.Match[str] | None:
    for pattern in patterns:
        for match in pattern.finditer(text):
            if taken is None:
                return match
            if match.start("n") != taken.start("n") and not _SAYS_PRESENT.search(text, match.start(), match.start("n")):
                return match
    return None


def _n(match: re.Match[str] | None) -> int | None:
    return count_of(match["n"]) if match else None
