"""LTR015: the letter asks for something without a term."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.validation.assignments import speaks_of_term
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule


def check(paper: Paper) -> Iterator[Found]:
    for item in paper.items:
        request = item.assignment
        if item.part is paper.letter and request.deadline is None and not speaks_of_term(paper, request):
            yield Found(request.span, address=item.address)


RULE = Rule(
    code="LTR015",
    name="request-without-term",
    severity=Severity.INFO,
    checks=Phrase("письмо просит о чём-то без срока", "The letter asks for something without a term"),
    message=Phrase("просьба без срока", "a request without a term"),
    why=Phrase("без срока просьбу не поставить на контроль", "without a term it cannot be controlled"),
    mend=Phrase("назовите дату: «в срок до 15 мая 2021 г.»", "name a day"),
    wrong="Просим направить сведения.",
    right="Просим направить сведения в срок до 15 мая 2021 г.",
    check=check,
    source=Phrase("практика делопроизводства", "office practice"),
)
