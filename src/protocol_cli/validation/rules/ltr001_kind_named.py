"""LTR001: the letter bears the word «письмо»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocol_cli.validation.editions import Requisite
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule

_KIND = re.compile(r"^[ \t]*((?:СОПРОВОДИТЕЛЬНОЕ )?ПИСЬМО|Сопроводительное письмо)[ \t]*$", re.MULTILINE)


def check(paper: Paper) -> Iterator[Found]:
    part = paper.letter
    match = _KIND.search(paper.text, part.start, part.head_end) if part else None
    if part and match:
        yield Found(paper.span(match.start(1), match.end(1)), {"text": match[1]}, part.address)


RULE = Rule(
    code="LTR001",
    name="kind-named",
    severity=Severity.WARNING,
    checks=Phrase("на письме напечатано слово «письмо»", "The letter bears the word «письмо»"),
    message=Phrase("слово «{text}» на письме не пишут", "a letter does not bear the word {text!r}"),
    why=Phrase(
        "вид документа указывают на всех документах, кроме письма",
        "the kind is named on every paper but a letter",
    ),
    mend=Phrase("уберите эту строку", "remove the line"),
    wrong="СОПРОВОДИТЕЛЬНОЕ ПИСЬМО",
    right="О направлении протокола",
    check=check,
    requisite=Requisite.KIND,
)
