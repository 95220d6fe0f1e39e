"""STM002: a statutory meeting's protocol has no votes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocol_cli.validation.attached import protocol_of
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule
from protocol_cli.validation.statutory import COUNTED

_VOTED = re.compile(r"голос|единогласн|воздерж|«за»|\"за\"|\bза\s?[-–—:]")


def check(paper: Paper) -> Iterator[Found]:
    for part in paper.protocols:
        protocol = protocol_of(part)
        if protocol is None or protocol.votes or not protocol.decisions or not paper.text:
            continue
        if paper.meeting(part) in COUNTED and not _VOTED.search(paper.folded, part.start, part.end):
            yield Found(protocol.decisions[0].span, address=part.address)


RULE = Rule(
    code="STM002",
    name="no-votes",
    severity=Severity.ERROR,
    checks=Phrase("в протоколе собрания нет голосов", "A statutory meeting's protocol has no votes"),
    message=Phrase("не сказано, как голосовали", "it is not said how they voted"),
    why=Phrase(
        "без числа голосов решения нет: его нельзя ни исполнить, ни оспорить",
        "without counted votes there is no decision",
    ),
    mend=Phrase(
        "добавьте: «За – …, против – …, воздержались – …»",
        "add the votes for, against and abstained",
    ),
    wrong="РЕШИЛИ: избрать председателем …",
    right="Голосовали: за – 6, против – 0, воздержались – 1. РЕШИЛИ: избрать председателем …",
    check=check,
    source=Phrase(
        "ГК РФ ст. 181.2, 14-ФЗ ст. 37, 208-ФЗ ст. 63, ЖК РФ ст. 46",
        "Civil Code art. 181.2 and the laws on companies and housing",
    ),
)
