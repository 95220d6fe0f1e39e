"""Registration lines: requisites 10 and 11 («06.05.2021 № 57-2751»), 12 («на № 12 от 05.06.2021»), ГОСТ Р 7.0.97-2016.

A blank that nobody filled in («« ___ » ______ 20__ г. № ____») says nothing: its date and number are null.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from protocol_cli.grammar.calendar_date import find_dates
from protocol_cli.grammar.document_anchors import NUMBER

_SIGN = r"(?:№|(?<!\w)(?:N|No|Nо|номер)(?!\w))"
_NUMBER = re.compile(
    rf"{_SIGN}[ ]?[.:]?[ ]?(?P<number>(?=[^ ]{{0,15}}\d){NUMBER})|(?<!\w)(?:исх|"
    rf"рег)\.?[ ]?:?[ ]?(?P<plain>(?=[^ ]{{0,15}}\d){NUMBER})"
    r"|^[ ]?(?P<code>Пр-\d+[А-ЯЁ]*)(?!\w)",
    re.IGNORECASE,
)
_LEADING = re.compile(
    rf"^[ ]?(?P<number>(?=[^ ]{{0,15}}\d)(?=[^ ]*[-/]){NUMBER})[ ]?(?:,[ ]?)?(?:от[ ])?$", re.IGNORECASE
)
_TRAILING = re.compile(rf"^[ ]?(?:г\.|года|г)?[ ]?(?P<number>(?=[^ ]{{0,15}}\d)(?=[^ ]*[-/]){NUMBER})[ ]?$")
_BLANK = re.compile(r"_{2,}|\.{4,}|…{2,}")
_IN_REPLY = re.compile(rf"(?<!\w)на[ ]?(?:Ваш\w*[ ]?)?(?:вх\.?[ ]?|исх\.?[ ]?)?{_SIGN}", re.IGNORECASE)
_REPLY_ITEM = re.compile(
    rf"(?:{_SIGN})[ ]?(?P<number>(?:(?=[^ ]{{0,15}}\d){NUMBER}(?:[ ]-[а-яё]{{1,4}}(?=[ ]от))?)?)(?P<gap>[_ ]{{0,40}})(?:от(?P<blank>[_ ]{{0,40}}))?",
    re.IGNORECASE,
)
_PLACE = re.compile(r"(?:г|пос|с|пгт|дер)\.[ ]?[А-ЯЁ]|^[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)?$")
_WORDS = re.compile(r"(?<!\w)[А-ЯЁа-яё]{3,}")
_MONTH = re.compile(
    r"(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр|янв|фев|мар|апр|"
    r"авг|сен|окт|ноя|дек)\w*",
    re.IGNORECASE,
)


# «На № 12-34/567 от 05.02.2021; 89 от 11.02.2021»
_NEXT_REPLY = re.compile(rf"[;,][ ]?(?P<number>(?=[^ ]{{0,15}}\d){NUMBER})[ ]от(?=[ ])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Registration:
    """Date and number of the paper with the spans at which they stand; null where the line has none."""

    date: dt.date | None = None
    date_start: int | None = None
    date_end: int | None = None
    number: str | None = None
    number_start: int | None = None
    number_end: int | None = None


@dataclass(frozen=True, slots=True)
class RepliedTo:
    """One pair of requisite 12 at `start:end`."""

    start: int
    end: int
    number: str | None
    date: dt.date | None


def read_registration(text: str) -> Registration:
    """Date and number of a registration line, in either order; what follows «на №» is no part of it."""
    reply = _IN_REPLY.search(text)
    own = text[: reply.start()] if reply else text
    dates = find_dates(own)
    date = next((d for d in dates if d.date is not None), dates[0] if dates else None)
    number = _number(own, (date.start, date.end) if date else None)
    return Registration(
        date.date if date else None,
        date.start if date else None,
        date.end if date else None,
        number[2] if number else None,
        number[0] if number else None,
        number[1] if number else None,
    )


def _number(text: str, date: tuple[int, int] | None) -> tuple[int, int, str] | None:
    for match in _NUMBER.finditer(text):
        group = next(g for g in ("number", "plain", "code") if match[g])
        start, end = match.span(group)
        if date and start < date[1] and date[0] < end:
            continue
        value = match[group].rstrip(" .,-–—/\\")
        return start, start + len(value), value
    if date is None:
        return None
    before = _LEADING.match(text[: date[0]])
    after = _TRAILING.match(text[date[1] :])
    if before:
        value = before["number"].rstrip(" .,-–—/\\")
        return before.start("number"), before.start("number") + len(value), value
    if after:
        value = after["number"].rstrip(" .,-–—/\\")
        return date[1] + after.start("number"), date[1] + after.start("number") + len(value), value
    return None


def read_in_reply_to(text: str) -> list[RepliedTo]:
    """Read the pairs of «на № … от …»: «На № 114/5-дсп от 04.10.2021, № 52-дсп от 11.10.2021» has two, a blank none."""
    head = _IN_REPLY.search(text)
    if head is None:
        return []
    sign = re.compile(_SIGN, re.IGNORECASE).search(text, head.start() + 2)
    assert sign is not None
    dates = find_dates(text)
    starts = list(_REPLY_ITEM.finditer(text, sign.start()))
    found: list[RepliedTo] = []
    for i, match in enumerate(starts):
        limit = starts[i + 1].start() if i + 1 < len(starts) else len(text)
        number = match["number"].rstrip(" .,-–—/\\") or None
        date = next((d for d in dates if match.end("number") <= d.start < min(limit, match.end() + 4)), None)
        if number is None and (date is None or date.date is None):
            continue
        end = date.end if date else match.end("number")
        found.append(RepliedTo(match.start(), end, number, date.date if date else None))
    tail = found[-1].end if found else len(text)
    for match in _NEXT_REPLY.finditer(text, tail):
        date = next((d for d in dates if match.end("number") <= d.start <= match.end() + 1), None)
        if date is not None and match.start() <= tail + 2:
            found.append(RepliedTo(match.start("number"), date.end, match["number"], date.date))
            tail = date.end
    return found


def is_in_reply_line(text: str) -> float:
    """How surely (0–1) a line is requisite 12, filled in or blank."""
    stripped = text.strip()
    match = _IN_REPLY.match(stripped)
    if match is None:
        return 0.0
    rest = stripped[match.end() :]
    return 1.0 if not _WORDS.search(re.sub(r"\bот\b", "", rest)) else 0.6


def is_registration_line(text: str) -> float:
    """How surely (0–1) a line holds the paper's own date or number and nothing else.

    «06.05.2021 № 57-2751» 1.0; a date alone 0.5; «приказом от 06.05.2019 № 392-р» 0.0.
    """
    stripped = text.strip()
    if not stripped or len(stripped) > 120 or _IN_REPLY.match(stripped):
        return 0.0
    found = read_registration(stripped)
    blank = _BLANK.search(stripped) is not None and re.search(_SIGN, stripped) is not None
    if found.date_start is None and found.number is None and not blank:
        return 0.0
    rest = stripped
    for start, end in sorted(
        (s for s in ((found.date_start, found.date_end), (found.number_start, found.number_end)) if s[0] is not None),
        reverse=True,
    ):
        rest = rest[:start] + " " + rest[end:]
    rest = re.sub(
        r"(?<!\w)(?:от|исх|рег|вх|дата|номер|регистрационный|года?|г)(?!\w)\.?|№|[«»\"_.,:/–—-]|\d",
        " ",
        rest,
        flags=re.IGNORECASE,
    )
    rest = " ".join(_MONTH.sub(" ", rest).split())
    others = 0 if not rest or _PLACE.search(rest) else len(_WORDS.findall(rest))
    if others > 2:
        return 0.0
    score = {0: 0.0, 1: 0.5, 2: 1.0}[(found.date_start is not None) + (found.number is not None)]
    return max(0.0, (0.7 if blank and not score else score) - 0.25 * others)
