"""CNS014: the paper was approved before its own date."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.models import Protocol
from protocol_cli.validation.editions import Requisite
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.heads import place_of_date
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule


def check(paper: Paper) -> Iterator[Found]:
    for part in paper.protocols:
        approval = part.content.approval if isinstance(part.content, Protocol) else None
        day = part.content.date
        if approval and approval.date and day and approval.date < day:
            yield Found(place_of_date(paper, part), {"approved": approval.date, "day": day}, part.address)


RULE = Rule(
    code="CNS014",
    name="approved-before-meeting",
    severity=Severity.WARNING,
    checks=Phrase("документ утверждён раньше своей даты", "The paper was approved before its own date"),
    message=Phrase("утверждено {approved}, а документ от {day}", "approved on {approved}, but dated {day}"),
    why=Phrase("утвердить то, чего ещё нет, нельзя", "what does not exist yet cannot be approved"),
    mend=Phrase("сверьте обе даты", "check both dates"),
    wrong="УТВЕРЖДАЮ … 10.03.2022 … ПРОТОКОЛ от 15.03.2022",
    right="УТВЕРЖДАЮ … 16.03.2022 … ПРОТОКОЛ от 15.03.2022",
    check=check,
    requisite=Requisite.APPROVAL,
)
