"""A text as a row of words, numbers and marks, each with its place: what the grammar of time reads."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_+")
_FOLD = str.maketrans({
    "ё": "е", "–": "-", "—": "-", "−": "-", "‑": "-", "‒": "-", "«": '"', "»": '"', "“": '"', "”": '"', "„": '"', "'": '"',
    "’": '"', "­": None,
})  # fmt: skip
_PADDING = 8


class Tape:
    """Words of a text: `words` folded (lower case, «ё» as «е», one dash, one quote), `starts` and `ends` their offsets.

    Several empty words stand after the last one, so that a rule may look ahead without asking for the length.
    """

    __slots__ = ("ends", "size", "starts", "text", "wide", "words")

    def __init__(self, text: str, *, wide: bool = False) -> None:
        self.text = text
        self.wide = wide
        found = [(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(text)]
        self.size = len(found)
        self.words = [word.lower().translate(_FOLD) for word, _, _ in found] + [""] * _PADDING
        self.starts = [start for _, start, _ in found] + [len(text)] * _PADDING
        self.ends = [end for _, _, end in found] + [len(text)] * _PADDING

    def tight(self, at: int) -> bool:
        """Tell whether nothing stands between the word and the one before it."""
        return at > 0 and self.starts[at] == self.ends[at - 1]

    def raw(self, at: int) -> str:
        """Return the word as it stands in the text."""
        return self.text[self.starts[at] : self.ends[at]]
