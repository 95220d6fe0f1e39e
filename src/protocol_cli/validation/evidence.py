"""What in the text speaks against calling something missing: the reading may have overlooked it.

A rule that misses something is an error only where nothing in the text could be it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from protocol_cli.models import Grounded

_MONTH = r"(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)"
_DATE = re.compile(
    rf"\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}|\d[ -]\d{{1,2}}[ -](?:19|20)\d\d|\d[»”\"\s]{{1,4}}{_MONTH}|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_BLANK = re.compile(r"_{2,}")
_REFERENCE_LINE = re.compile(r"(?im)^[^\n]*?\bна\s{0,3}(?:№|N\b)[^\n]*|^\s*на\s*$|^\s*на\s*_+[^\n]*")
_NUMBER = re.compile(r"№\s?[\w/-]*\w|\bN\s?\d|\b[Ии]сх|\b[\w]+[-/][\w/-]*\d|\d[-/]\w")
_NAME = re.compile(
    r"[А-ЯЁA-Z]\.\s?(?:[А-ЯЁA-Z]\.)?\s?[А-ЯЁ][А-ЯЁа-яё-]{2,}|[А-ЯЁ][А-ЯЁа-яё-]{2,}\s{1,3}[А-ЯЁA-Z]\.\s?[А-ЯЁA-Z]?"
    r"|[А-ЯЁ]\s[А-ЯЁ]\s[А-ЯЁ][а-яё-]{2,}|[А-ЯЁ][а-яё]+\s+[А-ЯЁ][а-яё]+\s+[А-ЯЁ][а-яё]+(?:ич|на|оглы|кызы)\b"
)
_POST = re.compile(
    r"директор|начальник|руководител|президент|председател|глав[аыу]\b|министр|заместител|заведующ|ректор|\bи\.\s?о\.|"
    r"врио|секретар|бухгалтер|инженер|управляющ|губернатор|\bмэр|прокурор|судья|декан|аудитор|уполномоченн|ведущий|"
    r"специалист|консультант|советник|председательств|исполнительн|координатор|модератор",
    re.IGNORECASE,
)
_BODIES = (
    "департамент", "министерств", "администраци", "управлени", "комитет", "агентств", "служба", "службы", "инспекци",
    "общество", "союз", "ассоциаци", "фонд", "институт", "университет", "академи", "центр", "школ", "учрежден",
    "предприяти", "палат", "совет", "суд ", "прокуратур", "банк", "корпораци", "компани", "правительств", "дума",
    "комисси", "отдел", "товариществ", "кооператив", "больниц", "библиотек",
)  # fmt: skip
_FORM = re.compile(r"\b(?:[ПОЗ]?АО|ООО|ИП)\b")
_ADDRESSEE = re.compile(
    r"(?:руководител|начальник|директор|президент|министр|губернатор|ректор|прокурор|глав|заместител|председател|мэр|"
    r"секретар|депутат|координатор|специалист|работник|управляющ|владельц|собственник|житель|пользовател|операторам)"
    r"\w{0,6}(?:ам|ям|у|ю|е|ой|ому|ему)\b|\bг-н|\bгосподин|\bг-ж|уважаем|членам|\bвсем\b|всех\b|коллег|адресат|рассылк|"
    r"по списку|компани[ия]м|организаци[ия]м|учреждени[ия]м|участникам",
    re.IGNORECASE,
)
_PHONE = re.compile(r"\d[\d\s()-]{4,}\d|@|\bисп\b|исп\.|исполнитель", re.IGNORECASE)


def without_reference_line(head: str) -> str:
    """The head without the lines of «на № … от …»: their blanks are another requisite."""
    return _REFERENCE_LINE.sub("", head)


def may_have_date(text: str) -> bool:
    """Whether something in the text looks like a date, or a blank for one."""
    return _DATE.search(text) is not None or _BLANK.search(text) is not None


def may_have_number(text: str) -> bool:
    """Whether something looks like a registration number, or a blank for one."""
    return _NUMBER.search(text) is not None or _BLANK.search(text) is not None


def may_have_name(text: str) -> bool:
    """Whether somebody seems to be named."""
    return _NAME.search(text) is not None


def may_have_post(text: str) -> bool:
    """Whether a post seems to be named."""
    return _POST.search(text) is not None


def may_have_body(text: str) -> bool:
    """Whether a body or a company seems to be named."""
    lowered = text.lower()
    return any(word in lowered for word in _BODIES) or _FORM.search(text) is not None


def may_have_addressee(text: str) -> bool:
    """Whether somebody seems to be addressed."""
    return _ADDRESSEE.search(text) is not None


def may_have_contact(text: str) -> bool:
    """Whether there seems to be a phone, an address of mail, or the word «исполнитель»."""
    return _PHONE.search(text) is not None


def cut_out(text: str, start: int, places: Sequence[Grounded]) -> str:
    """The text, which begins at offset `start` of the document, without the places of these objects."""
    pieces: list[str] = []
    at = 0
    for node in sorted(places, key=lambda node: node.span.start):
        first, last = node.span.start - start, node.span.end - start
        if 0 <= first < len(text) and first >= at:
            pieces.append(text[at:first])
            at = min(last, len(text))
    pieces.append(text[at:])
    return "".join(pieces)
