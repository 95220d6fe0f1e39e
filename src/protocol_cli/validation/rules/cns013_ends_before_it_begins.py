"""CNS013: the meeting ended before it began."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.validation.attached import protocol_of
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule


def check(paper: Paper) -> Iterator[Found]:
    for part in paper.protocols:
        protocol = protocol_of(part)
        if protocol is None or not protocol.time_start or not protocol.time_end:
            continue
        if protocol.time_end < protocol.time_start:
            shown = protocol.time_end.replace(":", ".").lstrip("0")
            place = paper.locate(shown, part.start, part.end, paper.opening(part))
            yield Found(place, {"start": protocol.time_start, "end": protocol.time_end}, part.address)


RULE = Rule(
    code="CNS013",
    name="ends-before-it-begins",
    severity=Severity.WARNING,
    checks=Phrase("заседание кончилось раньше, чем началось", "The meeting ended before it began"),
    message=Phrase("начало в {start}, а конец в {end}", "it began at {start} and ended at {end}"),
    why=Phrase("одно из времён – описка", "one of the hours is a slip"),
    mend=Phrase("исправьте время", "mend the time"),
    wrong="Начало: 15.00 Окончание: 14.30",
    right="Начало: 15.00 Окончание: 16.30",
    check=check,
    source=Phrase("практика делопроизводства", "office practice"),
)
