"""What the command line says, in the user's language.

The words are data: one module of `cli/wording` for each area, where a key has its Russian and its English sentence.
`tr("reading.missing")` is the sentence `missing` of `wording/reading.py`.
"""

from __future__ import annotations

import errno
import os
import sys
from functools import cache
from importlib import import_module

RUSSIAN, ENGLISH = 0, 1
LANG_RUSSIAN = 0x19  # primary language id of Russian in Windows


@cache
def language() -> int:
    """RUSSIAN or ENGLISH: by PROTOCOL_LANG, else by the locale (LC_ALL, LC_MESSAGES, LANG; Windows: its display)."""
    for name in ("PROTOCOL_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return RUSSIAN if value.lower().startswith("ru") else ENGLISH
    if sys.platform == "win32":
        import ctypes

        return RUSSIAN if ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF == LANG_RUSSIAN else ENGLISH
    return ENGLISH


def tr(key: str, **values: object) -> str:
    """The sentence `key` («area.name») with `values` in its places. Raises KeyError for an unknown key."""
    sentence = _sentence(key)
    return sentence.format(**values) if values else sentence


def count(key: str, number: int) -> str:
    """A number with its noun: the sentence `key` holds the forms for 1, 2 and 5, parted by «|» (1 документ|…)."""
    forms = _sentence(key).split("|")
    return f"{number} {forms[_plural_form(number) if language() == RUSSIAN else min(abs(number - 1), 1)]}"


def system_reason(error: OSError) -> str:
    """What the operating system said, in the user's language where the words are known."""
    name = errno.errorcode.get(error.errno or 0, "")
    try:
        return _sentence(f"system.{name}")
    except KeyError:
        return error.strerror or str(error)


@cache
def _sentence(key: str) -> str:
    area, _, name = key.partition(".")
    words: dict[str, tuple[str, str]] = import_module(f"protocol_cli.cli.wording.{area}").WORDS
    return words[name][language()]


def _plural_form(number: int) -> int:
    """Russian: 0 for 1, 21, 101; 1 for 2–4, 22; 2 for 5–20, 11."""
    last, tens = number % 10, number % 100
    if last == 1 and tens != 11:
        return 0
    return 1 if last in {2, 3, 4} and tens not in {12, 13, 14} else 2
