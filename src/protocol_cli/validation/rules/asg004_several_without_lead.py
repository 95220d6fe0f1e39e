"""ASG004: several answer, and no lead is marked."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule


def check(paper: Paper) -> Iterator[Found]:
    for item in paper.items:
        named = item.assignment.responsible
        told = paper.folded[item.assignment.span.start : item.assignment.span.end]
        if len(named) > 1 and not any(
            mark in told for mark in ("свод", "созыв", "обобщ", "совместно", "с участием", "соисполнител")
        ):
            span = item.assignment.span
            place = paper.locate(named[0].text, span.start, span.end, span)
            yield Found(place, {"count": len(named), "name": named[0].name}, item.address)


RULE = Rule(
    code="ASG004",
    name="several-without-lead",
    severity=Severity.INFO,
    checks=Phrase(
        "ответственных несколько, а головной не отмечен",
        "Several answer, and no lead is marked",
    ),
    message=Phrase(
        "ответственных {count}: головным считается первый – {name}",
        "{count} answer: the first leads – {name}",
    ),
    why=Phrase(
        "по общему правилу созыв за тем, кто назван первым",
        "as a rule the first named convenes the others",
    ),
    mend=Phrase("отметьте головного: «(свод)», «(созыв)»", "mark the lead: «(свод)», «(созыв)»"),
    wrong="Ответственные – отдел кадров, бухгалтерия",
    right="Ответственные – отдел кадров (созыв), бухгалтерия",
    check=check,
    source=Phrase(
        "Типовой регламент взаимодействия федеральных органов",
        "model regulation of federal bodies",
    ),
    on=False,
)
