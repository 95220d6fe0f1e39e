"""IDN005: the check digits of a СНИЛС are wrong."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.checksums import is_valid_snils
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.identifiers import labelled
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule


def check(paper: Paper) -> Iterator[Found]:
    for found in labelled(paper, "СНИЛС"):
        if found.fits and not is_valid_snils(found.value):
            yield Found(found.place, {"value": paper.text[found.place.start : found.place.end]})


RULE = Rule(
    code="IDN005",
    name="snils-checksum",
    severity=Severity.ERROR,
    checks=Phrase("контрольное число СНИЛС не сходится", "The check digits of a СНИЛС are wrong"),
    message=Phrase(
        "в СНИЛС {value} ошибка: контрольное число не сходится",
        "the СНИЛС {value} is wrong: its check digits do not agree",
    ),
    why=Phrase("по такому номеру человека не найти", "by such a number nobody can be found"),
    mend=Phrase("сверьте номер со свидетельством", "check it against the certificate"),
    wrong="СНИЛС 112-233-445 96",
    right="СНИЛС 112-233-445 95",
    check=check,
    source=Phrase("приказ ПФР от 13.06.2019 № 335п", "order of the Pension Fund of 13.06.2019 № 335п"),
)
