"""Limits, by when a thing is to be done: «до 10 июня», «к 1 сентября», «не позднее 15.00 10.06.2021»."""

from __future__ import annotations

from dataclasses import replace

from protocol_cli.grammar.dates import day, day_number
from protocol_cli.grammar.extent import limit_prefix, phrase_end
from protocol_cli.grammar.hours import Clock, clock, is_plain_clock
from protocol_cli.grammar.lexicon.time import MONTHS
from protocol_cli.grammar.lexicon.wordlist import words as wordset
from protocol_cli.grammar.numerals import digits
from protocol_cli.grammar.pieces import Piece
from protocol_cli.grammar.stretches import part_of, stretch
from protocol_cli.grammar.tape import Tape
from protocol_cli.grammar.terms import Length, Stretch
from protocol_cli.grammar.years import (
    year_number,
)

_INCLUSIVE = wordset("включительно включая вкл")


LOOSE_EDGE = {"month", "quarter", "half_year", "school_year", "week", "ten_days", "half_month", "season"}


_CLOSED = frozenset(["", ",", ".", ";", ")", "(", "-", "и"])


def inclusive(t: Tape, at: int) -> int:
    """Pass «включительно», «(включительно)» after a date."""
    words = t.words
    if words[at] in _INCLUSIVE:
        return at + 2 if words[at] == "вкл" and words[at + 1] == "." else at + 1
    if words[at] in "(," and words[at + 1] in _INCLUSIVE:
        closing = at + 3 if words[at + 2] == "." else at + 2
        return closing + 1 if words[closing] == ")" else (at + 2 if words[at] == "," else at)
    return at


def days(t: Tape, at: int) -> tuple[list[Stretch], int] | None:
    """Read one day, or several that share a month: «1 и 15 июня 2021 г.», «5, 10 и 20 мая»."""
    numbers: list[int] = []
    here = at
    while (found := day_number(t, here)) is not None and len(numbers) < 8:
        after = found[1]
        if t.words[after] in (",", "и", ";", "или") and found[0] > 0:
            numbers.append(found[0])
            here = after + 1
            continue
        break
    if numbers:
        last = day(t, here)
        if last is not None and t.words[last[1] - 1] and last[0].within is not None and _spelt(t, here):
            return [Stretch("day", n, last[0].within) for n in numbers] + [last[0]], last[1]
    single = day(t, at)
    return ([single[0]], single[1]) if single is not None else None


def _spelt(t: Tape, at: int) -> bool:
    found = day_number(t, at)
    return found is not None and t.words[found[1]] in MONTHS


def late_clock(t: Tape, at: int) -> tuple[Clock | None, int]:
    """Read the hour after a day: «10 июня до 12:00», «10.06.2021, 15:00», «10 июня в 9.00»; (None, at) without one."""
    words = t.words
    here = at
    if words[here] in ("(", ","):
        here += 1
    if words[here] in ("до", "к", "в", "не", "по", "с"):
        here += 2 if words[here] == "не" else 1
    found = clock(t, here)
    if found is None or (words[here + 1] == "." and not is_plain_clock(t, here) and words[here - 1] != "до"):
        return None, at
    if day(t, here) is not None:
        return None, at
    after = found[1]
    if words[here - 1] == "с" and words[after] in ("до", "по") and (later := clock(t, after + 1)) is not None:
        after = later[1]
    if words[at] == "(" and words[after] == ")":
        after += 1
    elif words[at] == "(":
        return None, at
    return found[0], after


def limit(t: Tape, at: int) -> Piece | None:
    """Read a limit: «до 10 июня 2021 г.», «не позднее 15 час. 10.06.2021», «до конца II квартала», «до 17:00»."""
    prefix = limit_prefix(t, at)
    if prefix is None:
        return None
    mode, after = prefix
    hour: Clock | None = None
    early = clock(t, after)
    if early is not None:
        bridge = early[1]
        if t.words[bridge] == "," and is_plain_clock(t, after):
            bridge += 1
        found = days(t, bridge) or _today(t, bridge)
        if found is not None:
            hour, after = early[0], bridge
        elif (beside := _beside_event(t, at, early)) is not None:
            return beside
        elif is_plain_clock(t, after):
            return Piece("clock", at, early[1], "hour named", clock=early[0])
    whole = part_of(t, after)
    if whole is not None:
        return _limit_of_part(t, at, mode, whole, hour)
    if t.words[after] in ("дня", "дату", "даты", "числа") and t.words[after + 1].isdecimal():
        after += 1
    several = days(t, after)
    if several is not None:
        if mode == "not_later" and t.words[at] == "по" and several[0][0].outer("month") is None:
            return None
        to = inclusive(t, several[1])
        if (event_year := _year_of_event(t, to)) > to:
            return Piece("event", at, event_year, "event: a day of a year not told", event=(at, event_year))
        piece = Piece("limit", at, to, f"limit: {mode} a day", last=several[0][0], more=several[0][1:], clock=hour)
        piece.ambiguous = mode == "by"
        if hour is None:
            piece.clock, piece.to = late_clock(t, to)
        return piece
    return _limit_of_stretch(t, at, mode, after, hour)


def at_hour(t: Tape, at: int) -> Piece | None:
    """Read «в 9.00», «в 15 часов»: an hour beside a recurrence or a day."""
    words = t.words
    found = clock(t, at + 1) if words[at] in ("в", "с") else None
    if found is None and words[at] == "с" and words[at + 1].isdecimal() and words[at + 2] in ("до", "по"):
        later = clock(t, at + 3)
        hour = digits(t, at + 1, 2)
        return (
            Piece("clock", at, later[1], "hours named", clock=(hour, 0))
            if later and hour is not None and hour < 24
            else None
        )
    if found is None or not is_plain_clock(t, at + 1):
        return None
    if words[at] == "с":
        later = clock(t, found[1] + 1) if words[found[1]] in ("до", "по") else None
        return Piece("clock", at, later[1], "hours named", clock=found[0]) if later is not None else None
    dated = day(t, found[1])
    if dated is not None:
        return Piece("limit", at, dated[1], "at an hour of a day", last=dated[0], clock=found[0], bare=True)
    return Piece("clock", at, found[1], "hour named", clock=found[0])


def _beside_event(t: Tape, at: int, early: tuple[Clock, int]) -> Piece | None:
    """Read «не позднее 12 часов (рабочего) дня, следующего за днём прибытия»."""
    words = t.words
    here = early[1]
    working = words[here] == "рабочего"
    here += working
    if words[here] != "дня":
        return None
    opening = here + 2 if words[here + 1] == "," else here + 1
    if not words[opening].startswith(("следующ", "предшеств")):
        return None
    to = phrase_end(t, opening)
    before = words[opening].startswith("предшеств")
    length = Length(1, "day", working=working, before=before)
    return Piece(
        "length", at, to, "length: an hour of the next day", length=length, clock=early[0], event=(opening, to)
    )


def _year_of_event(t: Tape, at: int) -> int:
    """Pass «года, следующего за годом рождения»: a year that hangs on an event; the same index when there is none."""
    words = t.words
    here = at
    while words[here] in ("финансового", "календарного", "учебного"):
        here += 1
    if words[here] not in ("года", "год"):
        return at
    here += 2 if words[here + 1] == "," else 1
    if not words[here].startswith(("следующ", "предшеств", "последующ")):
        return at
    return phrase_end(t, here)


def _today(t: Tape, at: int) -> tuple[list[Stretch], int] | None:
    word = t.words[at]
    if word in ("сегодня", "текущего") and (word == "сегодня" or t.words[at + 1] == "дня"):
        return [Stretch("day", shift=0)], at + (1 if word == "сегодня" else 2)
    return None


def _limit_of_part(t: Tape, at: int, mode: str, whole: tuple[str, Stretch, int], hour: Clock | None) -> Piece:
    part, of, to = whole
    if of.unit == "day" and (named := days(t, to)) is not None and len(named[0]) == 1:
        of, to = named[0][0], named[1]
    to = inclusive(t, to)
    rule = f"limit: {mode} the {part} of a {of.unit}"
    if part == "start":
        edge = "start" if mode == "not_later" else "before"
        return Piece("limit", at, to, rule, last=of, edge=edge, clock=hour)
    if part == "middle":
        return Piece("limit", at, to, rule, last=replace(of, part="middle"), clock=hour)
    return Piece("limit", at, to, rule, last=of, clock=hour)


def _limit_of_stretch(t: Tape, at: int, mode: str, after: int, hour: Clock | None) -> Piece | None:
    found = stretch(t, after)
    if found is None and (value := year_number(t, after)) is not None and t.words[after + 1] in _CLOSED and t.wide:
        if not (t.words[after + 1] == "-" and t.words[after + 2].isdecimal()):
            found = Stretch("year", value), after + 1
    if found is None:
        return None
    whole, to = found
    if t.words[at] == "по" and whole.unit in ("weekday", "nth_day"):
        return None
    loose = whole.unit in LOOSE_EDGE or (whole.unit == "year" and whole.shift == 1)
    edge = "before" if mode != "not_later" and loose else "end"
    if whole.unit in ("weekday", "day") and whole.number is None:
        named = days(t, to + 1 if t.words[to] in (",", ".") else to)
        if named is not None and named[0][0].outer("month") is not None and mode != "not_later":
            whole, to = named[0][0], named[1]
    piece = Piece("limit", at, inclusive(t, to), f"limit: {mode} a {whole.unit}", last=whole, edge=edge, clock=hour)
    if piece.to > to:
        piece.edge = "end"
    piece.ambiguous = edge == "before" and whole.unit != "school_year" and piece.to == to
    if whole.unit in ("weekday", "working_day", "day") and hour is None:
        piece.clock, piece.to = late_clock(t, piece.to)
    return piece
