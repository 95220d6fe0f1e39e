"""DUE009: the term is more than ten years ahead."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.models import Precision
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule
from protocol_cli.validation.terms import terms

_YEARS = 10


def check(paper: Paper) -> Iterator[Found]:
    for item, term in terms(paper):
        day = item.part.content.date
        if (
            day
            and term.due
            and term.due.year - day.year > _YEARS
            and term.precision in (Precision.DAY, Precision.MONTH)
        ):
            yield Found(term.span, {"due": term.due}, item.address)


RULE = Rule(
    code="DUE009",
    name="deadline-too-far",
    severity=Severity.WARNING,
    checks=Phrase("срок дальше чем через десять лет", "The term is more than ten years ahead"),
    message=Phrase(
        "срок {due} – больше чем через десять лет",
        "the term {due} is more than ten years ahead",
    ),
    why=Phrase("чаще всего это описка в годе", "mostly a slip in the year"),
    mend=Phrase("проверьте год", "check the year"),
    wrong="Срок – до 31 мая 2121 года",
    right="Срок – до 31 мая 2021 года",
    check=check,
    source=Phrase("практика контроля исполнения", "practice of control"),
)
