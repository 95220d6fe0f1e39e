"""IDN008: an identifier has a digit too many or too few."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.validation.finding import Phrase, Severity, Value
from protocol_cli.validation.identifiers import LENGTHS, labelled
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule


def check(paper: Paper) -> Iterator[Found]:
    for found in labelled(paper, *LENGTHS):
        if not found.fits and found.whole:
            lengths = LENGTHS[found.label]
            wanted = Phrase(" или ".join(map(str, lengths)), " or ".join(map(str, lengths)))
            values: dict[str, Value] = {
                "label": found.label,
                "value": found.value,
                "count": len(found.value),
                "wanted": wanted,
            }
            yield Found(found.place, values)


RULE = Rule(
    code="IDN008",
    name="identifier-length",
    severity=Severity.ERROR,
    checks=Phrase(
        "в ИНН, КПП, ОГРН, ОКПО, СНИЛС или БИК лишняя или пропущенная цифра",
        "An identifier has a digit too many or too few",
    ),
    message=Phrase(
        "{label} {value}: знаков {count}, а должно быть {wanted}",
        "{label} {value} has {count} signs and should have {wanted}",
    ),
    why=Phrase(
        "по такому номеру организацию не найти",
        "by such a number no organisation can be found",
    ),
    mend=Phrase("сверьте номер с документом", "check the number"),
    wrong="ИНН 889901427",
    right="ИНН 8899014275",
    check=check,
    source=Phrase("практика делопроизводства", "office practice"),
)
