"""DOC022: a blank is left in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule

_BLANK = re.compile(r"_{2,}")
_GOES_ON = re.compile(r"[ \t]*[^\s_]")
_UNTIL = re.compile(r"\bдо\s«?$")
_SHORTEST = 3
_WORD = re.compile(r"[^\s_]+[ ]?$")
_NEAR = 30


def check(paper: Paper) -> Iterator[Found]:
    for part in paper.parts:
        for match in _BLANK.finditer(paper.text, part.head_end, part.tail_start):
            line = paper.text[max(part.head_end, match.start() - _NEAR) : match.start()]
            before = _WORD.search(line)
            inside = len(match[0]) >= _SHORTEST and _GOES_ON.match(paper.text, match.end())
            if before and (inside or _UNTIL.search(line)):  # a blank that opens a line is a place for a signature
                start = match.start() - len(before[0])
                yield Found(paper.span(start, match.end()), {"text": paper.text[start : match.end()]}, part.address)


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
