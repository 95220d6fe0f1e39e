"""How a lexicon is written: words parted by spaces, as many lines as they need."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Make a set of the words of a text: "дом лес" → {"дом", "лес"}."""
    return frozenset(text.split())


def ordered_words(text: str) -> tuple[str, ...]:
    """Make a tuple of the words of a text, in their order."""
    return tuple(text.split())
