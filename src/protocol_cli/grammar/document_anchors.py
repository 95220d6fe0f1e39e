"""Dates and numbers by which a document is named: «от 05.06.2021 № 12-р», «№ 745 от 05.12.2006 г.», «Пр-1067»."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from protocol_cli.grammar.calendar_date import FoundDate, find_dates
from protocol_cli.grammar.quotes import is_inside

# «57-2751», «190/1512», «ВП-П7-58пр», «20/ - 49», «02в/88», «66-66/001-66/001/318/2015-214/2»
NUMBER = (
    r"(?:[А-ЯЁ]{2}[ ](?=\d{6}))?[A-Za-zА-Яа-яЁё\d]{1,24}(?:[._]?[-–—/\\.][A-Za-zА-Яа-яЁё\d]{1,24}){0,9}@?"
    r"(?:[ ]?[-–—/][ ]?[-–—/]?[ ]?(?:\d{1,6}(?!\d|[ ]?(?:[а-яё]{3}|л(?:\.|ист)|с\.))|(?:рп|пп|пр|р|п|од|о|а|к|лс|ФЗ|ОЗ|ПС|"
    r"ОД|дсп)(?![\w]))){0,3}"
)
_SIGN = re.compile(
    rf"(?:№[ ]?№|№|(?<![\w-])(?:N|No|Nо|номер(?:ом)?)(?=[ ]?[\d])\.?)[ ]?(?P<number>(?=[^ ]{{0,15}}\d|"
    rf"б/н){NUMBER})",
    re.IGNORECASE,
)
_NO_NUMBER = re.compile(r"№[ ]?б/?н", re.IGNORECASE)
_MORE = re.compile(rf"[ ]?(?:,|и)[ ]?(?P<number>(?=[^ ]{{0,12}}\d){NUMBER})")
_BARE = re.compile(
    r"(?<![\w№/.-])(?P<number>"
    r"[А-ЯЁ]{1,3}\d?-[А-ЯЁ]?\d{1,3}-\d{1,6}[а-яё]{0,3}"  # ВП-П7-58пр, ДМ-П8-1234
    r"|Пр-\d{1,5}[А-ЯЁ]{0,3}"  # Пр-1067
    r"|[А-ЯЁ]{1,3}-\d{1,3}/\d{1,6}[а-яё]{0,3}"  # АК-17/3005
    r"|\d{1,4}-(?:ФЗ|ФКЗ|ОЗ|КЗ|рп|пп|р|п|пр|од|рг|пг)"  # 44-ФЗ, 392-р
    r")(?![\w/-])"
)
_FROM = re.compile(r"(?<!\w)от[ ]$", re.IGNORECASE)
_AFTER_DATE = re.compile(
    rf"[ ]?(?:г\.|года|г)?[ ]?,?[ ]?(?:за|под|исх\.?)?[ ]?(?P<sign>(?:№|N(?=[ ]?\d)|"
    rf"No\.?(?=[ ]?\d)))[ ]?(?P<number>б/н|(?=[^ ]{{0,15}}\d){NUMBER})"
)
_AFTER_DATE_BARE = re.compile(
    r"[ ](?P<number>\d{1,4}[-/][\dА-Яа-яё/-]{1,12}|[А-ЯЁ]{2,3}-\d{1,4}(?:/\d{1,5})?)(?![\w.])"
)
_BEFORE_DATE = re.compile(r"[ ]?,?[ ]?(?:от[ ])?$")
_LAW = re.compile(r"\d-Ф(?:К)?З$", re.IGNORECASE)
_SHORT_DATE = re.compile(
    r"(?<!\w)от[ ](?P<date>\d{1,2}[ ](?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|"
    r"октября|ноября|декабря)"
    r"(?:[ ](?:с\.[ ]?г\.|т\.[ ]?г\.|текущего года))?|\d{1,2}\.\d{2}\.?)(?=[ ](?:№|N[ ]?\d))"
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """Date and number at `start:end` (with «от»); `dated`: a date is written, though it may be no day or have no year.

    `signed`: the number has its «№»; `loose`: a date without «от», which only some words before it make an anchor;
    `law`: a bare «44-ФЗ».
    """

    start: int
    end: int
    date: dt.date | None
    number: str | None
    dated: bool = False
    signed: bool = False
    loose: bool = False
    law: bool = False


def find_anchors(text: str, quotes: list[tuple[int, int]]) -> list[Anchor]:
    """Every anchor of a line, left to right, those inside quotes left out; none overlaps another."""
    if not any(c.isdigit() for c in text):
        return []
    dates = find_dates(text)
    anchors: list[Anchor] = []
    taken = 0
    numbers = [*_SIGN.finditer(text)]
    bare = [*_BARE.finditer(text)]
    events: list[tuple[int, int, object]] = [(d.start, 0, d) for d in dates]
    events += [(m.start(), 1, m) for m in numbers] + [(m.start(), 2, m) for m in bare]
    events += [(m.start("date"), 3, m) for m in _SHORT_DATE.finditer(text)]
    events.sort(key=lambda e: e[:2])
    following = {d.start: d for d in dates}
    for start, order, event in events:
        if start < taken or is_inside(quotes, start):
            continue
        if isinstance(event, FoundDate):
            found = _from_date(text, event)
        else:
            assert isinstance(event, re.Match)
            found = _from_short_date(text, event) if order == 3 else _from_number(text, event, following, order == 2)
        if found:
            anchors += found
            taken = found[-1].end
    return anchors


def _clean(number: str) -> str | None:
    if re.fullmatch(r"б/?н", number, re.IGNORECASE):
        return None
    return re.sub(r"(?<=[-– ])Ф3$", "ФЗ", number.rstrip(" .-–—/\\"))  # a three for the letter is a common slip


def _from_date(text: str, found: FoundDate) -> list[Anchor] | None:
    """«от 05.06.2021 [№ 12]», «05.06.2021 № 12»."""
    with_from = _FROM.search(text, max(0, found.start - 4), found.start)
    start = with_from.start() if with_from else found.start
    number = _AFTER_DATE.match(text, found.end)
    bare = None if number or not with_from else _AFTER_DATE_BARE.match(text, found.end)
    hit = number or bare
    if hit:
        value = _clean(hit["number"])
        end = hit.start("number") + len(value or hit["number"])
        first = Anchor(start, end, found.date, value, dated=True, signed=number is not None)
        return [first, *_more(text, first)]
    return [Anchor(start, found.end, found.date, None, dated=True, loose=with_from is None)]


def _from_short_date(text: str, match: re.Match[str]) -> list[Anchor] | None:
    number = _AFTER_DATE.match(text, match.end())
    if number is None:
        return None
    value = _clean(number["number"])
    return [Anchor(match.start(), number.start("number") + len(value or ""), None, value, dated=True, signed=True)]


def _from_number(text: str, match: re.Match[str], dates: dict[int, FoundDate], bare: bool) -> list[Anchor] | None:
    """«№ 12 [от 05.06.2021]», «№№ 5, 6 и 7»; the date is not taken when it has a number of its own."""
    value = _clean(match["number"])
    end = match.start("number") + len(value or match["number"])
    gap = re.compile(r"[ ]?,?[ ]?(?:г\.[ ])?от[ ]|[ ](?=[«\d])").match(text, end)
    found = dates.get(gap.end()) if gap else None
    if found and not _AFTER_DATE.match(text, found.end):
        first = Anchor(match.start(), found.end, found.date, value, dated=True, signed=not bare)
        return [first]
    if value is None:
        return None
    first = Anchor(match.start(), end, None, value, signed=not bare, law=bare and _LAW.search(value) is not None)
    return [first, *_more(text, first)] if match[0].startswith(("№№", "№ №")) else [first]


def _more(text: str, first: Anchor) -> list[Anchor]:
    """Further numbers of «№№ 5, 6 и 7»."""
    if not re.search(r"№[ ]?№", text[first.start : first.end]):
        return []
    more: list[Anchor] = []
    end = first.end
    while match := _MORE.match(text, end):
        value = match["number"].rstrip(" .-–—/\\")
        end = match.start("number") + len(value)
        more.append(Anchor(match.start("number"), end, first.date, value, dated=first.dated, signed=True))
    return more
