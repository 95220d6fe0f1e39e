"""DUE004: the term is earlier than the paper itself."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.models import DeadlineKind
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule
from protocol_cli.validation.terms import terms


def check(paper: Paper) -> Iterator[Found]:
    for item, term in terms(paper):
        day = item.part.content.date
        if day and term.due and term.due < day and term.kind in (DeadlineKind.DATE, DeadlineKind.PERIOD):
            yield Found(term.span, {"due": term.due, "day": day}, item.address)


RULE = Rule(
    code="DUE004",
    name="deadline-before-paper",
    severity=Severity.WARNING,
    checks=Phrase("срок раньше самого документа", "The term is earlier than the paper itself"),
    message=Phrase(
        "срок {due} раньше документа ({day})",
        "the term {due} is earlier than the paper ({day})",
    ),
    why=Phrase(
        "такое поручение просрочено уже при рождении; чаще всего это описка в годе",
        "it is overdue from the start; mostly a slip in the year",
    ),
    mend=Phrase("исправьте дату срока", "mend the term"),
    wrong="ПРОТОКОЛ 16 апреля 2021 года … Срок – до 31 мая 2020 года",
    right="ПРОТОКОЛ 16 апреля 2021 года … Срок – до 31 мая 2021 года",
    check=check,
    source=Phrase("практика контроля исполнения", "practice of control"),
)
