"""IDN007: иНН and ОГРН name different regions."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.checksums import is_valid_inn, is_valid_ogrn
from protocol_cli.models import Letter
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule


def check(paper: Paper) -> Iterator[Found]:
    part = paper.letter
    if part is None or not isinstance(part.content, Letter):
        return
    inn, ogrn = part.content.identifiers.inn or "", part.content.identifiers.ogrn or ""
    if is_valid_inn(inn) and is_valid_ogrn(ogrn) and inn[:2] != ogrn[3:5]:
        place = paper.locate(ogrn, part.start, part.end, paper.opening(part))
        yield Found(place, {"first": inn[:2], "second": ogrn[3:5]}, part.address)


RULE = Rule(
    code="IDN007",
    name="regions-disagree",
    severity=Severity.INFO,
    checks=Phrase("регион в ИНН и в ОГРН разный", "ИНН and ОГРН name different regions"),
    message=Phrase(
        "ИНН выдан в регионе {first}, а ОГРН – в регионе {second}",
        "the ИНН was given in region {first}, the ОГРН in region {second}",
    ),
    why=Phrase(
        "так бывает после переезда, но чаще это номера двух организаций",
        "it happens after a move, but mostly these are numbers of two organisations",
    ),
    mend=Phrase("сверьте оба номера", "check both numbers"),
    wrong="ИНН 8899014275, ОГРН 1027000082778",
    right="ИНН 8899014275, ОГРН 1038899004176",
    check=check,
    source=Phrase("практика делопроизводства", "office practice"),
)
