"""Text of documents made safe to show: a document must not steer the terminal."""

from __future__ import annotations

import re

# C0 and C1 controls, the marks that turn the direction of writing, line and paragraph separators.
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
SPACES = re.compile(r"[ \t\n]+")


def plain(text: str) -> str:
    """The text without what a terminal would obey; line ends stay."""
    return UNSAFE.sub("", text).replace("\t", " ")


def one_line(text: str) -> str:
    """The text made plain and set in one line."""
    return SPACES.sub(" ", plain(text)).strip()
