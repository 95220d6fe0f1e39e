"""DUE003: the day of the term does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule
from protocol_cli.validation.terms import impossible_terms


def check(paper: Paper) -> Iterator[Found]:
    for item, place, text in impossible_terms(paper):
        yield Found(place, {"text": text}, item.address)


RULE = Rule(
    code="DUE003",
    name="impossible-deadline",
    severity=Severity.ERROR,
    checks=Phrase("даты срока нет в календаре", "The day of the term does not exist"),
    message=Phrase("{text}: такой даты нет в календаре", "{text}: there is no such date"),
    why=Phrase(
        "срок, которого нет, нельзя ни исполнить, ни нарушить",
        "a term that does not exist can be neither kept nor broken",
    ),
    mend=Phrase("исправьте число или месяц", "mend the day or the month"),
    wrong="Срок – до 31 июня 2021 года",
    right="Срок – до 30 июня 2021 года",
    check=check,
    source=Phrase("практика контроля исполнения", "practice of control"),
)
