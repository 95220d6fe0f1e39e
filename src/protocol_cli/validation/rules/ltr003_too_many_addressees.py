"""LTR003: the letter has more than four addressees."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.models import Letter
from protocol_cli.validation.editions import Requisite
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule

_MOST = 4


def check(paper: Paper) -> Iterator[Found]:
    part = paper.letter
    if part is None or not isinstance(part.content, Letter):
        return
    named = [addressee for addressee in part.content.addressees if not addressee.copy_]
    if len(named) > _MOST:
        yield Found(named[_MOST].span, {"count": len(named)}, part.address)


RULE = Rule(
    code="LTR003",
    name="too-many-addressees",
    severity=Severity.WARNING,
    checks=Phrase("в письме больше четырёх адресатов", "The letter has more than four addressees"),
    message=Phrase(
        "адресатов {count}, а печатают не больше четырёх",
        "{count} addressees, where no more than four are printed",
    ),
    why=Phrase(
        "при большем числе составляют список рассылки, а на каждом экземпляре печатают одного",
        "for more there is a mailing list, and each copy bears one",
    ),
    mend=Phrase(
        "составьте список рассылки или назовите адресатов обобщённо",
        "make a mailing list, or name them as a group",
    ),
    wrong="пять строк адресатов подряд",
    right="Начальникам муниципальных органов (по списку)",
    check=check,
    requisite=Requisite.ADDRESSEE,
)
