"""LTR005: «на № … от …» is left blank on the form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocol_cli.validation.editions import Requisite
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule

_BLANK = re.compile(r"на\s?№\s?_{2,}(?:\s?от\s?_{2,})?", re.IGNORECASE)


def check(paper: Paper) -> Iterator[Found]:
    part = paper.letter
    match = _BLANK.search(paper.text, part.start, part.head_end) if part else None
    if part and match:
        yield Found(paper.span(match.start(), match.end()), {"text": match[0]}, part.address)


RULE = Rule(
    code="LTR005",
    name="reference-left-blank",
    severity=Severity.INFO,
    checks=Phrase("«на № … от …» на бланке не заполнено", "«на № … от …» is left blank on the form"),
    message=Phrase("«{text}» не заполнено", "{text!r} is not filled in"),
    why=Phrase(
        "на письме, которое начинает переписку, так и должно быть",
        "on a letter that begins a correspondence this is as it should be",
    ),
    mend=Phrase(
        "если это ответ, впишите номер и дату запроса",
        "if it is an answer, write in number and date of the request",
    ),
    wrong="на № _____ от _____",
    right="на № 57-2097 от 08.04.2021",
    check=check,
    requisite=Requisite.REFERENCE,
    on=False,
)
