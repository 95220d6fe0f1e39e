"""What a rule found: where, how grave, and the sentence that says it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from protocol_cli.models import Span

_PLACE = re.compile(r"\{\w+(?:!r)?\}")


class Severity(StrEnum):
    """How grave it is: only what blocks identification or action is an error (ГОСТ Р 7.0.97 is voluntary)."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Severity).index(self)


class Phrase(NamedTuple):
    """One sentence in both languages; «{day}» is a place for a value."""

    russian: str
    english: str

    def said(self, language: str) -> str:
        """The sentence in the language: "ru", or anything else for English."""
        return self.russian if language == "ru" else self.english

    def general(self, language: str) -> str:
        """The sentence of no particular paper: «…» for each value."""
        return _PLACE.sub("…", self.said(language))


Value = str | int | dt.date | Phrase


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of the paper.

    `code` and `rule` name the rule; `place` is where the document says it, or where what is missing should stand;
    None when the document has no such place. `address` says it as clerks do: «п. 3», «письмо». `clause` is the source.
    """

    code: str
    rule: str
    severity: Severity
    phrase: Phrase
    mend: Phrase
    clause: Phrase | None
    address: Phrase
    place: Span | None
    values: Mapping[str, Value]

    def message(self, language: str = "ru") -> str:
        """What is wrong, with its values; dates as 15.08.2021."""
        return _filled(self.phrase, self.values, language)

    def hint(self, language: str = "ru") -> str:
        """How to mend it."""
        return _filled(self.mend, self.values, language)


def _filled(phrase: Phrase, values: Mapping[str, Value], language: str) -> str:
    sentence = phrase.said(language)
    if "{" not in sentence:
        return sentence
    return sentence.format(**{name: _shown(value, language) for name, value in values.items()})


def _shown(value: Value, language: str) -> str:
    if isinstance(value, dt.date):
        return f"{value.day:02}.{value.month:02}.{value.year:04}"
    return value.said(language) if isinstance(value, Phrase) else str(value)
