"""DOC013: in the signature the initials follow the surname."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocol_cli.validation.editions import Requisite
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule

_AFTER = re.compile(r"[А-ЯЁ][\wёЁ-]+\s+[А-ЯЁ]\.\s?[А-ЯЁ]?\.?")


def check(paper: Paper) -> Iterator[Found]:
    for part in paper.parts:
        for person in part.content.signatories:
            if _AFTER.fullmatch(person.name):
                yield Found(person.span, {"name": person.name}, part.address)


RULE = Rule(
    code="DOC013",
    name="initials-after-surname",
    severity=Severity.INFO,
    checks=Phrase(
        "в подписи инициалы стоят после фамилии",
        "In the signature the initials follow the surname",
    ),
    message=Phrase(
        "«{name}»: в подписи инициалы пишут перед фамилией",
        "{name!r}: in a signature initials come before the surname",
    ),
    why=Phrase(
        "в адресате инициалы стоят после фамилии, в подписи – перед ней",
        "after the surname they stand in the addressee, before it in the signature",
    ),
    mend=Phrase("напишите «И.О. Фамилия»", "write the initials first"),
    wrong="Начальник департамента Кошурникова Л.А.",
    right="Начальник департамента Л.А. Кошурникова",
    check=check,
    requisite=Requisite.SIGNATURE,
)
