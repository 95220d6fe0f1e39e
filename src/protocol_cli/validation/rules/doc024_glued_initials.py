"""DOC024: initials or «г.» are glued to what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule

_GLUED = re.compile(r"(?<![\w.])(?:[А-ЯЁ]\.[А-ЯЁ]\.[А-ЯЁ][а-яё]+|г\.[А-ЯЁ][а-яё]+)")


def check(paper: Paper) -> Iterator[Found]:
    for match in _GLUED.finditer(paper.text):
        yield Found(paper.span(match.start(), match.end()), {"text": match[0]})


RULE = Rule(
    code="DOC024",
    name="glued-initials",
    severity=Severity.INFO,
    checks=Phrase(
        "инициалы или «г.» слиты с тем, что за ними",
        "Initials or «г.» are glued to what follows",
    ),
    message=Phrase("«{text}»: после точки нет пробела", "{text!r}: there is no space after the dot"),
    why=Phrase(
        "правилами не установлено, но пробел облегчает поиск и перенос",
        "no rule asks for it, but a space helps searching and line breaks",
    ),
    mend=Phrase("поставьте неразрывный пробел", "put a no-break space"),
    wrong="Л.А.Кошурникова, г.Светлоярск",
    right="Л.А. Кошурникова, г. Светлоярск",
    check=check,
    source=Phrase("практика делопроизводства", "office practice"),
    on=False,
)
