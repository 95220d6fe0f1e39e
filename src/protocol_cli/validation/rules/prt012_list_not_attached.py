"""PRT012: a list of those present is promised but not attached."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocol_cli.validation.attached import protocol_of
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule

_PROMISED = re.compile(r"список[^.\n]{0,30}прилагается|лист регистрации[^.\n]{0,20}прилагается")
_LISTED = re.compile(r"(?:^|\n)\s*(?:приложени[ея]|список|лист регистрации)[\s:№]")


def check(paper: Paper) -> Iterator[Found]:
    for part in paper.protocols:
        protocol = protocol_of(part)
        match = _PROMISED.search(paper.folded, part.start, part.end) if protocol else None
        if protocol and match and not protocol.attachments and not _LISTED.search(paper.folded, match.end(), part.end):
            yield Found(paper.span(match.start(), match.end()), {"text": match[0]}, part.address)


RULE = Rule(
    code="PRT012",
    name="list-not-attached",
    severity=Severity.INFO,
    checks=Phrase(
        "список присутствующих обещан, но не приложен",
        "A list of those present is promised but not attached",
    ),
    message=Phrase("сказано «{text}», а списка в файле нет", "it says {text!r}, but the file has no list"),
    why=Phrase("без списка неясно, кто принимал решение", "without it one cannot tell who decided"),
    mend=Phrase("приложите список", "attach the list"),
    wrong="Присутствовали: 36 человек (список прилагается)",
    right="Присутствовали: 36 человек (список прилагается) … Приложение: список присутствующих",
    check=check,
    source=Phrase("практика делопроизводства", "office practice"),
)
