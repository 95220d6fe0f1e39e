"""The place of a value that has none of its own, looked for inside the part it belongs to.

The reading gives spans to objects; a number or a date is pointed at only where its part writes it exactly once, so that
nothing false is ever pointed at.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from protocol_cli.export.wording import MONTHS

if TYPE_CHECKING:
    from protocol_cli.models import Grounded, Protocol, Span

Range = tuple[int, int]
Pick = Literal["only", "first", "last"]
LONGEST = 2_000
_IGNORED = re.compile(r"[\s\-\u00ad]")


def place_of_text(text: str, ranges: Iterable[Range], value: str, pick: Pick = "only") -> Span | None:
    """Where one of the `ranges` says `value`, whatever case, spaces, hyphens and line ends are in it.

    The first range that says it exactly once decides; `pick` "first" or "last" takes that mention where there are more.
    """
    wanted = "".join(_folded(sign) for sign in value[:LONGEST] if not _IGNORED.match(sign))
    if not wanted:
        return None
    for start, end in ranges:
        signs: list[str] = []
        offsets: list[int] = []
        for at in range(start, min(end, len(text))):
            if not _IGNORED.match(text[at]):
                signs.append(_folded(text[at]))
                offsets.append(at)
        found = list(_mentions(text, "".join(signs), offsets, wanted))
        if len(found) == 1 or (found and pick != "only"):
            return _span(text, *found[-1 if pick == "last" else 0])
    return None


def place_of_date(text: str, ranges: Iterable[Range], date: dt.date) -> Span | None:
    """Where one of the `ranges` writes the date, and once: 06.05.2021, «6 мая 2021 г.», «06» мая 2021."""
    month = MONTHS[date.month - 1]
    year = rf"(?:{date.year // 100})?{date.year % 100:02}"
    written = rf"0?{date.day}\s?\.\s?0?{date.month}\s?\.\s?{year}|[«\"]?0?{date.day}[»\"]?\s+{month}\s+{date.year}"
    pattern = re.compile(rf"(?<!\d)(?:{written})(?!\d)", re.IGNORECASE)
    for start, end in ranges:
        found = list(pattern.finditer(text, start, end))
        if len(found) == 1:
            return _span(text, found[0].start(), found[0].end())
    return None


def protocol_ranges(text: str, protocols: Iterable[Protocol], begin: int) -> list[tuple[Range, Range]]:
    """For each protocol its head and its whole; `begin` is where the letter before them ends.

    A protocol's span is that of its heading: number and date may stand above it, and its head ends where its lists begin.
    """
    known = list(protocols)
    ends = [max([protocol.span.end, *(one.span.end for one in _lists(protocol))]) for protocol in known]
    starts = [begin, *ends[:-1]]
    ranges = []
    for number, protocol in enumerate(known):
        after = [one.span.start for one in _lists(protocol) if one.span.start >= protocol.span.end]
        last = known[number + 1].span.start if number + 1 < len(known) else len(text)
        ranges.append(((starts[number], min(after, default=last)), (starts[number], last)))
    return ranges


def _lists(protocol: Protocol) -> list[Grounded]:
    return [*protocol.participants, *protocol.agenda, *protocol.discussion, *protocol.decisions]


def _mentions(text: str, signs: str, offsets: list[int], wanted: str) -> Iterable[Range]:
    """Whole-word mentions, as ranges of the text."""
    at = signs.find(wanted)
    while at >= 0:
        begin, end = offsets[at], offsets[at + len(wanted) - 1] + 1
        glued = (begin > 0 and text[begin - 1].isalnum() and text[begin].isalnum()) or (
            end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
        )
        if not glued:
            yield begin, end
        at = signs.find(wanted, at + 1)


def _folded(sign: str) -> str:
    lower = sign.lower()
    return "е" if lower == "ё" else lower if len(lower) == 1 else sign


def _span(text: str, start: int, end: int) -> Span:
    from protocol_cli.models import Span as Place

    return Place(start=start, end=end, page=text.count("\f", 0, start) + 1)
