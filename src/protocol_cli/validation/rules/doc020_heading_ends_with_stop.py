"""DOC020: the heading ends with a full stop."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.models import Letter
from protocol_cli.validation.editions import Requisite
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule

_LAST = 20


def check(paper: Paper) -> Iterator[Found]:
    part = paper.letter
    subject = part.content.subject if part and isinstance(part.content, Letter) else None
    if part is None or not subject:
        return
    words = subject.split()[-1]
    at = paper.text.find(words + ".", part.start, part.head_end)
    after = at + len(words) + 1
    if at >= 0 and len(words) > 3 and paper.text[after : after + 1] in ("\n", ""):
        yield Found(paper.span(at, after), address=part.address)


RULE = Rule(
    code="DOC020",
    name="heading-ends-with-stop",
    severity=Severity.INFO,
    checks=Phrase("после заголовка стоит точка", "The heading ends with a full stop"),
    message=Phrase("после заголовка точку не ставят", "a heading takes no full stop"),
    why=Phrase("заголовок – не предложение", "a heading is no sentence"),
    mend=Phrase("уберите точку", "remove the full stop"),
    wrong="О направлении протокола.",
    right="О направлении протокола",
    check=check,
    requisite=Requisite.HEADING,
)
