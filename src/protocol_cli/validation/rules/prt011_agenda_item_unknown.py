"""PRT011: a decision or a vote is on an item that the agenda does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocol_cli.validation.attached import protocol_of
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper, Part
from protocol_cli.validation.rule import Found, Rule

_NUMBER = re.compile(r"^\W{0,4}(\w{1,4})[.)]", re.MULTILINE)
_NEAR = 300


def check(paper: Paper) -> Iterator[Found]:
    for part in paper.protocols:
        protocol = protocol_of(part)
        known = {item.number for item in protocol.agenda} if protocol else set()
        if protocol is None or not known or None in known:
            continue
        told = _numbers_near(paper, part, protocol.agenda[-1].span.end)
        ties = [(node.agenda_item, node.span) for node in protocol.decisions]
        ties += [(node.agenda_item, node.span) for node in protocol.votes]
        for number, span in ties:
            if number is not None and number not in known and number not in told:
                told.add(number)
                yield Found(span, {"number": number}, part.address)


def _numbers_near(paper: Paper, part: Part, end: int) -> set[str]:
    """Numbers at the beginnings of lines in the head or soon after the agenda: items that were not read as such."""
    return set(_NUMBER.findall(paper.text[part.start : end + _NEAR]))


RULE = Rule(
    code="PRT011",
    name="agenda-item-unknown",
    severity=Severity.INFO,
    checks=Phrase(
        "решение или голосование – по вопросу, которого нет в повестке",
        "A decision or a vote is on an item that the agenda does not have",
    ),
    message=Phrase("вопроса {number} в повестке нет", "there is no item {number} in the agenda"),
    why=Phrase(
        "решать можно то, что в повестке; для собраний иное ничтожно (ГК РФ ст. 181.5)",
        "what is not in the agenda cannot be decided; at statutory meetings it is void (Civil Code art. 181.5)",
    ),
    mend=Phrase("дополните повестку или исправьте номер", "complete the agenda, or mend the number"),
    wrong="ПОВЕСТКА: 1. … 2. … По вопросу 3 РЕШИЛИ: …",
    right="ПОВЕСТКА: 1. … 2. … 3. … По вопросу 3 РЕШИЛИ: …",
    check=check,
    source=Phrase("ГК РФ ст. 181.5", "Civil Code art. 181.5"),
)
