"""ASG005: who answers is named by the surname alone."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.names import family_of
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule


def check(paper: Paper) -> Iterator[Found]:
    told: set[str] = set()
    for item in paper.items:
        for responsible in item.assignment.responsible:
            person = responsible.person
            if person is None or person.given_name or person.position or len(responsible.text.split()) > 1:
                continue
            if family_of(person) not in told:
                told.add(family_of(person))
                yield Found(person.span, {"name": person.name}, item.address)


RULE = Rule(
    code="ASG005",
    name="surname-alone",
    severity=Severity.INFO,
    checks=Phrase("ответственный назван одной фамилией", "Who answers is named by the surname alone"),
    message=Phrase("{name}: нет ни инициалов, ни должности", "{name}: neither initials nor post"),
    why=Phrase("однофамильцев не различить", "namesakes cannot be told apart"),
    mend=Phrase("добавьте инициалы", "add the initials"),
    wrong="Ответственный – Берестова",
    right="Ответственный – Берестова И.Г.",
    check=check,
    source=Phrase("практика контроля исполнения", "practice of control"),
)
