"""IDN009: a phone number has a digit too many or too few."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocol_cli.models import Letter
from protocol_cli.validation.editions import Requisite
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule

_EXTENSION = re.compile(r"(?:доб|вн|ext)\.?.*|[,;/].*", re.IGNORECASE)
_FULL = re.compile(r"\s*(?:\+\s?7|8\s?[( -])")
_USUAL = 11


def check(paper: Paper) -> Iterator[Found]:
    part = paper.letter
    if part is None or not isinstance(part.content, Letter):
        return
    executor = part.content.executor
    phones = [
        *part.content.contacts.phones,
        *part.content.contacts.faxes,
        *([executor.phone] if executor and executor.phone else []),
    ]
    for phone in dict.fromkeys(phones):
        digits = re.sub(r"\D", "", _EXTENSION.sub("", phone))
        # Two off or more, and it was cut off by the reading rather than by the paper.
        if _FULL.match(phone) and abs(len(digits) - _USUAL) == 1:
            place = paper.locate(phone, part.start, part.end, paper.opening(part))
            after = paper.text[place.end : place.end + 1]
            if not after.isdigit():
                yield Found(place, {"phone": phone, "count": len(digits)}, part.address)


RULE = Rule(
    code="IDN009",
    name="phone-digits",
    severity=Severity.WARNING,
    checks=Phrase(
        "в телефоне лишняя или пропущенная цифра",
        "A phone number has a digit too many or too few",
    ),
    message=Phrase(
        "в телефоне {phone} цифр {count}, а должно быть 11",
        "the phone {phone} has {count} digits and should have 11",
    ),
    why=Phrase("по такому номеру не дозвониться", "nobody can be reached by it"),
    mend=Phrase("сверьте номер", "check the number"),
    wrong="+7 (386 9) 412-03",
    right="+7 (386 9) 41-20-35",
    check=check,
    requisite=Requisite.CONTACTS,
)
