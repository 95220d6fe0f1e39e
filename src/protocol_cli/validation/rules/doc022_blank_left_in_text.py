"""DOC022: a blank is left in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule

_BLANK = re.compile(r"[^\s_]+[ ]?_{3,}(?=[ \t]*[^\s_])|\bдо\s«?_{2,}")


def check(paper: Paper) -> Iterator[Found]:
    if "___" not in paper.text:
        return
    for part in paper.parts:
        for match in _BLANK.finditer(paper.text, part.head_end, part.tail_start):
            text = " ".join(match[0].split())
            yield Found(paper.span(match.start(), match.end()), {"text": text}, part.address)


RULE = Rule(
    code="DOC022",
    name="blank-left-in-text",
    severity=Severity.WARNING,
    checks=Phrase("в тексте осталось незаполненное место", "A blank is left in the text"),
    message=Phrase("незаполненное место: «{text}»", "a blank is left: {text!r}"),
    why=Phrase("документ вышел раньше, чем был закончен", "the paper went out before it was finished"),
    mend=Phrase("впишите пропущенное", "fill it in"),
    wrong="Срок – до ____ мая 2021 года",
    right="Срок – до 15 мая 2021 года",
    check=check,
    source=Phrase("практика делопроизводства", "office practice"),
)
