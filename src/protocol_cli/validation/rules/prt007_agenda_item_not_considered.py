"""PRT007: nothing was heard nor decided on an agenda item."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.validation.attached import protocol_of
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule


def check(paper: Paper) -> Iterator[Found]:
    for part in paper.protocols:
        protocol = protocol_of(part)
        if protocol is None:
            continue
        tied = {decision.agenda_item for decision in protocol.decisions}
        heard = {talk.agenda_item for talk in protocol.discussion} | {vote.agenda_item for vote in protocol.votes}
        # One list of decisions for the whole agenda is usual: then nothing can be said.
        if None in tied or len(tied) < 2:
            continue
        for item in protocol.agenda:
            if item.number and item.number not in tied and item.number not in heard:
                yield Found(item.span, {"number": item.number}, part.address)


RULE = Rule(
    code="PRT007",
    name="agenda-item-not-considered",
    severity=Severity.INFO,
    checks=Phrase(
        "по вопросу повестки ничего не слушали и не решили",
        "Nothing was heard nor decided on an agenda item",
    ),
    message=Phrase(
        "по вопросу {number} повестки нет ни слушания, ни решения",
        "on item {number} of the agenda nothing was heard nor decided",
    ),
    why=Phrase(
        "вопрос либо сняли, либо забыли в протоколе",
        "the matter was withdrawn, or forgotten in the protocol",
    ),
    mend=Phrase(
        "добавьте решение или запись о снятии вопроса",
        "add the decision, or say that the matter was withdrawn",
    ),
    wrong="ПОВЕСТКА: 1. … 2. … По вопросу 1 РЕШИЛИ: …",
    right="По вопросу 1 РЕШИЛИ: … По вопросу 2 РЕШИЛИ: …",
    check=check,
    source=Phrase("практика делопроизводства", "office practice"),
)
