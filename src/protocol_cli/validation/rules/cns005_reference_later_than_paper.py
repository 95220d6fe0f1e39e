"""CNS005: the paper refers to what did not exist on its day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from protocol_cli.models import Letter
from protocol_cli.validation.attached import attached_protocol
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule


def check(paper: Paper) -> Iterator[Found]:
    letter = paper.letter
    attached = attached_protocol(paper)
    for part in paper.parts:
        day = part.content.date
        if day is None:
            continue
        for reference in paper.document.references:
            if reference.date is None or reference.date <= day or not part.start <= reference.span.start < part.end:
                continue
            # That the letter names another date than the attached protocol bears is told by another rule.
            if part is letter and attached is not None and reference.kind.startswith("протокол"):
                continue
            if _is_written(paper, reference.span.start, reference.span.end, reference.date):
                yield Found(reference.span, {"text": " ".join(reference.text.split()), "day": day}, part.address)
        if part is letter and isinstance(part.content, Letter):
            for answered in part.content.in_reply_to:
                if answered.date is not None and answered.date > day:
                    shown = f"№ {answered.number or '?'}"
                    place = paper.locate(answered.number or "", part.start, part.head_end, paper.opening(part))
                    yield Found(place, {"text": shown, "day": day}, part.address)


def _is_written(paper: Paper, start: int, end: int, day: dt.date) -> bool:
    """Whether the reference itself has this date in full: a year taken from elsewhere is no solid ground."""
    return not paper.text or any(date.day == day and start <= date.start < end for date in paper.dates)


RULE = Rule(
    code="CNS005",
    name="reference-later-than-paper",
    severity=Severity.ERROR,
    checks=Phrase(
        "документ ссылается на то, чего в его день ещё не было",
        "The paper refers to what did not exist on its day",
    ),
    message=Phrase(
        "{text} – позже самого документа ({day})",
        "{text} is later than the paper itself ({day})",
    ),
    why=Phrase(
        "одна из дат ошибочна: сослаться на будущий документ нельзя",
        "one of the dates is wrong: nobody can refer to a paper of the future",
    ),
    mend=Phrase("сверьте обе даты", "check both dates"),
    wrong="письмо от 06.05.2021 … в соответствии с письмом от 08.06.2021 № 57-2097",
    right="письмо от 06.05.2021 … в соответствии с письмом от 08.04.2021 № 57-2097",
    check=check,
    source=Phrase("практика делопроизводства", "office practice"),
)
