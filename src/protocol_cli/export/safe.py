"""Texts of documents made harmless for the formats that would obey them."""

from __future__ import annotations

import re

# What XML 1.0 has no place for, controls, marks that turn the direction of writing, half of a surrogate pair.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)
_SPACES = re.compile(r"\s+")
_FORMULA_SIGNS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~#&])")


def plain(text: object) -> str:
    """The text without control characters; line ends stay."""
    words = str(text)
    if words.isprintable():  # most are: no control, no line end, no mark of direction
        return words
    return _UNSAFE.sub("", words.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: object) -> str:
    """The text made plain and set in one line."""
    words = str(text)
    if words.isprintable() and "  " not in words:
        return words.strip(" ")
    return _SPACES.sub(" ", plain(words)).strip()


def cell_text(text: object) -> str:
    """The text for a cell of a text table: what a spreadsheet would take for a formula gets an apostrophe before it.

    «=HYPERLINK("http://x")» → «'=HYPERLINK("http://x")»; «Обеспечить …» stays.
    """
    clean = one_line(text)
    return f"'{clean}" if clean.startswith(_FORMULA_SIGNS) else clean


def markdown_text(text: object) -> str:
    """The text for a line of Markdown: no sign of it is markup, no HTML is left in it."""
    return _MARKDOWN.sub(r"\\\1", one_line(text)).replace("\\<", "&lt;").replace("\\>", "&gt;").replace("\\&", "&amp;")
