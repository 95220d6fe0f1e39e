"""ASG001: an order names nobody to carry it out."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.validation.assignments import is_order, names_somebody
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule


def check(paper: Paper) -> Iterator[Found]:
    for item in paper.items:
        order = item.assignment
        if item.part is paper.letter or order.responsible or order.lead or order.control:
            continue
        # What a statutory meeting resolves is no order to anybody.
        if is_order(order) and not names_somebody(paper, order) and paper.meeting(item.part) is None:
            yield Found(
                paper.locate(order.text.split()[0], order.span.start, order.span.end, order.span), address=item.address
            )


RULE = Rule(
    code="ASG001",
    name="no-responsible",
    severity=Severity.WARNING,
    checks=Phrase("у поручения нет ответственного", "An order names nobody to carry it out"),
    message=Phrase("не сказано, кто исполняет", "it is not said who has to act"),
    why=Phrase(
        "поручение без исполнителя не исполнит никто и спросить не с кого",
        "an order to nobody is carried out by nobody",
    ),
    mend=Phrase("назовите ответственного: «Ответственный – …»", "name who answers: «Ответственный – …»"),
    wrong="1. Подготовить план мероприятий. Срок – до 31 мая 2021 года.",
    right="1. Подготовить план мероприятий. Ответственный – отдел кадров. Срок – до 31 мая 2021 года.",
    check=check,
    source=Phrase("практика контроля исполнения", "practice of control"),
)
