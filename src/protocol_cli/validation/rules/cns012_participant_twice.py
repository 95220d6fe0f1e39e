"""CNS012: a participant is listed twice."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.validation.attached import protocol_of
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.names import family_of, folded
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule


def check(paper: Paper) -> Iterator[Found]:
    for part in paper.protocols:
        protocol = protocol_of(part)
        seen: set[tuple[str, str, str, str]] = set()
        for seat in protocol.participants if protocol else ():
            person = seat.person
            if person is None or not person.given_name or not person.patronymic_name:
                continue
            key = (
                family_of(person),
                folded(person.given_name)[:1],
                folded(person.patronymic_name)[:1],
                seat.status.value,
            )
            if key in seen:
                yield Found(person.span, {"name": person.name}, part.address)
            seen.add(key)


RULE = Rule(
    code="CNS012",
    name="participant-twice",
    severity=Severity.INFO,
    checks=Phrase("участник назван дважды", "A participant is listed twice"),
    message=Phrase("{name} в списке участников дважды", "{name} is listed twice"),
    why=Phrase("число участников не сойдётся", "the count of participants will not agree"),
    mend=Phrase("уберите повтор", "remove the second mention"),
    wrong="Валеев Р.Х. … Валеев Р.Х.",
    right="Валеев Р.Х. … Гусева О.Н.",
    check=check,
    source=Phrase("практика делопроизводства", "office practice"),
)
