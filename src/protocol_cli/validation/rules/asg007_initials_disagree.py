"""ASG007: who answers has other initials than in the list of participants."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.models import Person
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.names import agree, are_one, family_of
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule


def check(paper: Paper) -> Iterator[Found]:
    known = {part.start: list(paper.people(part)) for part in paper.protocols}
    told: set[str] = set()
    for item in paper.items:
        for responsible in item.assignment.responsible:
            person = responsible.person
            if person is None or not person.given_name or person.name in told:
                continue
            namesakes = [other for other in known.get(item.part.start, []) if family_of(other) == family_of(person)]
            if len(namesakes) == 1 and not are_one(namesakes[0], person) and _one_letter_off(namesakes[0], person):
                told.add(person.name)
                yield Found(person.span, {"name": person.name, "other": namesakes[0].name}, item.address)


def _one_letter_off(first: Person, second: Person) -> bool:
    given = agree(first.given_name, second.given_name)
    patronymic = agree(first.patronymic_name, second.patronymic_name)
    return given != patronymic


RULE = Rule(
    code="ASG007",
    name="initials-disagree",
    severity=Severity.INFO,
    checks=Phrase(
        "у ответственного не те инициалы, что в списке участников",
        "Who answers has other initials than in the list of participants",
    ),
    message=Phrase(
        "в поручении {name}, в списке – {other}",
        "the assignment says {name}, the list {other}",
    ),
    why=Phrase(
        "скорее всего, один человек и описка в инициалах",
        "most likely one person and a slip in the initials",
    ),
    mend=Phrase("сверьте инициалы", "check the initials"),
    wrong="ПРИСУТСТВОВАЛИ: Берестова И.Г. … Ответственный – Берестова И.П.",
    right="ПРИСУТСТВОВАЛИ: Берестова И.Г. … Ответственный – Берестова И.Г.",
    check=check,
    source=Phrase("практика делопроизводства", "office practice"),
)
