"""What a recurring term comes to: «ежеквартально», «до 5 числа», «следующего за отчётным» as one rule of RFC 5545."""

from __future__ import annotations

from dataclasses import replace

from protocol_cli.grammar.lexicon.time import WEEKDAY_CODES
from protocol_cli.grammar.pieces import Piece
from protocol_cli.grammar.tape import Tape
from protocol_cli.grammar.terms import Recurrence, Stretch, Term

_SIZES = {("MONTHLY", 3): "quarter", ("MONTHLY", 6): "half_year", ("MONTHLY", 1): "month", ("YEARLY", 1): "year"}
_PERIOD_MONTHS = {"quarter": 3, "half_year": 6, "year": 12, "month": 1}
_LAST_DAYS = {1: 31, 2: -1, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}


def is_repeated(pieces: list[Piece]) -> bool:
    """Tell whether a group of pieces says that the term recurs."""
    for piece in pieces:
        if piece.kind in ("recurrence", "weekdays"):
            return True
        if piece.kind == "month_day" and (piece.reported is not None or piece.bare):
            return True
        if piece.kind == "limit" and piece.last is not None and piece.last.recurs():
            return True
    return False


def repeated(t: Tape, pieces: list[Piece], *, follows: bool) -> list[Term]:
    """Make the recurring term of a group; days that one rule cannot hold follow as further recurring terms."""
    repetition = _Repetition(pieces, follows=follows)
    rules = repetition.rules()
    last = max(pieces, key=lambda p: p.to)
    counted = next((p for p in pieces if p.kind == "length"), None)
    whole = Term(
        t.starts[pieces[0].at],
        t.ends[last.to - 1],
        "recurring",
        first=repetition.first,
        last=repetition.until,
        clock=next((p.clock for p in pieces if p.clock is not None), None),
        length=counted.length if counted is not None else None,
        event=(t.starts[counted.event[0]], t.ends[counted.event[1] - 1]) if counted and counted.event else None,
        recurrence=rules[0],
        inherits=follows,
        ambiguous=repetition.ambiguous,
        rules=tuple(p.rule for p in pieces),
    )
    return [whole, *(replace(whole, recurrence=rule, clock=None) for rule in rules[1:])]


class _Repetition:
    """Gathers from the pieces how a term repeats: its rule, the days and months named, its first day and its end."""

    def __init__(self, pieces: list[Piece], *, follows: bool) -> None:
        self.pieces = pieces
        self.follows = follows
        self.base = next((p.recurrence for p in pieces if p.kind == "recurrence" and p.recurrence is not None), None)
        self.rule = self.base
        self.first: Stretch | None = None
        self.until: Stretch | None = None
        self.days: list[tuple[int, int]] = []
        self.months: list[int] = []
        self.ambiguous = False

    def rules(self) -> list[Recurrence]:
        """Take all pieces in and return the rules, one unless the days named differ."""
        for piece in self.pieces:
            if (take := getattr(self, f"_take_{piece.kind}", None)) is not None:
                take(piece)
        rule = self.rule or Recurrence("YEARLY")
        if self.days:
            own = [rule] if rule.days and any(p.kind == "month_day" for p in self.pieces) else []
            return [*own, *_on_days(Recurrence("YEARLY") if own else rule, self.days)]
        if self.months and rule.freq in ("YEARLY", "MONTHLY") and not rule.days:
            interval = rule.interval if rule.freq == "YEARLY" else 1
            return [Recurrence("YEARLY", interval, tuple(sorted(set(self.months))))]
        return [rule]

    def _take_since(self, piece: Piece) -> None:
        self.first = piece.first

    def _take_weekdays(self, piece: Piece) -> None:
        self.rule = _with_weekdays(self.rule, piece.recurrence)

    _take_nth = _take_weekdays

    def _take_recurrence(self, piece: Piece) -> None:
        if piece.recurrence is not self.base:
            self._take_weekdays(piece)

    def _take_month_day(self, piece: Piece) -> None:
        self.rule = _with_day(self.rule, piece, follows=self.follows)
        placed = piece.reported is not None or piece.month_of is not None
        self.ambiguous = self.ambiguous or (not placed and self.base is not None and self.base.interval > 1)

    def _take_length(self, piece: Piece) -> None:
        self.rule = _with_length(self.rule, piece)

    def _take_span(self, piece: Piece) -> None:
        if _is_year_long(piece):
            return
        frequent = self.rule is not None and self.rule.freq != "YEARLY"
        bounded = piece.last is not None and (piece.last.dated() or frequent)
        if bounded and not (self.rule is None and piece.first == piece.last):
            self.first, self.until = piece.first, piece.last
        else:
            _take_months(piece, self.months, self.days)

    def _take_limit(self, piece: Piece) -> None:
        for stretch in (s for s in (piece.last, *piece.more) if s is not None):
            bound = _take_limit(stretch, piece, self.rule, self.days)
            if isinstance(bound, Recurrence):
                self.rule = bound
            elif bound is not None:
                self.until = bound


def _is_year_long(piece: Piece) -> bool:
    last = piece.last
    return piece.ambiguous and last is not None and last.unit == "year" and last.shift == 0


def _with_weekdays(rule: Recurrence | None, added: Recurrence | None) -> Recurrence | None:
    """Join «ежемесячно» with «по пятницам», «в последний рабочий день»: the more particular says how it repeats."""
    if rule is None or added is None:
        return added or rule
    if added.weekdays and rule.freq in ("DAILY", "WEEKLY") and added.freq == "WEEKLY":
        return replace(added, interval=rule.interval if rule.freq == "WEEKLY" else 1)
    if added.freq == rule.freq == "MONTHLY" and rule.interval > 1 and added.weekdays and not added.months:
        place = added.position or int(added.weekdays[0][:-2] or 1)
        return replace(added, months=tuple(range(rule.interval if place < 0 else 1, 13, rule.interval)))
    if added.freq == "MONTHLY" and rule.interval == 3 and added.days == (-1,):
        return Recurrence("YEARLY", months=(3, 6, 9, 12), days=(-1,))
    if added.weekdays or added.days or added.months:
        return added
    return rule


def _with_day(rule: Recurrence | None, piece: Piece, *, follows: bool) -> Recurrence:
    """Join «ежеквартально» with «до 5 числа (месяца, следующего за отчётным)»."""
    days = piece.recurrence.days if piece.recurrence is not None else ()
    said = (piece.reported or "").removeprefix("after ")
    own = _SIZES.get((rule.freq, rule.interval)) if rule is not None else None
    unit = said if said in _PERIOD_MONTHS and said != "month" else None
    unit = unit or own or "month"
    if piece.month_of is not None:
        if own in (None, "month") and unit == "month":
            unit = "month" if said == "month" else "quarter"
        if unit in ("quarter", "half_year"):
            step = _PERIOD_MONTHS[unit]
            place = piece.month_of if piece.month_of > 0 else step + 1 + piece.month_of
            return Recurrence("YEARLY", months=tuple(range(place, 13, step)), days=days)
        return Recurrence("MONTHLY", days=days)
    if unit == "month":
        interval = rule.interval if rule is not None and rule.freq == "MONTHLY" else 1
        return Recurrence("MONTHLY", interval, days=days)
    if follows and piece.reported is None and rule is not None and rule.freq == "MONTHLY":
        return replace(rule, days=days)
    return Recurrence("YEARLY", months=tuple(range(1, 13, _PERIOD_MONTHS[unit])), days=days)


def _with_length(rule: Recurrence | None, piece: Piece) -> Recurrence | None:
    """Join «ежеквартально» with «в течение 10 дней после окончания квартала»: the tenth day of the month after it."""
    length = piece.length
    if rule is None or length is None or length.unit != "day" or length.working or not 0 < length.count <= 28:
        return rule
    if length.before or piece.event is None or rule.freq not in ("MONTHLY", "YEARLY"):
        return rule
    unit = _SIZES.get((rule.freq, rule.interval))
    if unit is None:
        return rule
    if unit == "month":
        return replace(rule, days=(length.count,))
    return Recurrence("YEARLY", months=tuple(range(1, 13, _PERIOD_MONTHS[unit])), days=(length.count,))


def _take_months(piece: Piece, months: list[int], days: list[tuple[int, int]]) -> None:
    first, last = piece.first, piece.last
    if last is None:
        return
    if last.unit == "day" and last.number is not None and last.within is not None and last.within.unit == "month":
        days.append((last.within.number or 1, last.number))
    elif last.unit == "month" and last.number is not None and last.part is None:
        if first is last or first is None or first == last:
            months.append(last.number)


def _take_limit(
    stretch: Stretch, piece: Piece, rule: Recurrence | None, days: list[tuple[int, int]]
) -> Stretch | Recurrence | None:
    """Sort a limit of a recurring term: a day it falls due, a rule of its own, or the end of the whole series."""
    month = stretch.within
    yearly = rule is None or rule.freq == "YEARLY"
    own_year = (
        yearly and (year := stretch.outer("year")) is not None and year.shift in (0, 1) and stretch.unit != "year"
    )
    undated = not stretch.dated() or stretch.recurs() or own_year
    if stretch.unit == "school_year" and yearly and stretch.number is None:
        days.append((8, 31) if piece.edge == "before" else (5, 31))
        return None
    monthly = rule is not None and rule.freq == "MONTHLY" and rule.interval == 1
    if stretch.unit == "day" and month is not None and month.unit == "month" and month.number is not None and undated:
        if not monthly and stretch.number is not None and (rule is None or rule.freq in ("YEARLY", "MONTHLY")):
            days.append((month.number, stretch.number))
            return None
        return stretch
    if stretch.unit == "weekday" and stretch.weekday is not None and (rule is None or rule.freq == "WEEKLY"):
        named = rule.weekdays if rule is not None else ()
        return Recurrence("WEEKLY", rule.interval if rule else 1, weekdays=(*named, WEEKDAY_CODES[stretch.weekday]))
    if stretch.shift == 0 and rule is not None and piece.edge == "end":
        return _own_end(stretch, rule)
    if undated and stretch.unit in ("month", "quarter", "half_year") and stretch.number is not None and not monthly:
        span = {"month": 1, "quarter": 3, "half_year": 6}[stretch.unit]
        place = stretch.number * span if piece.edge == "end" else (stretch.number - 1) * span or 12
        days.append((place, _LAST_DAYS.get(place, 31)))
        return None
    return stretch


def _own_end(stretch: Stretch, rule: Recurrence) -> Stretch | Recurrence | None:
    unit = _SIZES.get((rule.freq, rule.interval))
    if stretch.unit == "month" and unit in ("month", "quarter", None):
        return replace(rule, days=(-1,))
    if stretch.unit == unit == "quarter":
        return Recurrence("YEARLY", months=(3, 6, 9, 12), days=(-1,))
    if stretch.unit == unit == "half_year":
        return Recurrence("YEARLY", months=(6, 12), days=(-1,))
    if stretch.unit == unit == "year":
        return replace(rule, months=(12,), days=(31,))
    if stretch.unit in ("week", "day"):
        return rule
    return stretch


def _on_days(rule: Recurrence, days: list[tuple[int, int]]) -> list[Recurrence]:
    """Make the rule of named days of the year: one when they share their number, else one for each."""
    interval = rule.interval if rule.freq == "YEARLY" else 1
    months = [month for month, _ in days]
    if len(days) == 1 and rule.freq == "MONTHLY" and rule.interval in (3, 6, 4, 2):
        months = sorted((months[0] - 1 + step) % 12 + 1 for step in range(0, 12, rule.interval))
    if len({day for _, day in days}) == 1:
        return [Recurrence("YEARLY", interval, tuple(sorted(set(months))), (days[0][1],))]
    return [Recurrence("YEARLY", interval, (month,), (day,)) for month, day in days]
