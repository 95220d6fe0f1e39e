"""PRT008: the protocol holds no decision."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocol_cli.validation.attached import protocol_of
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule

_DECIDED = re.compile(
    r"реш[еи]|постанов|поруч|договор|рекоменд|приня|определи|утверд|одобр|итог|вывод|необходимо|следует|обеспечить|"
    r"считать|принять|срок|ответственн|заключ|предлож|дополн|согласов|выбра|избра"
)


def check(paper: Paper) -> Iterator[Found]:
    for part in paper.parts:
        protocol = protocol_of(part)
        if protocol is None or protocol.decisions or _DECIDED.search(paper.folded, part.head_end, part.end):
            continue
        yield Found(paper.opening(part), address=part.address, severity=paper.missing())


RULE = Rule(
    code="PRT008",
    name="no-decisions",
    severity=Severity.ERROR,
    checks=Phrase("в протоколе нет ни одного решения", "The protocol holds no decision"),
    message=Phrase("нет ни одного решения", "there is no decision"),
    why=Phrase(
        "протокол нужен ради решений: исполнять нечего",
        "a protocol is there for its decisions: nothing can be acted on",
    ),
    mend=Phrase("запишите решения под словом «РЕШИЛИ»", "write the decisions under «РЕШИЛИ»"),
    wrong="ПОВЕСТКА: 1. … (и подпись)",
    right="ПОВЕСТКА: 1. … РЕШИЛИ: 1. …",
    check=check,
    source=Phrase(
        "Правила делопроизводства, приказ Росархива от 22.05.2019 № 71",
        "Rosarchiv order of 22.05.2019 № 71",
    ),
)
