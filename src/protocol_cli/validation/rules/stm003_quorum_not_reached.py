"""STM003: the quorum is said to be there, but the numbers do not give it."""

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
        if quorum is None or not quorum.reached or quorum.total is None or quorum.present is None:
            continue
        if quorum.present * 2 <= quorum.total:
            words = quorum.text.split()[0] if quorum.text else ""
            place = paper.locate(words, part.start, part.end, paper.opening(part))
            yield Found(place, {"present": quorum.present, "total": quorum.total}, part.address)


RULE = Rule(
    code="STM003",
    name="quorum-not-reached",
    severity=Severity.WARNING,
    checks=Phrase(
        "сказано, что кворум есть, а числа этого не дают",
        "The quorum is said to be there, but the numbers do not give it",
    ),
    message=Phrase(
        "присутствуют {present} из {total}: это не больше половины",
        "{present} of {total} are present: not more than half",
    ),
    why=Phrase(
        "решение без кворума ничтожно (ГК РФ ст. 181.5)",
        "a decision without a quorum is void (Civil Code art. 181.5)",
    ),
    mend=Phrase(
        "сверьте числа; иной порог укажите со ссылкой на положение",
        "check the numbers; name the rule where another threshold holds",
    ),
    wrong="Всего членов 7, присутствуют 3. Кворум имеется",
    right="Всего членов 7, присутствуют 4. Кворум имеется",
    check=check,
    source=Phrase("ГК РФ ст. 181.2, 181.5", "Civil Code art. 181.2, 181.5"),
)
