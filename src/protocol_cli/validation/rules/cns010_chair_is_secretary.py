"""CNS010: chair and secretary are one person."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.validation.attached import protocol_of
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.names import are_one
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule


def check(paper: Paper) -> Iterator[Found]:
    for part in paper.protocols:
        protocol = protocol_of(part)
        if protocol is None or protocol.chair is None or protocol.secretary is None:
            continue
        apart = protocol.chair.span != protocol.secretary.span
        if apart and protocol.secretary.given_name and are_one(protocol.chair, protocol.secretary):
            yield Found(protocol.secretary.span, {"name": protocol.secretary.name}, part.address)


RULE = Rule(
    code="CNS010",
    name="chair-is-secretary",
    severity=Severity.WARNING,
    checks=Phrase("председатель и секретарь – одно лицо", "Chair and secretary are one person"),
    message=Phrase("{name} – и председатель, и секретарь", "{name} is both chair and secretary"),
    why=Phrase(
        "протокол удостоверяют двое, чтобы один проверял другого",
        "two certify a protocol so that one checks the other",
    ),
    mend=Phrase("назовите секретарём другого", "name another secretary"),
    wrong="Председатель: Климова Т.Р. Секретарь: Климова Т.Р.",
    right="Председатель: Климова Т.Р. Секретарь: Рыжкова Н.Е.",
    check=check,
    source=Phrase("практика делопроизводства", "office practice"),
)
