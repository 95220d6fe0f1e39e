"""DOC002: the place for the date is not filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocol_cli.validation.editions import Requisite
from protocol_cli.validation.evidence import without_reference_line
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule

_BLANK = re.compile(
    r"[«\"“„]\s?_{1,}\s?[»\"”]\s?(?:_{2,}|[а-я]{3,8})(?:\s?(?:19|20)[\d_]{0,4})?|\b(?:от|дата:?)\s?_{3,}|_{2,}\.\s?_{2,}\.\s?[\d_]{2,}",
    re.IGNORECASE,
)


def check(paper: Paper) -> Iterator[Found]:
    for part in paper.parts:
        if part.content.date is not None:
            continue
        match = _BLANK.search(without_reference_line(paper.head(part)))
        if match:
            place = paper.locate(match[0], part.start, part.head_end, paper.opening(part))
            yield Found(place, {"text": " ".join(match[0].split())}, part.address)


RULE = Rule(
    code="DOC002",
    name="date-left-blank",
    severity=Severity.WARNING,
    checks=Phrase("место для даты не заполнено", "The place for the date is not filled in"),
    message=Phrase("дата не заполнена: «{text}»", "the date is not filled in: {text!r}"),
    why=Phrase(
        "бланк подписан или разослан без даты: документ не зарегистрирован",
        "the form was signed or sent without a date: the paper is not registered",
    ),
    mend=Phrase("впишите дату", "write the date in"),
    wrong="«___» ________ 2021 г. № 43-1186",
    right="06.05.2021 № 43-1186",
    check=check,
    requisite=Requisite.DATE,
)
