"""CNS009: the secretary did not sign the protocol."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.validation.attached import protocol_of
from protocol_cli.validation.editions import Requisite
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.names import may_be_one
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule
from protocol_cli.validation.signing import signed_elsewhere


def check(paper: Paper) -> Iterator[Found]:
    for part in paper.protocols:
        protocol = protocol_of(part)
        if protocol is None or protocol.secretary is None or not protocol.signatories:
            continue
        secretary = protocol.secretary
        if not any(may_be_one(secretary, person) for person in protocol.signatories):
            if not signed_elsewhere(paper, part, secretary):
                yield Found(secretary.span, {"name": secretary.name}, part.address)


RULE = Rule(
    code="CNS009",
    name="secretary-did-not-sign",
    severity=Severity.INFO,
    checks=Phrase("протокол не подписан секретарём", "The secretary did not sign the protocol"),
    message=Phrase(
        "секретарь {name} протокол не подписал(а)",
        "the secretary {name} did not sign the protocol",
    ),
    why=Phrase(
        "протокол подписывают председательствующий и секретарь; в министерствах – нередко только первый",
        "chair and secretary sign; in ministries often the former alone",
    ),
    mend=Phrase("добавьте подпись секретаря", "add the secretary's signature"),
    wrong="СЕКРЕТАРЬ: Рыжкова Н.Е. … Председатель Т.Р. Климова",
    right="Председатель Т.Р. Климова Секретарь Н.Е. Рыжкова",
    check=check,
    requisite=Requisite.SIGNATURE,
)
