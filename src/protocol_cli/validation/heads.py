"""Places in the head of a paper."""

from __future__ import annotations

import re

from protocol_cli.models import Letter, Span
from protocol_cli.validation.paper import Paper, Part

_DOING = re.compile(r"[А-ЯЁ][а-яё]{3,}(?:ение|ание|овка|ация|ытие|ка)\s+[а-яё]")
_DATES = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d")
_REGISTERED = re.compile(r"№\s?\S+")
_TELEPHONES = re.compile(r"[+(]?\d[\d\s()-]{5,}\d")


def place_of_date(paper: Paper, part: Part) -> Span:
    """Where the part's own date is written; its first line where it cannot be told."""
    for date in paper.dates:
        if date.day is not None and date.day == part.content.date and part.start <= date.start < part.head_end:
            return paper.span(date.start, date.end)
    return paper.opening(part)


def without_dates(text: str) -> str:
    """The text without dates in digits and telephones: both would pass for numbers."""
    return _TELEPHONES.sub("", _DATES.sub("", text))


def heading_without_preposition(paper: Paper, part: Part) -> Span | None:
    """The line right above the text that names a doing without «О»: «Направление протокола»; None when there is none."""
    end = len(paper.text[part.start : part.head_end].rstrip()) + part.start
    line = paper.text.rfind("\n", part.start, end) + 1
    if not isinstance(part.content, Letter) or not _DOING.match(paper.text[line:end]):
        return None
    # Apart from the addressees by an empty line.
    return paper.span(line, end) if paper.text[part.start : line].endswith("\n\n") else None


def without_numbers(text: str) -> str:
    """The text without dates in digits and registration numbers, which would pass for telephones."""
    return _REGISTERED.sub("", _DATES.sub("", text))
