"""DUE001: an order has no term."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.validation.assignments import first_word, is_order, speaks_of_term
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.lexicon import CONSTATIVE
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule


def check(paper: Paper) -> Iterator[Found]:
    for item in paper.items:
        order = item.assignment
        if item.part is paper.letter or order.deadline is not None or paper.meeting(item.part) is not None:
            continue
        to_do = is_order(order) or (order.responsible and first_word(order) not in CONSTATIVE)
        if to_do and not order.control and not speaks_of_term(paper, order):
            place = paper.locate(" ".join(order.text.split()[:1]), order.span.start, order.span.end, order.span)
            yield Found(place, address=item.address)


RULE = Rule(
    code="DUE001",
    name="no-deadline",
    severity=Severity.WARNING,
    checks=Phrase("у поручения нет срока", "An order has no term"),
    message=Phrase("срок не указан", "no term is given"),
    why=Phrase(
        "без срока поручение не поставить на контроль; по общему правилу федеральных органов это один месяц",
        "without a term it cannot be controlled; the general rule of federal bodies is one month",
    ),
    mend=Phrase("укажите «Срок – до …» или «постоянно»", "give «Срок – до …», or «постоянно»"),
    wrong="1. Подготовить план мероприятий. Ответственный – отдел кадров.",
    right="1. Подготовить план мероприятий. Ответственный – отдел кадров. Срок – до 31 мая 2021 года.",
    check=check,
    source=Phrase(
        "Типовой регламент взаимодействия федеральных органов (пост. № 30 от 19.01.2005)",
        "model regulation of federal bodies (decree № 30 of 19.01.2005)",
    ),
)
