"""DOC012: the text names a date that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule
from protocol_cli.validation.terms import impossible_terms


def check(paper: Paper) -> Iterator[Found]:
    impossible = [date for date in paper.dates if date.impossible]
    if not impossible:
        return
    terms = {place.start for _, place, _ in impossible_terms(paper)}
    for date in impossible:
        in_head = any(part.start <= date.start < part.head_end for part in paper.parts)
        if not in_head and date.start not in terms:
            yield Found(paper.span(date.start, date.end), {"text": date.text})


RULE = Rule(
    code="DOC012",
    name="impossible-date-in-text",
    severity=Severity.WARNING,
    checks=Phrase(
        "в тексте есть дата, которой нет в календаре",
        "The text names a date that does not exist",
    ),
    message=Phrase("даты {text} нет в календаре", "there is no such date as {text}"),
    why=Phrase(
        "по описке в дате ссылку не проверить",
        "a reference with a slip in its date cannot be checked",
    ),
    mend=Phrase("исправьте число или месяц", "mend the day or the month"),
    wrong="во исполнение приказа от 31.04.2021 № 12",
    right="во исполнение приказа от 30.04.2021 № 12",
    check=check,
    source=Phrase("практика делопроизводства", "office practice"),
)
