"""Numbers of items: gaps, repeats and disorder."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from protocol_cli.models import Span
from protocol_cli.validation.paper import Paper

_ROMAN = re.compile(r"(?=[IVXLC])(X[CL]|L?X{0,3})(I[XV]|V?I{0,3})")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_LARGEST_GAP = 5  # a greater leap is a list cut out of a longer one, or a misreading


@dataclass(frozen=True, slots=True)
class Break:
    """The number `number` follows `before`; `missing` holds what lies between, none when it repeats or goes back."""

    place: Span
    before: str
    number: str
    missing: tuple[str, ...]


def breaks(paper: Paper, numbered: Iterable[tuple[str | None, str | None, Span]]) -> Iterator[Break]:
    """Where the counting breaks in items given as number, group and place.

    A list that begins again at 1 is a new list. A number that a line between the two begins with, or that others stand
    under, is not missing: the reading took it for something else.
    """
    items = [(number, group, place) for number, group, place in numbered if number]
    parents = {number.rpartition(".")[0] for number, _, _ in items}
    last: dict[tuple[str | None, str], tuple[int, str, Span]] = {}
    for number, group, place in items:
        parent, _, own = number.rpartition(".")
        value = _value(own)
        if value is None:
            continue
        key = (group, parent)
        before = last.get(key)
        last[key] = (value, number, place)
        if before is None or value == before[0] + 1 or value == 1:
            continue
        prefix = f"{parent}." if parent else ""
        missing = tuple(f"{prefix}{_written(count, own)}" for count in range(before[0] + 1, value))
        if len(missing) > _LARGEST_GAP or any(name in parents for name in missing):
            continue
        between = paper.text[before[2].start : place.start]
        if any(_stands(between, name) for name in missing):
            continue
        yield Break(place, before[1], number, missing)


def _value(text: str) -> int | None:
    if text.isdecimal():
        return int(text)
    if not text or not _ROMAN.fullmatch(text):
        return None
    values = [_VALUES[sign] for sign in text]
    return sum(-v if any(w > v for w in values[i + 1 : i + 2]) else v for i, v in enumerate(values))


def _written(count: int, like: str) -> str:
    if like.isdecimal():
        return str(count)
    tens, ones = divmod(count, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


def _stands(text: str, number: str) -> bool:
    """Whether a line, or a cell, of the text begins with the number, or with its last part."""
    own = re.escape(number.rpartition(".")[2])
    whole = re.escape(number)
    pattern = rf"(?:^|[\t;]|\s\s)[^\w\n]{{0,4}}(?:{whole}|{own})(?:[.):\t ]|\s|$)"
    return re.search(pattern, text, re.MULTILINE) is not None
