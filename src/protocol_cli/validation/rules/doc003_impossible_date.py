"""DOC003: the date of the document does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.validation.editions import Requisite
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule


def check(paper: Paper) -> Iterator[Found]:
    for part in paper.parts:
        for date in paper.dates:
            if date.impossible and part.start <= date.start < part.head_end:
                yield Found(paper.span(date.start, date.end), {"text": date.text}, part.address)


RULE = Rule(
    code="DOC003",
    name="impossible-date",
    severity=Severity.ERROR,
    checks=Phrase("такой даты документа нет в календаре", "The date of the document does not exist"),
    message=Phrase("даты {text} нет в календаре", "there is no such date as {text}"),
    why=Phrase(
        "по несуществующей дате документ нельзя назвать, и сроки от неё не посчитать",
        "a paper cannot be named by a date that does not exist, nor terms counted from it",
    ),
    mend=Phrase("исправьте число или месяц", "mend the day or the month"),
    wrong="31.06.2021 № 43-1186",
    right="30.06.2021 № 43-1186",
    check=check,
    requisite=Requisite.DATE,
)
