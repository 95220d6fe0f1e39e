"""DUE011: the term hangs on an event without a day."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.models import DeadlineKind
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule
from protocol_cli.validation.terms import terms


def check(paper: Paper) -> Iterator[Found]:
    for item, term in terms(paper):
        if term.kind is DeadlineKind.EVENT and term.due is None:
            yield Found(term.span, {"text": term.text}, item.address)


RULE = Rule(
    code="DUE011",
    name="event-without-date",
    severity=Severity.INFO,
    checks=Phrase("срок зависит от события без даты", "The term hangs on an event without a day"),
    message=Phrase(
        "«{text}»: даты нет, на контроль ставить не к чему",
        "{text!r}: there is no day to control",
    ),
    why=Phrase(
        "контролёру нечего занести в графу «срок»",
        "the controller has nothing to enter as the term",
    ),
    mend=Phrase("добавьте крайнюю дату", "add a last day"),
    wrong="Срок – по мере необходимости",
    right="Срок – по мере необходимости, но не позднее 1 декабря 2021 года",
    check=check,
    source=Phrase("практика контроля исполнения", "practice of control"),
    on=False,
)
