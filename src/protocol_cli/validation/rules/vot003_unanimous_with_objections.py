"""VOT003: «Unanimously», though some were against or abstained."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.validation.attached import protocol_of
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule


def check(paper: Paper) -> Iterator[Found]:
    for part in paper.protocols:
        protocol = protocol_of(part)
        for vote in protocol.votes if protocol else ():
            against, abstained = vote.against or 0, vote.abstained or 0
            if vote.unanimous and against + abstained:
                yield Found(vote.span, {"against": against, "abstained": abstained}, part.address)


RULE = Rule(
    code="VOT003",
    name="unanimous-with-objections",
    severity=Severity.WARNING,
    checks=Phrase(
        "«единогласно», но есть голоса против или воздержавшиеся",
        "«Unanimously», though some were against or abstained",
    ),
    message=Phrase(
        "принято единогласно, но против – {against}, воздержались – {abstained}",
        "unanimous, but {against} against and {abstained} abstained",
    ),
    why=Phrase("одно из двух неверно", "one of the two is wrong"),
    mend=Phrase("исправьте числа или уберите «единогласно»", "mend the numbers, or remove the word"),
    wrong="Решение принято единогласно: за – 5, против – 1",
    right="Решение принято большинством голосов: за – 5, против – 1",
    check=check,
    source=Phrase("практика делопроизводства", "office practice"),
)
