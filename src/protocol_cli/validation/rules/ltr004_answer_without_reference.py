"""LTR004: the letter is an answer, but does not say to which letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocol_cli.models import Letter
from protocol_cli.validation.editions import Requisite
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule

_WORDS = ("в ответ на", "на ваш")
_ANSWER = re.compile(
    r"(?:\bв ответ на|\bна ваш[еу]?)\s+(?:ваш[еу]?\s+)?(?:\w+\s+)?(?:запрос|письмо|обращение)\w*", re.IGNORECASE
)
_TOLD = re.compile(r"№|\bот\s+«?\d|\d\.\d\d\.\d\d")
_NEAR = 200


def check(paper: Paper) -> Iterator[Found]:
    part = paper.letter
    if part is None or not isinstance(part.content, Letter) or part.content.in_reply_to:
        return
    match = _ANSWER.search(paper.text, part.head_end, part.end) if paper.says(part, _WORDS) else None
    if match is None or _TOLD.search(paper.text[match.start() : match.start() + _NEAR]):
        return
    yield Found(paper.span(match.start(), match.end()), {"text": " ".join(match[0].split())}, part.address)


RULE = Rule(
    code="LTR004",
    name="answer-without-reference",
    severity=Severity.WARNING,
    checks=Phrase(
        "письмо – ответ, но не сказано, на какое",
        "The letter is an answer, but does not say to which letter",
    ),
    message=Phrase(
        "это ответ («{text}»), а номер и дата запроса не названы",
        "it is an answer ({text!r}), but number and date of the request are not named",
    ),
    why=Phrase(
        "ответ не свяжут с запросом, и запрос останется на контроле",
        "the answer will not be matched with the request, which stays open",
    ),
    mend=Phrase("заполните «на № … от …»", "fill in «на № … от …»"),
    wrong="На Ваш запрос сообщаем …",
    right="на № 57-2097 от 08.04.2021 … На Ваш запрос сообщаем …",
    check=check,
    requisite=Requisite.REFERENCE,
)
