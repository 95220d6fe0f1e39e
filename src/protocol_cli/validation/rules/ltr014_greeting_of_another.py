"""LTR014: the greeting is to another than the addressee."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocol_cli.models import Letter
from protocol_cli.validation.editions import Requisite
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule

_GREETING = re.compile(r"Уважаем(?:ый|ая),?\s+([А-ЯЁ])\w+\s+([А-ЯЁ])\w+(?:ич|вна|чна|шна)\b")
_INITIALS = re.compile(r"\b([А-ЯЁ])\.\s?([А-ЯЁ])\.")


def check(paper: Paper) -> Iterator[Found]:
    part = paper.letter
    if part is None or not isinstance(part.content, Letter) or not part.content.salutation:
        return
    named = [addressee for addressee in part.content.addressees if not addressee.copy_]
    greeting = _GREETING.match(part.content.salutation)
    initials = _INITIALS.search(named[0].name or "") if len(named) == 1 else None
    if greeting and initials and greeting.groups() != initials.groups():
        place = paper.locate(part.content.salutation.split()[0], part.start, part.end, paper.opening(part))
        yield Found(place, {"addressee": named[0].name or "", "greeting": part.content.salutation}, part.address)


RULE = Rule(
    code="LTR014",
    name="greeting-of-another",
    severity=Severity.WARNING,
    checks=Phrase("в обращении не тот, кому письмо", "The greeting is to another than the addressee"),
    message=Phrase(
        "письмо {addressee}, а обращение – «{greeting}»",
        "the letter is to {addressee}, the greeting is {greeting!r}",
    ),
    why=Phrase(
        "имя чаще всего осталось от прежнего письма",
        "the name is mostly left over from an earlier letter",
    ),
    mend=Phrase(
        "исправьте имя в обращении или в адресате",
        "mend the name in the greeting, or in the address",
    ),
    wrong="Директору Ланских П.А. … Уважаемый Игорь Ильич!",
    right="Директору Ланских П.А. … Уважаемый Пётр Андреевич!",
    check=check,
    requisite=Requisite.TEXT,
)
