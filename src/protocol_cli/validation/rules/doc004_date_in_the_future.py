"""DOC004: the date of the document is still to come."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.validation.editions import Requisite
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.heads import place_of_date
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule


def check(paper: Paper) -> Iterator[Found]:
    today = paper.settings.today
    for part in paper.parts:
        day = part.content.date
        if today is not None and day is not None and day > today:
            yield Found(place_of_date(paper, part), {"day": day}, part.address)


RULE = Rule(
    code="DOC004",
    name="date-in-the-future",
    severity=Severity.WARNING,
    checks=Phrase("дата документа ещё не наступила", "The date of the document is still to come"),
    message=Phrase("дата {day} ещё не наступила", "the date {day} is still to come"),
    why=Phrase(
        "документ датируют днём подписания, протокол – днём заседания; будущая дата – чаще всего описка в годе",
        (
            "a paper bears the day of signing, a protocol that of the meeting; a future date is mostly a slip in "
            "the year"
        ),
    ),
    mend=Phrase("проверьте год", "check the year"),
    wrong="06.05.2121 № 43-1186",
    right="06.05.2021 № 43-1186",
    check=check,
    requisite=Requisite.DATE,
)
