"""Places in the text as people find them: page, line, column, and the line itself with what to underline."""

from __future__ import annotations

from dataclasses import dataclass

from protocol_cli.models import Span

_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The line where a place begins.

    `line` counts within the page, `text_line` within the whole text, both from 1, as does `column`. `text` is the
    line, `start` and `end` what of it belongs to the place.
    """

    page: int
    line: int
    text_line: int
    column: int
    text: str
    start: int
    end: int


def excerpt(text: str, place: Span) -> Excerpt | None:
    """The line of `text` where the place begins; None where the text does not reach."""
    if place.start >= len(text):
        return None
    begin = max(text.rfind("\n", 0, place.start), text.rfind("\f", 0, place.start)) + 1
    stop = min((at for sign in "\n\f" if (at := text.find(sign, place.start)) >= 0), default=len(text))
    page_start = text.rfind("\f", 0, place.start) + 1
    line = text[begin:stop].rstrip()
    start = min(place.start - begin, len(line))
    end = max(start + 1, min(place.end - begin, len(line)))
    before = text[:begin]
    return Excerpt(
        page=place.page,
        line=1 + text.count("\n", page_start, begin),
        text_line=1 + before.count("\n") + before.count("\f") - before.count("\n\f"),
        column=place.start - begin + 1,
        text=line,
        start=start,
        end=end,
    )


def cut(found: Excerpt, width: int) -> tuple[str, int, int]:
    """The line without its indent and no longer than `width`, and what to underline; a long line is cut around it."""
    indent = len(found.text) - len(found.text.lstrip())
    indent = min(indent, found.start)
    text, start, end = found.text[indent:], found.start - indent, found.end - indent
    if len(text) <= width:
        return text, start, end
    first = max(0, min(start - width // 4, len(text) - width))
    if first:
        text, start, end = _ELLIPSIS + text[first + 1 :], start - first, end - first
    if len(text) > width:
        text = text[: width - 1] + _ELLIPSIS
    return text, start, min(end, len(text))
