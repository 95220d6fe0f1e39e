"""LTR013: «Уважаемый» does not agree with the patronymic."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocol_cli.models import Letter
from protocol_cli.validation.editions import Requisite
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule

_GREETING = re.compile(
    r"Уважаем(?P<ending>ый|ая)\s+[А-ЯЁ]\w+\s+[А-ЯЁ]\w*(?P<patronymic>ич|вна|чна|шна)\b", re.IGNORECASE
)


def check(paper: Paper) -> Iterator[Found]:
    part = paper.letter
    greeting = part.content.salutation if part and isinstance(part.content, Letter) else None
    match = _GREETING.match(greeting or "")
    if part and greeting and match and (match["ending"].lower() == "ый") != (match["patronymic"].lower() == "ич"):
        place = paper.locate(greeting.split()[0], part.start, part.end, paper.opening(part))
        yield Found(place, {"text": greeting}, part.address)


RULE = Rule(
    code="LTR013",
    name="greeting-gender",
    severity=Severity.WARNING,
    checks=Phrase(
        "«Уважаемый» не согласовано с отчеством",
        "«Уважаемый» does not agree with the patronymic",
    ),
    message=Phrase(
        "«{text}»: обращение не согласовано с отчеством",
        "{text!r}: the greeting does not agree with the patronymic",
    ),
    why=Phrase(
        "описка в первой строке обидна и заметна",
        "a slip in the first line is seen and resented",
    ),
    mend=Phrase("исправьте окончание обращения", "mend the ending"),
    wrong="Уважаемый Марина Викторовна!",
    right="Уважаемая Марина Викторовна!",
    check=check,
    requisite=Requisite.TEXT,
)
