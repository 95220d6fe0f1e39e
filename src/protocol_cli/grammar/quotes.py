"""Quoted passages of a line: «…», with quotes inside quotes, “…”, "…"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Outermost quoted passages as half-open spans with their marks, left to right.

    «ОАО «Порт»» counts as one passage even when a single mark closes both («ООО «УК «Город»); a passage that is never
    closed is none.
    """
    spans: list[tuple[int, int]] = []
    opened: list[int] = []
    last_close = -1
    straight = -1
    for i, c in enumerate(text):
        if c in "«„“" and (c != "“" or _opens(text, i)):
            if not opened:
                last_close = -1
            elif last_close >= 0 and i - last_close > 1 and c == "«" and _ended(text, last_close):
                spans.append((opened[0], last_close + 1))
                opened, last_close = [], -1
            opened.append(i)
        elif c in "»”" or (c == "“" and opened):
            if opened:
                last_close = i
                start = opened.pop()
                if not opened:
                    spans.append((start, i + 1))
                    last_close = -1
        elif c == '"':
            if straight < 0 and _opens(text, i):
                straight = i
            elif straight >= 0:
                if not opened:
                    spans.append((straight, i + 1))
                straight = -1
    if opened and last_close > opened[0]:
        spans.append((opened[0], last_close + 1))
    return sorted(spans)


def _opens(text: str, i: int) -> bool:
    return i == 0 or text[i - 1] in " («\t\n-–—"


def _ended(text: str, close: int) -> bool:
    """After this closing mark a new name begins outside: a comma, a bracket or a lower-case word follows it."""
    rest = text[close + 1 : close + 3]
    return rest[:1] in ",.;)" or (rest[:1] == " " and (rest[1:2].islower() or rest[1:2] in "(–—"))


def spans_between(spans: list[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """Return those of the sorted spans that have something in `start:end`."""
    first = max(0, bisect_right(spans, (start, start)) - 1)
    return [s for s in spans[first : bisect_left(spans, (end, end))] if s[1] > start]


def is_inside(spans: list[tuple[int, int]], offset: int) -> bool:
    """Tell whether the offset stands in one of the sorted spans, past its first character."""
    at = bisect_left(spans, (offset, offset)) - 1
    return at >= 0 and spans[at][0] < offset < spans[at][1]
