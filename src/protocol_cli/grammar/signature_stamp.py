"""The mark of the electronic signature (requisite 23, ГОСТ Р 7.0.97-2016, 5.23).

«ДОКУМЕНТ ПОДПИСАН ЭЛЕКТРОННОЙ ПОДПИСЬЮ Сертификат 01D7… Владелец Самойлов К.А. Действителен с 14.10.2021 по
14.01.2023», on one line or several, with or without colons, in any order.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from protocol_cli.grammar.calendar_date import find_dates

_MARK = re.compile(
    r"подписано?[ ]+(?:усиленной[ ]+)?(?:квалифицированной[ ]+)?(?:электронн|ЭП\b|ЭЦП\b|УКЭП\b)", re.IGNORECASE
)
_CERTIFICATE = re.compile(
    r"сертификат\w*(?:[ ]*(?:ключа[ ]+проверки[ ]+(?:ЭП|электронной[ ]+подписи)|ЭП|подписи|"
    r"серийный[ ]+номер|номер|№))*[ ]*[:№]*[ ]*"
    r"(?P<value>(?!сертификат)[0-9A-Fa-fАВСЕ][0-9A-Fa-fАВСЕ:]*(?:[ ][0-9A-Fa-f]{2,}(?![\w.]))*)",
    re.IGNORECASE,
)
_SERIAL = re.compile(
    r"(?:серийный[ ]+номер|" r"номер[ ]+сертификата)[ ]*:?[ ]*(?P<value>[0-9A-Fa-f]{8,}(?:[ ][0-9A-Fa-f]{2,})*)",
    re.IGNORECASE,
)
_OWNER = re.compile(
    r"(?:владел(?:ец|ьца)(?:[ ]+сертификата)?|подписант|подписал|кому[ ]+выдан)[ ]*:?[ ]*"
    r"(?P<value>[А-ЯЁ][А-ЯЁа-яё-]+(?:[ ]+(?:[А-ЯЁ]\.[ ]?(?:[А-ЯЁ]\.)?|[А-ЯЁ][А-ЯЁа-яё-]+))*)"
)
_STOP = re.compile(
    r"[ ]+(?:ДЕЙСТВИТЕЛ|СЕРТИФИКАТ|ДОЛЖНОСТЬ|Действител|Сертификат|Должность|Дата|Срок|Организация|" r"Серийный|Выдан)"
)
_VALID = re.compile(r"действител\w*|срок[ ]+действия|период[ ]+действия", re.IGNORECASE)
_FROM = re.compile(r"(?<!\w)с[ ]*:?[ ]*$", re.IGNORECASE)
_TO = re.compile(r"(?<!\w)(?:по|до)[ ]*:?[ ]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class StampField:
    """What a field of the stamp says and where it stands."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class SignatureStamp:
    """Certificate, its owner and the days of its validity; null where the stamp does not say."""

    certificate: StampField | None = None
    owner: StampField | None = None
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    start: int = 0
    end: int = 0


def is_stamp(text: str) -> bool:
    """Tell whether a text says «подписан электронной подписью», letter case and line breaks apart."""
    return _MARK.search(" ".join(text.split())) is not None


def read_stamp(text: str) -> SignatureStamp | None:
    """Return the stamp in a text (line breaks allowed), or null when it is no such mark."""
    flat = text.replace("\n", " ").replace("\xa0", " ").replace("\t", " ")
    certificate = _certificate(flat)
    owner = _owner(flat)
    mark = _MARK.search(flat)
    valid_from, valid_to, last = _validity(flat)
    if mark is None and not (owner and (certificate or valid_to)):
        return None
    ends = [f.end for f in (certificate, owner) if f] + ([mark.end()] if mark else []) + ([last] if last else [])
    starts = [f.start for f in (certificate, owner) if f] + ([mark.start()] if mark else [])
    return SignatureStamp(certificate, owner, valid_from, valid_to, min(starts), max(ends))


def _certificate(text: str) -> StampField | None:
    for pattern in (_CERTIFICATE, _SERIAL):
        for match in pattern.finditer(text):
            value = match["value"].strip()
            if sum(c.isdigit() for c in value) >= 4 and len(value) >= 8:
                return StampField(match.start("value"), match.start("value") + len(value), value)
    return None


def _owner(text: str) -> StampField | None:
    match = _OWNER.search(text) or re.compile(_OWNER.pattern, re.IGNORECASE).search(text)
    if match is None:
        return None
    value = match["value"]
    stop = _STOP.search(value)
    value = " ".join(value[: stop.start()].split()) if stop else " ".join(value.split())
    words = value.split(" ")[:4]
    value = " ".join(words)
    return StampField(
        match.start("value"), match.start("value") + (stop.start() if stop else len(match["value"])), value
    )


def _validity(text: str) -> tuple[dt.date | None, dt.date | None, int | None]:
    label = _VALID.search(text)
    if label is None:
        return None, None, None
    start: dt.date | None = None
    finish: dt.date | None = None
    last: int | None = None
    for found in find_dates(text):
        if found.start < label.end():
            continue
        before = text[max(0, found.start - 8) : found.start]
        if _TO.search(before):
            finish, last = found.date, found.end
        elif _FROM.search(before) or start is None:
            start, last = found.date, found.end
        elif finish is None and re.search(r"[-–—][ ]*$", before):
            finish, last = found.date, found.end
        if start and finish:
            break
    return start, finish, last
