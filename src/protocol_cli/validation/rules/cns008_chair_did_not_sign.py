"""CNS008: the chair did not sign the protocol."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.validation.attached import protocol_of
from protocol_cli.validation.editions import Requisite
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.names import are_one, family_of, folded, is_as_written, may_be_one
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule
from protocol_cli.validation.signing import signed_elsewhere


def check(paper: Paper) -> Iterator[Found]:
    for part in paper.protocols:
        protocol = protocol_of(part)
        if protocol is None or protocol.chair is None or not protocol.signatories:
            continue
        chair = protocol.chair
        # A family that is a guess at the nominative, or was recognised, may differ in its ending.
        same = are_one if not paper.is_recognised and is_as_written(chair, paper.text) else may_be_one
        signed = any(same(chair, person) for person in protocol.signatories)
        # Who approves the protocol has signed it, too.
        approved = protocol.approval and family_of(chair) in folded(protocol.approval.name)
        if not signed and not approved and not signed_elsewhere(paper, part, chair):
            person = protocol.signatories[0]
            yield Found(person.span, {"chair": chair.name, "name": person.name}, part.address)


RULE = Rule(
    code="CNS008",
    name="chair-did-not-sign",
    severity=Severity.WARNING,
    checks=Phrase(
        "протокол подписал не тот, кто председательствовал",
        "The chair did not sign the protocol",
    ),
    message=Phrase(
        "председательствовал(а) {chair}, а подписал(а) {name}",
        "{chair} presided, but {name} signed",
    ),
    why=Phrase(
        "протокол удостоверяет председательствующий",
        "it is the chair who certifies the protocol",
    ),
    mend=Phrase(
        "подпишите протокол у председательствующего или укажите, кто вёл заседание",
        "let the chair sign, or say who presided",
    ),
    wrong="ПРЕДСЕДАТЕЛЬ: Сухарева Марина Викторовна … П.А. Ланских",
    right="ПРЕДСЕДАТЕЛЬ: Сухарева Марина Викторовна … М.В. Сухарева",
    check=check,
    requisite=Requisite.SIGNATURE,
)
