"""DUE010: the following term is earlier than the first."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.models import DeadlineKind
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule
from protocol_cli.validation.terms import terms


def check(paper: Paper) -> Iterator[Found]:
    for item, term in terms(paper):
        then = term.then
        if then is None or then.kind is not DeadlineKind.DATE or term.kind is not DeadlineKind.DATE:
            continue
        if then.due and term.due and then.due < term.due:
            yield Found(then.span, {"later": then.due, "first": term.due}, item.address)


RULE = Rule(
    code="DUE010",
    name="later-term-is-earlier",
    severity=Severity.WARNING,
    checks=Phrase("следующий срок раньше первого", "The following term is earlier than the first"),
    message=Phrase(
        "следующий срок ({later}) раньше первого ({first})",
        "the following term ({later}) is earlier than the first ({first})",
    ),
    why=Phrase("одна из дат – описка", "one of the dates is a slip"),
    mend=Phrase("исправьте одну из дат", "mend one of them"),
    wrong="до 15 сентября (промежуточный), до 1 августа 2021 года (итоговый)",
    right="до 1 августа (промежуточный), до 15 сентября 2021 года (итоговый)",
    check=check,
    source=Phrase("практика контроля исполнения", "practice of control"),
)
