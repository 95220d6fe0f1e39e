"""DOC005: the document is dated on a day off."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.validation.editions import Requisite
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.heads import place_of_date
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule
from protocol_cli.validation.weekdays import weekday_of
from protocol_cli.workdays import is_working_day


def check(paper: Paper) -> Iterator[Found]:
    for part in paper.parts:
        day = part.content.date
        if day is not None and not is_working_day(day, presidential=paper.profile == "gov"):
            yield Found(place_of_date(paper, part), {"day": day, "weekday": weekday_of(day)}, part.address)


RULE = Rule(
    code="DOC005",
    name="date-on-a-day-off",
    severity=Severity.INFO,
    checks=Phrase("документ датирован нерабочим днём", "The document is dated on a day off"),
    message=Phrase("{day} – нерабочий день ({weekday})", "{day} is a day off ({weekday})"),
    why=Phrase(
        "регистрация в выходной возможна, но бывает и опиской; только для внимательных",
        "papers may be registered on a day off, but it may be a slip as well; for the careful only",
    ),
    mend=Phrase("сверьте дату с журналом регистрации", "check the date against the register"),
    wrong="02.05.2021 № 43-1186",
    right="06.05.2021 № 43-1186",
    check=check,
    requisite=Requisite.DATE,
    on=False,
)
