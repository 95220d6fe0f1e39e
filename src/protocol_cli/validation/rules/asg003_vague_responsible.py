"""ASG003: who answers is named vaguely."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.lexicon import VAGUE_NAMES
from protocol_cli.validation.names import folded
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule


def check(paper: Paper) -> Iterator[Found]:
    for item in paper.items:
        for responsible in item.assignment.responsible:
            if responsible.person is None and folded(responsible.name) in VAGUE_NAMES:
                span = item.assignment.span
                place = paper.locate(responsible.text, span.start, span.end, span)
                yield Found(place, {"name": responsible.name}, item.address)


RULE = Rule(
    code="ASG003",
    name="vague-responsible",
    severity=Severity.WARNING,
    checks=Phrase("ответственный назван неопределённо", "Who answers is named vaguely"),
    message=Phrase("«{name}»: неясно, о ком речь", "{name!r}: one cannot tell who is meant"),
    why=Phrase(
        "«всем», «заинтересованным лицам» – значит никому",
        "«to all», «to those concerned» means to nobody",
    ),
    mend=Phrase("назовите должности или фамилии", "name posts or persons"),
    wrong="Ответственные – заинтересованные лица",
    right="Ответственные – отдел кадров, бухгалтерия",
    check=check,
    source=Phrase("практика контроля исполнения", "practice of control"),
)
