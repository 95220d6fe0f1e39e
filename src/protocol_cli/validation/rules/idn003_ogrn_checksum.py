"""IDN003: the check digit of an ОГРН or ОГРНИП is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.checksums import is_valid_ogrn, is_valid_ogrnip
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.identifiers import labelled
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule


def check(paper: Paper) -> Iterator[Found]:
    for found in labelled(paper, "ОГРН", "ОГРНИП"):
        if found.fits and not (is_valid_ogrn(found.value) or is_valid_ogrnip(found.value)):
            yield Found(found.place, {"label": found.label, "value": found.value})


RULE = Rule(
    code="IDN003",
    name="ogrn-checksum",
    severity=Severity.ERROR,
    checks=Phrase(
        "контрольное число ОГРН или ОГРНИП не сходится",
        "The check digit of an ОГРН or ОГРНИП is wrong",
    ),
    message=Phrase(
        "в {label} {value} ошибка: контрольное число не сходится",
        "the {label} {value} is wrong: its check digit does not agree",
    ),
    why=Phrase(
        "по такому номеру организацию в реестре не найти",
        "by such a number no organisation can be found",
    ),
    mend=Phrase("сверьте номер с выпиской из реестра", "check it against the state register"),
    wrong="ОГРН 1038899004177",
    right="ОГРН 1038899004176",
    check=check,
    source=Phrase(
        "приказ Минфина России от 30.10.2017 № 165н",
        "order of the Ministry of Finance of 30.10.2017 № 165н",
    ),
)
