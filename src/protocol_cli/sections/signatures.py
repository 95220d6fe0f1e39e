"""Signature blocks of any layout: post and name in one line, post above the name, over two lines, with «и.о.»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protocol_cli.grammar.persons import PersonName, find_persons
from protocol_cli.layout.joining import join_lines
from protocol_cli.layout.passage import Passage, join
from protocol_cli.layout.text_rows import TextRow
from protocol_cli.models import Person
from protocol_cli.outline.patterns import POST
from protocol_cli.sections.paper import Paper
from protocol_cli.sections.people import person_of, trim

_NO_WORD = re.compile(r"подпись|печать|ЭЦ?П|[МM]\.? ?[ПP]|[^А-Яа-яЁё]{0,6}", re.IGNORECASE)
_FRAME = " _/\\()[]|.,:–—-"
_NOISE = re.compile(
    r"_{2,}|\b[Мм]\. ?[Пп]\.|\(?печать\)?|\(подпись\)|\(расшифровка[^)]*\)|подпись|/(?=[А-ЯЁ_ ])|(?<=[.а-яё])/(?![а-яё])|п/п(?= |$)"
)
_STAMP = re.compile(
    r"документ подписан|электронн\w+(?:-цифров\w+)? подпис|сертификат|владелец|действител[еь]|серийный номер|"
    r"удостоверяющ|^ДОКУМЕНТ$|^ПОДПИС|подлинник|подписанн\w+ ЭЦ?П|хранится в системе|кому выдан",
    re.IGNORECASE,
)
_HANDED = re.compile(r"(?:Передал|Принял|Получил|Верно|Выписка верна|Копия верна)[аи]?\s*:", re.IGNORECASE)
_AGREED = re.compile(r"Согласовано|Визы?\b|Завизировано", re.IGNORECASE)
_POLITE = re.compile(r"С (?:[а-яё]+ )?уважением(?: и [^,]{3,60})?[,.]?\s*", re.IGNORECASE)
_KEPT_BY = re.compile(r"(?:Протокол (?:в[её]л[аи]?|составил[аи]?|оформил[аи]?|подготовил[аи]?)|За протокол)\s*", re.IGNORECASE)
_DATE = re.compile(
    r"[«\"]?\d{1,2}[»\"]? ?(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|"
    r"декабря) ?\d{4} ?(?:г\.|года)?|\b\d{2}\.\d{2}\.\d{4}\b ?(?:г\.)?",
    re.IGNORECASE,
)


def read_signatories(paper: Paper, rows: Sequence[TextRow]) -> list[Person]:
    """Who signed: each name with the post written before it in its line or above it."""
    out: list[Person] = []
    post: list[Passage] = []
    for row in rows:
        inner = row.pieces[1:-1]
        kept = [
            p
            for p in row.pieces
            if not _STAMP.search(p.text) and not (p in inner and _NO_WORD.fullmatch(p.text.strip(_FRAME)))
        ]
        if not kept or _HANDED.match(kept[0].text):
            continue
        if out and _AGREED.match(kept[0].text):
            break  # those who agreed have not signed
        passage = join(kept)
        if kept_by := _KEPT_BY.match(passage.text):
            passage = passage[kept_by.end() :]
            post = []
        if polite := _POLITE.match(passage.text):
            passage = passage[polite.end() :]
            post = []
        passage = passage.without(_NOISE).without(_DATE)
        if not passage or not re.search(r"[А-Яа-яЁё]{2}", passage.text):
            continue
        names = find_persons(passage.text) or _first_and_last(passage.text)
        if not names:
            post.append(passage)
            continue
        beside = out[-1] if out else None
        if beside is not None and beside.position is None and len(post) == 1 and names[0].start == 0:
            out[-1] = beside.model_copy(update={"position": trim(post[0]).text})
            post = []
        for i, name in enumerate(names):
            before = passage[(names[i - 1].end if i else 0) : name.start]
            lines = [before] if i else [*post, before]
            after = passage[name.end :] if name is names[-1] else passage[:0]
            position = _position(lines)
            if not position and len(names) == 1 and re.match(r" ?[–—,-] ?\w", after.text):
                position = trim(after).text or None
            out.append(person_of(paper, passage, name, position=position))
        post = []
    if post and out and out[-1].position is None and _POST.match(post[0].text):
        out[-1] = out[-1].model_copy(update={"position": trim(post[0]).text})
    elif (
        post
        and out
        and out[-1].position is not None
        and len(post) <= 2
        and _continues_post(out[-1].position, post[0].text)
    ):
        out[-1] = out[-1].model_copy(update={"position": _join_post([out[-1].position, *(p.text for p in post)])})
    return out


_POST = re.compile(POST, re.IGNORECASE)


def _first_and_last(text: str) -> list[PersonName]:
    """«Пётр Гаврилов» alone on its line, the post below: the way of firms."""
    names = find_persons(text, first_last=True)
    return names if names and names[0].start == 0 and names[0].end == len(text.rstrip()) else []


def _position(lines: Sequence[Passage]) -> str | None:
    kept = [p for line in lines if (p := trim(line))]
    if not kept:
        return None
    whole = join_lines(kept)
    text = whole.text
    # a comma at the end of a line stays between the posts: «Глава администрации района, председатель комиссии»
    if len(kept) > 1:
        text = _join_post([line.strip().text for line in lines if line.strip()])
        text = text.strip(" ,.–—-")
    return (
        re.sub(r"(\w) ?- (?=[а-яё])", r"\1-", text)
        if re.search(r"[А-Яа-яЁё]{3}|(?:[А-ЯЁ]\. ?){2}|^ИП$", text)
        else None
    )


def _join_post(lines: Sequence[str]) -> str:
    return re.sub(r"\s+", " ", " ".join(lines)).strip()


def _continues_post(position: str, text: str) -> bool:
    return text[:1].islower() and len(text) < 80 and not position.endswith(".")
