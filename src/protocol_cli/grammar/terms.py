"""What a term says, before any date is computed: «до 10 июня» is a day of a month of a year not named."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the calendar as written: the `number`-th `unit` of what it lies `within`.

    «10 июня 2021 г.» is Stretch("day", 10, within=Stretch("month", 6, within=Stretch("year", 2021))), «следующего
    месяца» is Stretch("month", shift=1). Units: day, working_day, weekday, week, ten_days, half_month, month, quarter,
    half_year, season, year, school_year. A negative number counts from the end. Years are numbered as such, a school
    year by the year it begins in.
    """

    unit: str
    number: int | None = None
    within: Stretch | None = None
    shift: int | None = None
    weekday: int | None = None
    part: str | None = None
    every: bool = False

    def dated(self) -> bool:
        """Tell whether a year, or a shift from the document's own date, is said."""
        node: Stretch | None = self
        while node is not None:
            if node.shift is not None or (node.unit in ("year", "school_year") and node.number is not None):
                return True
            node = node.within
        return False

    def recurs(self) -> bool:
        """Tell whether it names a day of every year or every month («до 1 марта года, следующего за отчётным»)."""
        return self.every or (self.within is not None and self.within.recurs())

    def in_year(self, year: Stretch) -> Stretch:
        """Return it within the year of a later date of the same phrase: «с 1 по 15 июня 2021 г.»."""
        if self.dated() or self.unit in ("year", "school_year"):
            return self
        if self.within is None:
            return replace(self, within=year) if self.unit in ("month", "quarter", "half_year", "season") else self
        return replace(self, within=self.within.in_year(year))

    def outer(self, unit: str) -> Stretch | None:
        """Return the stretch of that unit it lies within, or itself."""
        node: Stretch | None = self
        while node is not None and node.unit != unit:
            node = node.within
        return node


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time: «10 рабочих дней»; `before` when it counts back from an event («за 5 дней до заседания»)."""

    count: int
    unit: str
    working: bool = False
    before: bool = False
    same_day: bool = False


@dataclass(frozen=True, slots=True)
class Recurrence:
    """How a recurring term repeats, in the words of RFC 5545; `times` when only a count in a unit is said."""

    freq: str
    interval: int = 1
    months: tuple[int, ...] = ()
    days: tuple[int, ...] = ()
    weekdays: tuple[str, ...] = ()
    position: int | None = None
    times: int = 1


@dataclass(frozen=True, slots=True)
class Term:
    """A term as written. `start` and `end` are offsets into the text that was read, half-open.

    Which parts are filled depends on `kind` (the kinds of the output contract): `first` and `last` are the stretches
    that bound it, `edge` says which side of `last` counts ("end", or "before" its first day), `clock` is (hour,
    minute), `event` the offsets of what it hangs on, `event_at` that event when it is a date, `own_day` that it is the
    document's own day. `weak` marks what in running text may be content rather than a term: prefer a strong one beside
    it. `rules` names the rules of the grammar that took part.
    """

    start: int
    end: int
    kind: str
    first: Stretch | None = None
    last: Stretch | None = None
    edge: str = "end"
    clock: tuple[int, int] | None = None
    length: Length | None = None
    recurrence: Recurrence | None = None
    event: tuple[int, int] | None = None
    event_at: Stretch | None = None
    own_day: bool = False
    inherits: bool = False
    ambiguous: bool = False
    weak: bool = False
    then: Term | None = None
    rules: tuple[str, ...] = ()

    def moved(self, by: int) -> Term:
        """Return it with its offsets `by` characters on: read in a part of the text, told in the whole."""
        return replace(
            self,
            start=self.start + by,
            end=self.end + by,
            event=(self.event[0] + by, self.event[1] + by) if self.event is not None else None,
            then=self.then.moved(by) if self.then is not None else None,
        )
