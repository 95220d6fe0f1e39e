"""DUE007: «All the time» without a day to report."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.models import DeadlineKind
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule


def check(paper: Paper) -> Iterator[Found]:
    for item in paper.items:
        term = item.assignment.deadline
        if term is not None and term.kind is DeadlineKind.ONGOING and term.then is None:
            yield Found(term.span, {"text": term.text}, item.address)


RULE = Rule(
    code="DUE007",
    name="ongoing-without-report",
    severity=Severity.INFO,
    checks=Phrase("«постоянно» без срока отчёта", "«All the time» without a day to report"),
    message=Phrase("«{text}»: не сказано, когда отчитываться", "{text!r}: it is not said when to report"),
    why=Phrase("такой пункт остаётся на контроле навсегда", "such an item stays open for ever"),
    mend=Phrase("добавьте «с отчётом ежеквартально до 5 числа»", "add when to report"),
    wrong="Срок – постоянно",
    right="Срок – постоянно, с докладом ежеквартально",
    check=check,
    source=Phrase("практика контроля исполнения", "practice of control"),
    on=False,
)
