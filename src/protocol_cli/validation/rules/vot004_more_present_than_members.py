"""VOT004: more are present than there are members."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.validation.attached import protocol_of
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule


def check(paper: Paper) -> Iterator[Found]:
    for part in paper.protocols:
        protocol = protocol_of(part)
        quorum = protocol.quorum if protocol else None
        if quorum and quorum.total is not None and quorum.present is not None and quorum.present > quorum.total:
            words = quorum.text.split()[0] if quorum.text else ""
            place = paper.locate(words, part.start, part.end, paper.opening(part))
            yield Found(place, {"present": quorum.present, "total": quorum.total}, part.address)


RULE = Rule(
    code="VOT004",
    name="more-present-than-members",
    severity=Severity.ERROR,
    checks=Phrase("присутствующих больше, чем членов", "More are present than there are members"),
    message=Phrase(
        "присутствуют {present}, а всего членов {total}",
        "{present} are present, but there are {total} members",
    ),
    why=Phrase(
        "одно из чисел неверно, и кворум не определить",
        "one of the numbers is wrong, and the quorum cannot be told",
    ),
    mend=Phrase(
        "сверьте числа; приглашённых считайте отдельно",
        "check the numbers; count guests apart",
    ),
    wrong="Всего членов 7, присутствуют 8",
    right="Всего членов 8, присутствуют 7",
    check=check,
    source=Phrase("ГК РФ ст. 181.2", "Civil Code art. 181.2"),
)
