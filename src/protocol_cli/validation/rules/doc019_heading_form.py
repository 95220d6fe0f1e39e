"""DOC019: the heading does not begin with «О», «Об», «Обо»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocol_cli.models import Letter
from protocol_cli.validation.editions import Requisite
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.heads import heading_without_preposition
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule

_GOOD = re.compile(r"[«\"]?(?:о|об|обо|o)\s|по вопрос|касательно", re.IGNORECASE)
_SHOWN = 60


def check(paper: Paper) -> Iterator[Found]:
    part = paper.letter
    if part is None or not isinstance(part.content, Letter):
        return
    subject = part.content.subject
    if subject is None:
        place = heading_without_preposition(paper, part)
        subject = paper.text[place.start : place.end] if place else None
    else:
        place = paper.locate(subject.split()[0], part.start, part.head_end, paper.opening(part))
    if subject and not _GOOD.match(subject):
        shown = subject if len(subject) <= _SHOWN else subject[:_SHOWN] + "…"
        yield Found(place, {"subject": shown}, part.address)


RULE = Rule(
    code="DOC019",
    name="heading-form",
    severity=Severity.INFO,
    checks=Phrase(
        "заголовок письма начинается не с «О», «Об», «Обо»",
        "The heading does not begin with «О», «Об», «Обо»",
    ),
    message=Phrase(
        "заголовок «{subject}» отвечает не на вопрос «о чём?»",
        "the heading {subject!r} does not say what the letter is about",
    ),
    why=Phrase(
        "заголовок согласуют с видом документа: письмо (о чём?) – «О направлении …»",
        "the heading answers the question «about what?»",
    ),
    mend=Phrase("начните заголовок с «О» или «Об»", "begin the heading with «О» or «Об»"),
    wrong="Направление протокола",
    right="О направлении протокола",
    check=check,
    requisite=Requisite.HEADING,
)
