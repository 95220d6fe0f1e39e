"""STM004: the protocol was drawn up later than the law allows."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from protocol_cli.validation.attached import protocol_of
from protocol_cli.validation.finding import Phrase, Severity, Value
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule
from protocol_cli.validation.statutory import Meeting
from protocol_cli.workdays import add_working_days

_DRAWN = re.compile(r"(?:дата составления(?: протокола)?|протокол(?: собрания)? составлен|составлен[оа]?)\W{0,4}$")
_NEAR = 50


def check(paper: Paper) -> Iterator[Found]:
    for part in paper.protocols:
        protocol = protocol_of(part)
        meeting = paper.meeting(part) if protocol and protocol.date else None
        if (
            protocol is None
            or protocol.date is None
            or meeting not in (Meeting.SHAREHOLDERS, Meeting.BOARD, Meeting.OWNERS)
        ):
            continue
        if meeting is Meeting.OWNERS:
            last, allowed = protocol.date + dt.timedelta(days=10), Phrase("10 дней", "10 days")
        else:
            last = add_working_days(protocol.date, 3, presidential=False)
            allowed = Phrase("3 рабочих дней", "3 working days")
        for date in paper.dates:
            if date.day is None or not part.start <= date.start < part.end or date.day <= last:
                continue
            if _DRAWN.search(paper.folded[max(part.start, date.start - _NEAR) : date.start]):
                values: dict[str, Value] = {"drawn": date.day, "day": protocol.date, "allowed": allowed}
                yield Found(paper.span(date.start, date.end), values, part.address)
                break


RULE = Rule(
    code="STM004",
    name="drawn-up-late",
    severity=Severity.WARNING,
    checks=Phrase(
        "протокол составлен позже, чем велит закон",
        "The protocol was drawn up later than the law allows",
    ),
    message=Phrase(
        "составлен {drawn}, а собрание было {day}: позже положенных {allowed}",
        "drawn up on {drawn}, the meeting was on {day}: later than {allowed}",
    ),
    why=Phrase(
        "акционерам протокол составляют за 3 рабочих дня, собственникам помещений – за 10 дней",
        "for shareholders within 3 working days, for owners of flats within 10 days",
    ),
    mend=Phrase("объясните задержку или проверьте даты", "explain the delay, or check the dates"),
    wrong="собрание 01.06.2022, протокол составлен 27.06.2022",
    right="собрание 01.06.2022, протокол составлен 06.06.2022",
    check=check,
    source=Phrase("208-ФЗ ст. 63, ЖК РФ ст. 46", "Law 208-FZ art. 63, Housing Code art. 46"),
)
