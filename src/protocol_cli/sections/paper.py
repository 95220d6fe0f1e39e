"""The paper being read: what every section needs of the document around it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

from protocol_cli.grammar.persons import Roster
from protocol_cli.layout.passage import Passage
from protocol_cli.layout.rows import Layout
from protocol_cli.layout.wrapping import Wrap
from protocol_cli.models import Notice, Span


@dataclass(slots=True)
class Paper:
    """A document on its way through the sections.

    `wrap` is how it breaks its lines, `roster` the persons met so far
    in the nominative, `notices` what the sections were unsure of, `taken` what each rule took (for `explain`).
    """

    layout: Layout
    wrap: Wrap
    roster: Roster = field(default_factory=Roster)
    notices: list[Notice] = field(default_factory=list)
    taken: list[tuple[str, Span]] = field(default_factory=list)
    _noted: set[tuple[str, int, int]] = field(default_factory=set)

    def span(self, passage: Passage) -> Span:
        """Where a passage stands in the document's text."""
        return self.between(passage.start, passage.end)

    def between(self, start: int, end: int) -> Span:
        """The span from `start` to `end`, offsets in the document's text."""
        return Span(start=start, end=max(start, end), page=self.layout.page_of(start))

    def spans_in(self, passage: Passage) -> Callable[[int, int], Span]:
        """A function from offsets in the passage's clean text to spans in the document."""
        offsets = passage.offsets

        def span(start: int, end: int) -> Span:
            return self.between(offsets[start], offsets[max(start, end - 1)] + 1)

        return span

    def notice(self, code: str, message: str, passage: Passage) -> None:
        """Note something unsure at a passage, once."""
        span = self.span(passage)
        if (code, span.start, span.end) not in self._noted:
            self._noted.add((code, span.start, span.end))
            self.notices.append(Notice(code=code, message=message, span=span))

    def take(self, rule: str, passage: Passage) -> None:
        """Record that `rule` took a passage."""
        if passage:
            self.taken.append((rule, self.span(passage)))


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day from which terms of a part are counted."""

    date: dt.date | None
