"""PRT009: a number of a decision is skipped or repeated."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.models import Protocol
from protocol_cli.validation.finding import Phrase, Severity, Value
from protocol_cli.validation.numbering import breaks
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule

_MISSED = Phrase(
    "после п. {before} идёт п. {number}: нет п. {missing}", "item {before} is followed by item {number}: no {missing}"
)


def check(paper: Paper) -> Iterator[Found]:
    for part in paper.protocols:
        if not isinstance(part.content, Protocol):
            continue
        decisions = part.content.decisions
        numbered = ((decision.number, decision.agenda_item, decision.span) for decision in decisions)
        for found in breaks(paper, numbered):
            values: dict[str, Value] = {
                "before": found.before,
                "number": found.number,
                "missing": ", ".join(found.missing),
            }
            yield Found(found.place, values, part.address, phrase=_MISSED if found.missing else None)


RULE = Rule(
    code="PRT009",
    name="decision-numbering",
    severity=Severity.WARNING,
    checks=Phrase(
        "в нумерации решений пропуск или повтор",
        "A number of a decision is skipped or repeated",
    ),
    message=Phrase("после п. {before} идёт п. {number}", "item {before} is followed by item {number}"),
    why=Phrase(
        "на пункт ссылаются по номеру; пропуск читается как утрата пункта",
        "items are referred to by number; a gap reads as an item lost",
    ),
    mend=Phrase(
        "исправьте номера или восстановите пропущенный пункт",
        "mend the numbers, or restore the item",
    ),
    wrong="6. … 8. …",
    right="6. … 7. …",
    check=check,
    source=Phrase("практика делопроизводства", "office practice"),
)
