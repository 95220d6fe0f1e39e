"""Pieces of which a term is put together: a limit, a span, a length, a recurrence, an event."""

from __future__ import annotations

from dataclasses import dataclass, field

from protocol_cli.grammar.terms import Length, Recurrence, Stretch


@dataclass(slots=True)
class Piece:
    """One piece of a term: words `at` up to `to` of the tape, and what they say.

    kind: "limit" (by when), "span" (a period), "since" (from when on), "clock", "length", "recurrence" (how often),
    "month_day" («до 5 числа»), "weekdays" («по пятницам»), "ongoing", "immediate", "event".
    """

    kind: str
    at: int
    to: int
    rule: str
    first: Stretch | None = None
    last: Stretch | None = None
    more: list[Stretch] = field(default_factory=list)
    edge: str = "end"
    clock: tuple[int, int] | None = None
    length: Length | None = None
    recurrence: Recurrence | None = None
    event: tuple[int, int] | None = None
    event_at: Stretch | None = None
    own_day: bool = False
    reported: str | None = None
    month_of: int | None = None
    bare: bool = False
    weak: bool = False
    ambiguous: bool = False
    linked: str = ""
