"""IDN002: a КПП is out of form."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.checksums import is_valid_kpp
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.identifiers import labelled
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule


def check(paper: Paper) -> Iterator[Found]:
    for found in labelled(paper, "КПП"):
        if found.fits and not is_valid_kpp(found.value):
            yield Found(found.place, {"value": found.value})


RULE = Rule(
    code="IDN002",
    name="kpp-form",
    severity=Severity.ERROR,
    checks=Phrase("КПП написан не по форме", "A КПП is out of form"),
    message=Phrase("КПП {value} не может быть таким", "the КПП {value} cannot be right"),
    why=Phrase(
        "КПП – код налогового органа, причина постановки и три цифры",
        "it is made of a tax office, a reason and three digits",
    ),
    mend=Phrase("сверьте КПП с выпиской из ЕГРЮЛ", "check it against the state register"),
    wrong="КПП 000101001",
    right="КПП 889901001",
    check=check,
    source=Phrase(
        "приказ ФНС России от 29.06.2012 № ММВ-7-6/435@",
        "order of the Tax Service of 29.06.2012 № ММВ-7-6/435@",
    ),
)
