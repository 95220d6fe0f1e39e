"""PRT006: the protocol has no agenda."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocol_cli.validation.attached import protocol_of
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule

# Running business is taken as it comes.
_WITHOUT = re.compile(r"оператив|производствен|план[её]р|штаб")
_AGENDA = re.compile(r"повестк|вопрос|порядок работы|слушали|рассмотре|^\s*[IVX]+\.", re.IGNORECASE | re.MULTILINE)


def check(paper: Paper) -> Iterator[Found]:
    for part in paper.protocols:
        protocol = protocol_of(part)
        if protocol is None or protocol.agenda or _AGENDA.search(paper.text, part.start, part.end):
            continue
        usual = _WITHOUT.search(f"{protocol.meeting} {protocol.title}".lower())
        yield Found(paper.opening(part), address=part.address, severity=Severity.INFO if usual else None)


RULE = Rule(
    code="PRT006",
    name="no-agenda",
    severity=Severity.WARNING,
    checks=Phrase("в протоколе нет повестки", "The protocol has no agenda"),
    message=Phrase("нет повестки", "there is no agenda"),
    why=Phrase(
        "повестка говорит, что рассматривали и что решали по каждому вопросу",
        "the agenda tells what was considered, and what was decided on each matter",
    ),
    mend=Phrase("перечислите вопросы под словом «ПОВЕСТКА»", "list the matters under «ПОВЕСТКА»"),
    wrong="ПРИСУТСТВОВАЛИ: … РЕШИЛИ: …",
    right="ПРИСУТСТВОВАЛИ: … ПОВЕСТКА: 1. … РЕШИЛИ: …",
    check=check,
    source=Phrase(
        "Правила делопроизводства, приказ Росархива от 22.05.2019 № 71",
        "Rosarchiv order of 22.05.2019 № 71",
    ),
)
