"""STM005: a statutory meeting's protocol does not give the hours."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocol_cli.validation.attached import protocol_of
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule

_HOURS = re.compile(r"\b\d{1,2}\s?(?:[:.-]\d\d|час|ч\.)|заочн|опросным")


def check(paper: Paper) -> Iterator[Found]:
    for part in paper.protocols:
        protocol = protocol_of(part)
        if protocol is None or protocol.time_start or protocol.time_end or not paper.text:
            continue
        head = re.sub(r"\d{1,2}\.\d{1,2}\.\d{2,4}", "", paper.folded[part.start : part.head_end])
        if paper.meeting(part) is not None and not _HOURS.search(head):
            yield Found(paper.opening(part), address=part.address)


RULE = Rule(
    code="STM005",
    name="no-time",
    severity=Severity.INFO,
    checks=Phrase(
        "в протоколе собрания не указано время",
        "A statutory meeting's protocol does not give the hours",
    ),
    message=Phrase("не указано время собрания", "the hours of the meeting are not given"),
    why=Phrase("время проведения закон требует указать в протоколе", "the law asks for it"),
    mend=Phrase("добавьте время начала и окончания", "add when it began and ended"),
    wrong="27.06.2022, г. Светлоярск",
    right="27.06.2022, начало в 18.00, окончание в 19.30, г. Светлоярск",
    check=check,
    source=Phrase("ГК РФ ст. 181.2 п. 4", "Civil Code art. 181.2 cl. 4"),
)
