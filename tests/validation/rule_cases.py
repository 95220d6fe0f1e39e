"""Reads the case files of rules: a paper on which the rule fires, what it says there, and one beside which it is silent.

    # today: 2021-05-01          the day by the clock, where the rule asks for it
    # format: pdf                what the source is said to be, and how many pages it has
    # pages: 6
    --- fires
    …                            «--- page» stands for a page break
    --- found
    error | 31.06.2021 | даты 31.06.2021 нет в календаре
    --- silent
    …
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from protocol_cli.models import Document
from protocol_cli.reading import parse
from protocol_cli.validation import Settings

CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class RuleCase:
    """One case file."""

    code: str
    fires: str
    silent: str
    found: list[list[str]]
    header: dict[str, str]

    def document(self, text: str) -> Document:
        """The paper as the reading gives it, with its text."""
        document = _read(text)
        if "format" not in self.header:
            return document
        said = {"format": self.header["format"], "pages": int(self.header["pages"])}
        return document.model_copy(update={"source": document.source.model_copy(update=said)})

    def settings(self) -> Settings:
        """Settings by which this rule alone runs."""
        today = self.header.get("today")
        return Settings(today=dt.date.fromisoformat(today) if today else None, select=(self.code,))


@cache
def _read(text: str) -> Document:
    return parse(text.replace("--- page\n", "\f"), name="case.txt", with_text=True)


def read_case(path: Path) -> RuleCase:
    """Read one file."""
    header, _, rest = path.read_text(encoding="utf-8").partition("--- fires\n")
    fires, _, rest = rest.partition("--- found\n")
    found, _, silent = rest.partition("--- silent\n")
    told = dict(line.removeprefix("# ").split(": ", 1) for line in header.splitlines() if line.strip())
    return RuleCase(path.stem, fires, silent, [line.split(" | ", 2) for line in found.splitlines() if line], told)


def all_cases() -> list[RuleCase]:
    """All of them, by code."""
    return [read_case(path) for path in sorted(CASES.glob("*.txt"))]
