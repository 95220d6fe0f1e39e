"""DUE008: a period ends before it begins."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule
from protocol_cli.validation.terms import terms


def check(paper: Paper) -> Iterator[Found]:
    for item, term in terms(paper):
        if term.start and term.due and term.start > term.due and not term.rrule:
            yield Found(term.span, {"text": term.text, "due": term.due, "start": term.start}, item.address)


RULE = Rule(
    code="DUE008",
    name="period-reversed",
    severity=Severity.WARNING,
    checks=Phrase("конец периода раньше начала", "A period ends before it begins"),
    message=Phrase("«{text}»: {due} раньше, чем {start}", "{text!r}: {due} is earlier than {start}"),
    why=Phrase("одна из дат – описка", "one of the dates is a slip"),
    mend=Phrase("исправьте одну из дат", "mend one of them"),
    wrong="с 15 по 1 июня 2021 года",
    right="с 1 по 15 июня 2021 года",
    check=check,
    source=Phrase("практика контроля исполнения", "practice of control"),
)
