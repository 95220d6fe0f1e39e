"""CNS003: the attached protocol bears another title than the letter's heading."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.models import Letter, Protocol
from protocol_cli.validation.attached import attached_protocol, quoted
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule

_SHOWN = 60


def check(paper: Paper) -> Iterator[Found]:
    part, letter = attached_protocol(paper), paper.letter
    if (
        part is None
        or letter is None
        or not isinstance(letter.content, Letter)
        or not isinstance(part.content, Protocol)
    ):
        return
    subject = letter.content.subject or ""
    said, title = quoted(subject), quoted(part.content.title)
    if not said or not title or "протокол" not in subject.casefold() or said in title or title in said:
        return
    first, second = (text[text.index("«") + 1 :].rstrip("»")[:_SHOWN] for text in (subject, part.content.title or ""))
    yield Found(part.content.span, {"said": first, "title": second}, part.address)


RULE = Rule(
    code="CNS003",
    name="attached-protocol-title",
    severity=Severity.WARNING,
    checks=Phrase(
        "приложенный протокол назван иначе, чем в заголовке письма",
        "The attached protocol bears another title than the letter's heading",
    ),
    message=Phrase(
        "в заголовке письма – «{said}», в протоколе – «{title}»",
        "the letter's heading says {said!r}, the protocol {title!r}",
    ),
    why=Phrase(
        "возможно, приложен протокол другого совещания",
        "it may be the protocol of another meeting",
    ),
    mend=Phrase("сверьте названия", "check the titles"),
    wrong="О направлении протокола семинара «Школьная библиотека» … ПРОТОКОЛ семинара «Школьная столовая»",
    right="О направлении протокола семинара «Школьная библиотека» … ПРОТОКОЛ семинара «Школьная библиотека»",
    check=check,
    source=Phrase("практика делопроизводства", "office practice"),
)
