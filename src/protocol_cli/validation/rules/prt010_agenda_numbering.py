"""PRT010: a number of the agenda is skipped or repeated."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.models import Protocol
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.numbering import breaks
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule


def check(paper: Paper) -> Iterator[Found]:
    for part in paper.protocols:
        if isinstance(part.content, Protocol):
            for found in breaks(paper, ((item.number, None, item.span) for item in part.content.agenda)):
                yield Found(found.place, {"before": found.before, "number": found.number}, part.address)


RULE = Rule(
    code="PRT010",
    name="agenda-numbering",
    severity=Severity.WARNING,
    checks=Phrase(
        "в нумерации повестки пропуск или повтор",
        "A number of the agenda is skipped or repeated",
    ),
    message=Phrase(
        "в повестке после вопроса {before} идёт вопрос {number}",
        "in the agenda item {before} is followed by item {number}",
    ),
    why=Phrase("на вопросы ссылаются по номеру", "matters are referred to by number"),
    mend=Phrase("исправьте номера", "mend the numbers"),
    wrong="ПОВЕСТКА: 1. … 3. …",
    right="ПОВЕСТКА: 1. … 2. …",
    check=check,
    source=Phrase("практика делопроизводства", "office practice"),
)
