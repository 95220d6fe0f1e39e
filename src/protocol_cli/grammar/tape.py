"""A text as a row of words, numbers and marks, each with its place: what the grammar of time reads."""

from __future__ import annotations

import re

from protocol_cli.grammar.lexicon.time import SHORTENED, SHORTENED_ALONE

_SHORTENED = frozenset(SHORTENED)
_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_+")
_FOLD = str.maketrans("ё–—−‑‒«»“”„'’", 'е-----"""""""')
_PADDING = 8
_CLOSING = frozenset(["", ".", ";", ",", ")"])


class Tape:
    """Words of a text: `words` folded (lower case, «ё» as «е», one dash, one quote), `starts` and `ends` their offsets.

    Several empty words stand after the last one, so that a rule may look ahead without asking for the length.
    """

    __slots__ = ("ends", "size", "starts", "text", "wide", "words")

    def __init__(self, text: str, *, wide: bool = False) -> None:
        self.text = text
        self.wide = wide
        folded = text.lower()
        if len(folded) != len(text):  # a few foreign capitals have two small letters; offsets must hold
            folded = "".join(letter if len(letter.lower()) != 1 else letter.lower() for letter in text)
        found = list(_TOKEN.finditer(folded.translate(_FOLD)))
        self.words = [match.group() for match in found]
        self.starts = [match.start() for match in found]
        self.ends = [match.end() for match in found]
        if not _SHORTENED.isdisjoint(self.words):
            self._write_out(wide=wide)
        self.size = len(self.words)
        self.words += [""] * _PADDING
        self.starts += [len(text)] * _PADDING
        self.ends += [len(text)] * _PADDING

    def _write_out(self, *, wide: bool) -> None:
        """Put words for their short forms: «в теч. 3 раб. дней» is read as «в течение 3 рабочих дней»."""
        for at in range(len(self.words) - 2, -1, -1):
            whole = SHORTENED.get(self.words[at])
            if whole is None or self.words[at + 1] != "." or (self.words[at] in SHORTENED_ALONE and not wide):
                continue
            self.words[at] = whole
            self.ends[at] = self.ends[at + 1]
            del self.words[at + 1], self.starts[at + 1], self.ends[at + 1]

    def tight(self, at: int) -> bool:
        """Tell whether nothing stands between the word and the one before it."""
        return at > 0 and self.starts[at] == self.ends[at - 1]

    def ends_at(self, at: int) -> bool:
        """Tell whether nothing but closing marks may follow."""
        return self.words[at] in _CLOSING

    def raw(self, at: int) -> str:
        """Return the word as it stands in the text."""
        return self.text[self.starts[at] : self.ends[at]]
