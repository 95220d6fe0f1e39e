"""PRT003: the protocol does not name the chair."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.validation.attached import protocol_of
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule
from protocol_cli.validation.statutory import COUNTED

_CHAIR = (
    "председат",
    "ведущ",
    "модератор",
    "под руководством",
    "проводил",
    "провел",
    "возглавл",
    "руководил",
    " вел ",
    " вела ",
)


def check(paper: Paper) -> Iterator[Found]:
    for part in paper.protocols:
        protocol = protocol_of(part)
        if protocol is None or protocol.chair is not None or paper.says(part, _CHAIR):
            continue
        severity = Severity.ERROR if paper.text and paper.meeting(part) in COUNTED else None
        yield Found(paper.opening(part), address=part.address, severity=severity)


RULE = Rule(
    code="PRT003",
    name="no-chair",
    severity=Severity.WARNING,
    checks=Phrase("в протоколе не назван председательствующий", "The protocol does not name the chair"),
    message=Phrase("не назван председательствующий", "the chair is not named"),
    why=Phrase(
        "он ведёт заседание и удостоверяет протокол; для собраний его требует закон",
        "the chair conducts the meeting and certifies the protocol; for statutory meetings the law asks for it",
    ),
    mend=Phrase("добавьте «Председатель – И.О. Фамилия»", "add «Председатель – …»"),
    wrong="ПРОТОКОЛ … ПРИСУТСТВОВАЛИ: …",
    right="ПРОТОКОЛ … ПРЕДСЕДАТЕЛЬ: Сухарева М.В. ПРИСУТСТВОВАЛИ: …",
    check=check,
    source=Phrase(
        "Правила делопроизводства, приказ Росархива от 22.05.2019 № 71; ГК РФ ст. 181.2",
        "Rosarchiv order of 22.05.2019 № 71; Civil Code art. 181.2",
    ),
)
