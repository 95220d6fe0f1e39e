"""STM001: a statutory meeting's protocol does not speak of the quorum."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.validation.attached import protocol_of
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule


def check(paper: Paper) -> Iterator[Found]:
    for part in paper.protocols:
        protocol = protocol_of(part)
        if protocol is None or protocol.quorum is not None or paper.meeting(part) is None or not paper.text:
            continue
        told = paper.folded[part.start : part.end]
        if "кворум" not in told and "правомоч" not in told:
            yield Found(paper.opening(part), address=part.address)


RULE = Rule(
    code="STM001",
    name="no-quorum-statement",
    severity=Severity.WARNING,
    checks=Phrase(
        "в протоколе собрания не сказано о кворуме",
        "A statutory meeting's protocol does not speak of the quorum",
    ),
    message=Phrase("не сказано, был ли кворум", "it is not said whether there was a quorum"),
    why=Phrase(
        "решение без кворума ничтожно (ГК РФ ст. 181.5)",
        "a decision without a quorum is void (Civil Code art. 181.5)",
    ),
    mend=Phrase("добавьте: «Кворум имеется» и числа", "add «Кворум имеется», with the numbers"),
    wrong="Общее собрание участников … РЕШИЛИ: …",
    right="Присутствуют 6 из 7. Кворум имеется. РЕШИЛИ: …",
    check=check,
    source=Phrase("ГК РФ ст. 181.2", "Civil Code art. 181.2"),
)
