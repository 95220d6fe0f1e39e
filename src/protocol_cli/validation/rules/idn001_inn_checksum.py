"""IDN001: the check digit of an ИНН is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.checksums import is_valid_inn
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.identifiers import labelled
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule


def check(paper: Paper) -> Iterator[Found]:
    for found in labelled(paper, "ИНН"):
        if found.fits and not is_valid_inn(found.value):
            yield Found(found.place, {"value": found.value})


RULE = Rule(
    code="IDN001",
    name="inn-checksum",
    severity=Severity.ERROR,
    checks=Phrase("контрольное число ИНН не сходится", "The check digit of an ИНН is wrong"),
    message=Phrase(
        "в ИНН {value} ошибка: контрольное число не сходится",
        "the ИНН {value} is wrong: its check digit does not agree",
    ),
    why=Phrase(
        "по такому ИНН организацию не найти и платёж не провести",
        "by such a number no organisation can be found and nothing paid",
    ),
    mend=Phrase("сверьте ИНН с выпиской из ЕГРЮЛ", "check it against the state register"),
    wrong="ИНН 8899014276",
    right="ИНН 8899014275",
    check=check,
    source=Phrase(
        "приказ ФНС России от 29.06.2012 № ММВ-7-6/435@",
        "order of the Tax Service of 29.06.2012 № ММВ-7-6/435@",
    ),
)
