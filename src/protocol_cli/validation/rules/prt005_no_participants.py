"""PRT005: the protocol does not say who was present."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.validation.attached import protocol_of
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule

_PRESENT = (
    "присутств",
    "участник",
    "участв",
    "приглаш",
    "состав",
    "члены",
    "члена",
    "члено",
    "зарегистрир",
    "приняли участие",
)


def check(paper: Paper) -> Iterator[Found]:
    for part in paper.protocols:
        protocol = protocol_of(part)
        if protocol is None or protocol.participants or protocol.quorum or paper.says(part, _PRESENT):
            continue
        yield Found(paper.opening(part), address=part.address)


RULE = Rule(
    code="PRT005",
    name="no-participants",
    severity=Severity.WARNING,
    checks=Phrase(
        "в протоколе не сказано, кто присутствовал",
        "The protocol does not say who was present",
    ),
    message=Phrase("не сказано, кто присутствовал", "it is not said who was present"),
    why=Phrase(
        "неясно, чьё это решение и был ли кворум",
        "one cannot tell whose decision it is, nor whether there was a quorum",
    ),
    mend=Phrase("перечислите присутствовавших или приложите список", "list them, or attach a list"),
    wrong="ПРЕДСЕДАТЕЛЬ: Сухарева М.В. РЕШИЛИ: …",
    right="ПРЕДСЕДАТЕЛЬ: Сухарева М.В. ПРИСУТСТВОВАЛИ: … РЕШИЛИ: …",
    check=check,
    source=Phrase(
        "Правила делопроизводства, приказ Росархива от 22.05.2019 № 71",
        "Rosarchiv order of 22.05.2019 № 71",
    ),
)
