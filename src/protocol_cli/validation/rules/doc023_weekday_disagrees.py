"""DOC023: the day of the week does not agree with the date."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.validation.finding import Phrase, Severity, Value
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule
from protocol_cli.validation.weekdays import names_weekday, weekday_of, written_weekday


def check(paper: Paper) -> Iterator[Found]:
    for date in paper.dates if names_weekday(paper.folded) else ():
        if date.day is None:
            continue
        named = written_weekday(paper.folded, date.start, date.end)
        if named is not None and named != date.day.weekday():
            values: dict[str, Value] = {"day": date.day, "really": weekday_of(date.day), "written": weekday_of(named)}
            yield Found(paper.span(date.start, date.end), values)


RULE = Rule(
    code="DOC023",
    name="weekday-disagrees",
    severity=Severity.WARNING,
    checks=Phrase("день недели не сходится с датой", "The day of the week does not agree with the date"),
    message=Phrase("{day} – {really}, а не {written}", "{day} is a {really}, not a {written}"),
    why=Phrase("неясно, что верно: день или число", "one cannot tell which of the two is right"),
    mend=Phrase("исправьте день недели или число", "mend the weekday or the date"),
    wrong="в понедельник, 15 августа 2021 года",
    right="в воскресенье, 15 августа 2021 года",
    check=check,
    source=Phrase("практика делопроизводства", "office practice"),
)
