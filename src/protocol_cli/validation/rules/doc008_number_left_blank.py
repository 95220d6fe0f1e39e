"""DOC008: the place for the number is not filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocol_cli.validation.editions import Requisite
from protocol_cli.validation.evidence import without_reference_line
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule

_BLANK = re.compile(r"(?:№|\bN)\s?_{2,}", re.IGNORECASE)


def check(paper: Paper) -> Iterator[Found]:
    for part in paper.parts:
        match = _BLANK.search(without_reference_line(paper.head(part))) if part.content.number is None else None
        if match:
            # The same blank may stand in «на № …» above: the last one in the head is the paper's own, or as good.
            at = paper.text.rfind(match[0], part.start, part.head_end)
            yield Found(paper.span(at, at + len(match[0])), {"text": match[0]}, part.address)


RULE = Rule(
    code="DOC008",
    name="number-left-blank",
    severity=Severity.WARNING,
    checks=Phrase("место для номера не заполнено", "The place for the number is not filled in"),
    message=Phrase("номер не заполнен: «{text}»", "the number is not filled in: {text!r}"),
    why=Phrase(
        "бланк подписан или разослан без регистрации",
        "the form was signed or sent without being registered",
    ),
    mend=Phrase("впишите номер", "write the number in"),
    wrong="06.05.2021 № ______",
    right="06.05.2021 № 43-1186",
    check=check,
    requisite=Requisite.NUMBER,
)
