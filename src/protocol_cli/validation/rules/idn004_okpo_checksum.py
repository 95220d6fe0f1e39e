"""IDN004: the check digit of an ОКПО is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.checksums import is_valid_okpo
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.identifiers import labelled
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule

_BRANCH = 14  # branches: the parent's code and six digits of their own


def check(paper: Paper) -> Iterator[Found]:
    for found in labelled(paper, "ОКПО"):
        code = found.value[:8] if len(found.value) == _BRANCH else found.value
        if found.fits and not is_valid_okpo(code):
            yield Found(found.place, {"value": found.value})


RULE = Rule(
    code="IDN004",
    name="okpo-checksum",
    severity=Severity.ERROR,
    checks=Phrase("контрольное число ОКПО не сходится", "The check digit of an ОКПО is wrong"),
    message=Phrase(
        "в ОКПО {value} ошибка: контрольное число не сходится",
        "the ОКПО {value} is wrong: its check digit does not agree",
    ),
    why=Phrase("по такому коду организацию не найти", "by such a code no organisation can be found"),
    mend=Phrase("сверьте код с уведомлением Росстата", "check it against the notice of Rosstat"),
    wrong="ОКПО 00032538",
    right="ОКПО 00032537",
    check=check,
    source=Phrase("ПР 50.1.024-2005", "ПР 50.1.024-2005"),
)
