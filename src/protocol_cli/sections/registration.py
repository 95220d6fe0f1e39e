"""Registration of a letter and what it answers: «06.05.2021 № 57-2751», «на № … от …» (requisites 10–12)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from protocol_cli.grammar.registration import read_in_reply_to, read_registration
from protocol_cli.layout.joining import join_lines
from protocol_cli.layout.normalise import fold
from protocol_cli.layout.text_rows import TextRow
from protocol_cli.models import InReplyTo
from protocol_cli.sections.paper import Paper

_REPLY = re.compile(r"(?:на (?:ваш[еи]? )?(?:исх\.? ?)?(?:№|n)|на исх)")

_RECEIVED = re.compile(r"вх(?:од\w*)?\.? ?(?:№|n)(?!.*исх)")  # the stamp of the one who received it


@dataclass(frozen=True, slots=True)
class LetterRegistration:
    """Number and date of a letter, and the letters it answers."""

    number: str | None
    date: dt.date | None
    in_reply_to: tuple[InReplyTo, ...]


_FILLED_IN = re.compile(r"(?<=[\w«»])_+|_+(?=\w)")


def _without_lines(text: str) -> str:
    """«_09_» __февраля__ 2016 г. № _61_» without the lines of the form that were filled in."""
    return " ".join(_FILLED_IN.sub(" ", text).split()) if re.search(r"_[\dа-я]|[\dа-я]_", text) else text


def read_letter_registration(paper: Paper, rows: Sequence[TextRow]) -> LetterRegistration:
    """Number, date and «на № … от …» of a letter's registration lines."""
    own: list[TextRow] = []
    replies: list[TextRow] = []
    received = False
    for row in rows:
        folded = fold(row.text)
        received = bool(_RECEIVED.match(folded)) or (received and folded.startswith("от "))
        if received:
            continue
        at = _REPLY.search(folded)
        (
            replies
            if (at and at.start() == 0)
            or (replies and own and not re.search(r"исх", folded) and re.match(r"(?:от|№|n|_)", folded))
            else own
        ).append(row)
    number: str | None = None
    date: dt.date | None = None
    for row in own:
        found = read_registration(_without_lines(row.text))
        number = number or found.number
        date = date or found.date
    if own and (number is None or date is None):
        found = read_registration(_without_lines(join_lines([r.passage for r in own]).text))
        number, date = number or found.number, date or found.date
    text = " ".join(r.text for r in replies) or " ".join(r.text for r in own)
    answered = [
        InReplyTo(number=reply.number, date=reply.date)
        for reply in read_in_reply_to(text)
        if reply.number is not None or reply.date is not None
    ]
    for row in rows:
        paper.take("registration", row.passage)
    return LetterRegistration(number, date, tuple(answered))
