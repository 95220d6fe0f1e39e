"""A passage: clean text that knows where each of its characters stands in the document.

Offsets are carried through every step (cleaning, joining of lines, slicing) and never searched for again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

EDGE = " \t\n"


@dataclass(frozen=True, slots=True)
class Passage:
    """Clean text with the offset of each character: `offsets[i]` is where `text[i]` stands in the document's text.

    A character put in by joining (the space for a line break) has the offset of what it stands for.
    """

    text: str
    offsets: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return bool(self.text)

    def __getitem__(self, piece: slice) -> Passage:
        return Passage(self.text[piece], self.offsets[piece])

    @property
    def start(self) -> int:
        """Offset of the first character in the document's text."""
        return self.offsets[0]

    @property
    def end(self) -> int:
        """Offset after the last character in the document's text."""
        return self.offsets[-1] + 1

    def strip(self, chars: str = EDGE) -> Passage:
        """The passage without `chars` at its ends."""
        text = self.text
        left = len(text) - len(text.lstrip(chars))
        right = len(text.rstrip(chars))
        return self if not left and right == len(text) else self[left : max(left, right)]

    def rstrip(self, chars: str) -> Passage:
        """The passage without `chars` at its end."""
        return self[: len(self.text.rstrip(chars))]

    def lstrip(self, chars: str) -> Passage:
        """The passage without `chars` at its beginning."""
        return self[len(self.text) - len(self.text.lstrip(chars)) :]

    def cut(self, match: re.Match[str], group: int | str = 0) -> Passage:
        """What `group` of a match in `self.text` took; empty when the group took no part."""
        start, end = match.span(group)
        return self[max(start, 0) : max(end, 0)]

    def split(self, pattern: re.Pattern[str]) -> list[Passage]:
        """The stretches between the matches of `pattern`, stripped; empty ones are left out."""
        out, at = [], 0
        for match in pattern.finditer(self.text):
            out.append(self[at : match.start()].strip())
            at = match.end()
        out.append(self[at:].strip())
        return [p for p in out if p]

    def without(self, pattern: re.Pattern[str]) -> Passage:
        """The passage less every match of `pattern`; single spaces remain."""
        kept: list[Passage] = []
        at = 0
        for match in pattern.finditer(self.text):
            kept.append(self[at : match.start()])
            at = match.end()
        return self if not at else squeeze(concatenate([*kept, self[at:]])).strip()


EMPTY = Passage("", ())


def concatenate(passages: Iterable[Passage]) -> Passage:
    """The passages set one after the other with nothing between."""
    parts = list(passages)
    if len(parts) == 1:
        return parts[0]
    return Passage("".join([p.text for p in parts]), tuple(chain.from_iterable([p.offsets for p in parts])))


def join(passages: Iterable[Passage], separator: str = " ") -> Passage:
    """The non-empty passages with `separator` between; its characters get the offset after what precedes."""
    parts: list[Passage] = []
    for passage in passages:
        if not passage:
            continue
        if parts:
            parts.append(Passage(separator, (parts[-1].end,) * len(separator)))
        parts.append(passage)
    return concatenate(parts)


_SPACES = re.compile(r" {2,}")


def squeeze(passage: Passage) -> Passage:
    """The passage with runs of spaces made single."""
    if "  " not in passage.text:
        return passage
    kept: list[Passage] = []
    at = 0
    for match in _SPACES.finditer(passage.text):
        kept.append(passage[at : match.start() + 1])
        at = match.end()
    return concatenate([*kept, passage[at:]])
