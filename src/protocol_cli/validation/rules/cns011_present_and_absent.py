"""CNS011: one person is among the present and the absent."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.models import Attendance
from protocol_cli.validation.attached import protocol_of
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.names import are_one
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule


def check(paper: Paper) -> Iterator[Found]:
    for part in paper.protocols:
        protocol = protocol_of(part)
        if protocol is None:
            continue
        absent = [seat.person for seat in protocol.participants if seat.status is Attendance.ABSENT and seat.person]
        present = [seat.person for seat in protocol.participants if seat.status is Attendance.PRESENT and seat.person]
        for person in absent:
            if person.given_name and any(other.given_name and are_one(person, other) for other in present):
                yield Found(person.span, {"name": person.name}, part.address)


RULE = Rule(
    code="CNS011",
    name="present-and-absent",
    severity=Severity.WARNING,
    checks=Phrase(
        "один человек – и среди присутствующих, и среди отсутствующих",
        "One person is among the present and the absent",
    ),
    message=Phrase(
        "{name} – и среди присутствующих, и среди отсутствующих",
        "{name} is both among the present and the absent",
    ),
    why=Phrase("от этого зависят кворум и голоса", "quorum and votes depend on it"),
    mend=Phrase("оставьте в одном списке", "keep the name in one list"),
    wrong="Присутствовали: Валеев Р.Х. Отсутствовали: Валеев Р.Х.",
    right="Присутствовали: Валеев Р.Х. Отсутствовали: Гусева О.Н.",
    check=check,
    source=Phrase("практика делопроизводства", "office practice"),
)
