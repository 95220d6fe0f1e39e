"""PRT002: the protocol does not say of what meeting it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocol_cli.validation.attached import protocol_of
from protocol_cli.validation.editions import Requisite
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule

_MEETING = re.compile(
    r"заседан|совещан|собран|совет|встреч|семинар|конференц|планерк|оперативк|комисси|слушан|коллеги|решени|комитет|групп|"
    r"вебинар|сход",
    re.IGNORECASE,
)


def check(paper: Paper) -> Iterator[Found]:
    for part in paper.protocols:
        protocol = protocol_of(part)
        if (
            protocol is not None
            and not protocol.title
            and not protocol.meeting
            and not _MEETING.search(paper.head(part))
        ):
            yield Found(paper.opening(part), address=part.address)


RULE = Rule(
    code="PRT002",
    name="no-title",
    severity=Severity.WARNING,
    checks=Phrase("в протоколе не сказано, чего он", "The protocol does not say of what meeting it is"),
    message=Phrase("не сказано, протокол чего это", "it is not said of what meeting it is"),
    why=Phrase(
        "заголовок протокола отвечает на вопрос «чего?»: «заседания комиссии»",
        "the heading says of what: «заседания комиссии»",
    ),
    mend=Phrase(
        "после слова «Протокол» напишите «заседания …», «совещания …»",
        "say after the word what was held",
    ),
    wrong="ПРОТОКОЛ № 7",
    right="ПРОТОКОЛ № 7 заседания комиссии по благоустройству",
    check=check,
    requisite=Requisite.HEADING,
)
