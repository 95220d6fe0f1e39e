"""CNS006: the attached protocol is later than the letter."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.validation.attached import attached_protocol, sent_protocols
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.heads import place_of_date
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule


def check(paper: Paper) -> Iterator[Found]:
    part, letter = attached_protocol(paper), paper.letter
    day = letter.content.date if letter else None
    later = part.content.date if part else None
    if part is None or day is None or later is None or later <= day:
        return
    if not any(reference.date for named in sent_protocols(paper) for reference in named):
        yield Found(place_of_date(paper, part), {"day": day, "later": later}, part.address)


RULE = Rule(
    code="CNS006",
    name="protocol-later-than-letter",
    severity=Severity.ERROR,
    checks=Phrase("приложенный протокол позже письма", "The attached protocol is later than the letter"),
    message=Phrase(
        "письмо от {day}, а протокол, который оно несёт, – от {later}",
        "the letter of {day} carries a protocol of {later}",
    ),
    why=Phrase(
        "приложить протокол ещё не состоявшегося совещания нельзя",
        "nobody can attach the protocol of a meeting to come",
    ),
    mend=Phrase("сверьте обе даты", "check both dates"),
    wrong="письмо от 06.05.2021 … ПРОТОКОЛ 16 июня 2021 года",
    right="письмо от 06.05.2021 … ПРОТОКОЛ 16 апреля 2021 года",
    check=check,
    source=Phrase("практика делопроизводства", "office practice"),
)
