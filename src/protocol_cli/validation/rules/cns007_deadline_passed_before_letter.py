"""CNS007: a term was over before the protocol was sent out."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.models import DeadlineKind, Letter, Precision
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule


def check(paper: Paper) -> Iterator[Found]:
    letter = paper.letter
    day = letter.content.date if letter and isinstance(letter.content, Letter) else None
    if day is None:
        return
    for item in paper.items:
        term = item.assignment.deadline
        if (
            item.part is letter
            or term is None
            or term.kind is not DeadlineKind.DATE
            or term.precision is not Precision.DAY
        ):
            continue
        held = item.part.content.date
        if term.due and term.due < day and held and held <= term.due:
            yield Found(term.span, {"due": term.due, "day": day}, item.address)


RULE = Rule(
    code="CNS007",
    name="deadline-passed-before-letter",
    severity=Severity.WARNING,
    checks=Phrase(
        "срок поручения прошёл раньше, чем протокол разослан",
        "A term was over before the protocol was sent out",
    ),
    message=Phrase(
        "срок {due} прошёл до отправки письма {day}",
        "the term {due} was over before the letter of {day} was sent",
    ),
    why=Phrase(
        "исполнитель узнает о поручении, когда оно уже просрочено",
        "who has to act learns of it when it is overdue",
    ),
    mend=Phrase(
        "перенесите срок или сообщите о поручении раньше",
        "move the term, or tell of the assignment earlier",
    ),
    wrong="письмо от 06.05.2021 … Срок – до 30 апреля 2021 года",
    right="письмо от 06.05.2021 … Срок – до 31 мая 2021 года",
    check=check,
    source=Phrase("практика контроля исполнения", "practice of control"),
)
