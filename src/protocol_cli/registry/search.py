"""Names folded for search: «Силуанов А. Г.» and «СИЛУАНОВ А.Г.» are one."""

from __future__ import annotations

import re

NOT_WORD = re.compile(r"[\W_]+")
SHORT = 3


def folded(*texts: str | None) -> str:
    """The words of the texts in lower case, ё as е, each with one space before it: « руководители оо»."""
    joined = " ".join(text for text in texts if text)
    return f" {NOT_WORD.sub(' ', joined.casefold().replace('ё', 'е')).strip()}"


def needles(question: str) -> list[str]:
    """What must all be found in a folded name.

    A word of four letters or more may stand inside a longer one («инспекция» finds «госинспекция»); a shorter one
    begins a word, so that «ОО» does not find «координационный».
    """
    return [word if len(word) > SHORT else f" {word}" for word in folded(question).split()]
