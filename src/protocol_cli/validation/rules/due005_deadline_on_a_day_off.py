"""DUE005: the term falls on a day off."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.models import DeadlineKind, Precision
from protocol_cli.validation.finding import Phrase, Severity, Value
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule
from protocol_cli.validation.terms import terms
from protocol_cli.validation.weekdays import weekday_of
from protocol_cli.workdays import is_working_day, next_working_day, preceding_working_day


def check(paper: Paper) -> Iterator[Found]:
    for item, term in terms(paper):
        due = term.due
        if due is None or term.precision not in (Precision.DAY, None) or term.working_days:
            continue
        if term.kind not in (DeadlineKind.DATE, DeadlineKind.RELATIVE):
            continue
        if not is_working_day(due, presidential=paper.profile == "gov"):
            before, after = preceding_working_day(due), next_working_day(due, presidential=False)
            values: dict[str, Value] = {"due": due, "weekday": weekday_of(due), "before": before, "after": after}
            yield Found(term.span, values, item.address)


RULE = Rule(
    code="DUE005",
    name="deadline-on-a-day-off",
    severity=Severity.INFO,
    checks=Phrase("срок – в нерабочий день", "The term falls on a day off"),
    message=Phrase(
        "{due} – {weekday}, нерабочий день: по порядку госорганов срок – {before}, по ГК РФ и ТК РФ – {after}",
        (
            "{due} is a day off ({weekday}): the term is {before} by the rule of state bodies, {after} by the Civil "
            "and Labour Codes"
        ),
    ),
    why=Phrase(
        "в поручениях госорганов срок сдвигают назад, в договорах и кадровых делах – вперёд",
        "assignments of state bodies move back, contracts and personnel matters forward",
    ),
    mend=Phrase(
        "назовите рабочий день: {before} или {after}",
        "name a working day: {before} or {after}",
    ),
    wrong="Срок – до 15 августа 2021 года (воскресенье)",
    right="Срок – до 13 августа 2021 года (пятница)",
    check=check,
    source=Phrase(
        "Типовой регламент взаимодействия федеральных органов; ГК РФ ст. 193, ТК РФ ст. 14",
        "model regulation of federal bodies; Civil Code art. 193, Labour Code art. 14",
    ),
)
