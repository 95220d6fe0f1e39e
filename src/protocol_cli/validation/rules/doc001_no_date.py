"""DOC001: the document has no date."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.validation.editions import Requisite
from protocol_cli.validation.evidence import may_have_date, without_reference_line
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule


def check(paper: Paper) -> Iterator[Found]:
    for part in paper.parts:
        if part.content.date is None and not may_have_date(without_reference_line(paper.head(part))):
            yield Found(paper.opening(part), address=part.address, severity=paper.missing(may_be_drawn=True))


RULE = Rule(
    code="DOC001",
    name="no-date",
    severity=Severity.ERROR,
    checks=Phrase("у документа нет даты", "The document has no date"),
    message=Phrase("нет даты", "there is no date"),
    why=Phrase(
        "без даты документ нельзя ни назвать, ни найти, а сроки от его даты – посчитать",
        "without a date the paper can be neither named nor found, and terms that count from it cannot be worked out",
    ),
    mend=Phrase(
        "поставьте дату подписания, для протокола – дату заседания: 06.05.2021 или 6 мая 2021 г.",
        "put the date of signing, for a protocol that of the meeting: 06.05.2021",
    ),
    wrong="№ 43-1186",
    right="06.05.2021 № 43-1186",
    check=check,
    requisite=Requisite.DATE,
)
