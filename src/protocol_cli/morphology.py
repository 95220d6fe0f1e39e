"""The one owner of pymorphy3: loaded when the first word is asked for."""

from __future__ import annotations

from functools import lru_cache
from typing import Any


@lru_cache(maxsize=1)
def analyzer() -> Any:  # noqa: ANN401 - the library is untyped
    """The pymorphy3 analyser; loading it takes about 0.1 s, once a process."""
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=65536)
def is_known(word: str) -> bool:
    """Whether the dictionary has `word` in one of its forms."""
    return bool(analyzer().word_is_known(word.casefold()))


@lru_cache(maxsize=65536)
def parses(word: str) -> tuple[Any, ...]:
    """The dictionary's readings of `word`, the likeliest first."""
    return tuple(analyzer().parse(word))
