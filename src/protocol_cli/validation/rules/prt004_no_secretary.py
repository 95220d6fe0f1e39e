"""PRT004: the protocol does not name a secretary."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.validation.attached import protocol_of
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule
from protocol_cli.validation.statutory import COUNTED

_SECRETARY = (
    "секретар", "протокол вел", "протокол состав", "протокол подготов", "протокол заседания вел", "протокол совещания вел",
    "вел протокол", "вела протокол", "исп.",
)  # fmt: skip


def check(paper: Paper) -> Iterator[Found]:
    for part in paper.protocols:
        protocol = protocol_of(part)
        if protocol is None or protocol.secretary is not None or paper.says(part, _SECRETARY):
            continue
        severity = Severity.ERROR if paper.text and paper.meeting(part) in COUNTED else None
        yield Found(paper.opening(part), address=part.address, severity=severity)


RULE = Rule(
    code="PRT004",
    name="no-secretary",
    severity=Severity.INFO,
    checks=Phrase("в протоколе не назван секретарь", "The protocol does not name a secretary"),
    message=Phrase("не назван секретарь", "no secretary is named"),
    why=Phrase(
        "секретарь отвечает за запись; для решений собраний его требует закон, в министерствах обходятся без него",
        "the secretary answers for the record; the law asks for one at statutory meetings, ministries do without",
    ),
    mend=Phrase("добавьте «Секретарь – И.О. Фамилия»", "add «Секретарь – …»"),
    wrong="ПРЕДСЕДАТЕЛЬ: Сухарева М.В.",
    right="ПРЕДСЕДАТЕЛЬ: Сухарева М.В. СЕКРЕТАРЬ: Берестова И.Г.",
    check=check,
    source=Phrase(
        "Правила делопроизводства, приказ Росархива от 22.05.2019 № 71; ГК РФ ст. 181.2",
        "Rosarchiv order of 22.05.2019 № 71; Civil Code art. 181.2",
    ),
)
