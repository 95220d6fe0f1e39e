"""Places in the head of a paper."""

from __future__ import annotations

import re

from protocol_cli.models import Span
from protocol_cli.validation.paper import Paper, Part

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


def without_numbers(text: str) -> str:
    """The text without dates in digits and registration numbers, which would pass for telephones."""
    return _REGISTERED.sub("", _DATES.sub("", text))
