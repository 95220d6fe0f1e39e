"""Limits and periods: «до 10 июня», «к 1 сентября», «с 1 по 15 июня», «в мае 2021 г.», «II квартал», «начиная с …»."""

from __future__ import annotations

from dataclasses import replace

from protocol_cli.grammar.dates import (
    CURRENT_YEAR,
    day,
    day_number,
    month,
    month_name,
    own_unit,
    part_of,
    past_year_word,
    school_year,
    stretch,
    year_number,
    year_tail,
)  # fmt: skip
from protocol_cli.grammar.extent import limit_prefix, phrase_end
from protocol_cli.grammar.hours import Clock, clock, is_plain_clock
from protocol_cli.grammar.lexicon.time import HALF_YEAR_WORDS, MONTHS, QUARTER_WORDS, YEARS_WORDS
from protocol_cli.grammar.lexicon.wordlist import words as wordset
from protocol_cli.grammar.numerals import digits, ordinal, skip_suffix
from protocol_cli.grammar.pieces import Piece
from protocol_cli.grammar.tape import Tape
from protocol_cli.grammar.terms import Length, Stretch

_INCLUSIVE = wordset("включительно включая вкл")
_LOOSE_EDGE = {"month", "quarter", "half_year", "school_year", "week", "ten_days", "half_month", "season"}
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
    if words[at] == "(" and words[after] == ")":
        after += 1
    elif words[at] == "(":
        return None, at
    return found[0], after


def limit(t: Tape, at: int) -> Piece | None:
    """Read a limit: «до 10 июня 2021 г.», «не позднее 15 час. 00 мин. 10.06.2021», «до конца II квартала», «до 17:00»."""
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
    found = clock(t, at + 1) if t.words[at] == "в" else None
    if found is None or not is_plain_clock(t, at + 1):
        return None
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
    loose = whole.unit in _LOOSE_EDGE or (whole.unit == "year" and whole.shift == 1)
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


def _point(t: Tape, at: int) -> tuple[Stretch, int, Clock | None] | None:
    """Read one end of a span: a stretch, the start or end of one, a day's bare number, an hour with a day."""
    early = clock(t, at)
    if early is not None and (dated := day(t, early[1])) is not None:
        return dated[0], dated[1], early[0]
    part = part_of(t, at)
    if part is not None:
        return replace(part[1], part=part[0]), part[2], None
    found = stretch(t, at)
    if found is not None:
        hour, after = (
            late_clock(t, found[1]) if found[0].unit == "day" and t.words[found[1]] != "," else (None, found[1])
        )
        return found[0], after, hour
    value = year_number(t, at)
    if value is not None:
        return Stretch("year", value), at + 1, None
    number = day_number(t, at)
    if number is not None and 0 < number[0] <= 31:
        after = number[1]
        if t.words[after] in ("число", "числа"):
            after += 1
        return Stretch("day", number[0]), after, None
    return None


def _joined(first: Stretch, last: Stretch) -> Stretch:
    """Give the first end of a span what it shares with the last: «с 1 по 15 июня» has one month."""
    if first.unit == "day" and first.within is None and first.shift is None:
        return replace(first, within=last.within)
    if first.unit != last.unit and first.within is None and first.number is not None and first.unit == "year":
        return first
    return first


def span_from(t: Tape, at: int) -> Piece | None:
    """Read «с 1 по 15 июня 2021 г.», «с 10.05.2021 до 31.05.2021», «с сентября 2021 г. по май 2022 г.», or «с 1 сентября»."""
    words = t.words
    start = at
    if words[at] == "начиная":
        at += 1
    elif words[at] == "не" and words[at + 1] in ("ранее", "раньше"):
        at += 2
        if words[at] == "чем":
            at += 1
        if words[at] not in ("с", "со"):
            at -= 1
    elif words[at] == "после" and t.wide and day(t, at + 1) is not None:
        start = at
    elif words[at] not in ("с", "со"):
        return None
    opening = _point(t, at + 1)
    if opening is None:
        return None
    first, after, hour = opening
    if (
        (words[after] == "-" and words[after + 1] in ("по", "до"))
        or (words[after] == "," and words[after + 1] in ("по", "до") and words[start] != "начиная")
        or (words[after] == "и" and words[after + 1] in ("по", "до"))
    ):
        after += 1
    if words[after] in ("по", "до", "-"):
        closing = _point(t, after + 1)
        if closing is not None and (
            closing[0].within is not None or closing[0].unit != "day" or closing[0].shift is not None
        ):
            last, to, _ = closing
            if last.unit == "year" and words[to] in YEARS_WORDS:
                to = past_year_word(t, to) if words[to] == "г" else to + 1
            first = _joined(first, last)
            if last.part == "start":
                edge = "before"
            else:
                edge = "before" if words[after] == "до" and last.unit in _LOOSE_EDGE and last.part is None else "end"
                edge = "end" if last.unit == first.unit else edge
            return Piece(
                "span", start, inclusive(t, to), "span: from … to …", first=first, last=last, edge=edge, clock=hour
            )
    if first.unit == "day" and first.within is None and first.shift is None:
        return None
    if first.unit == "year" and words[after - 1] not in YEARS_WORDS and words[after - 1] != "." and not t.wide:
        return None
    return Piece("since", start, after, "from … on", first=first, clock=hour)


def span_between(t: Tape, at: int) -> Piece | None:
    """Read a bare range: «10-14 мая», «09.06.2023 – 12.06.2023», «январь – март 2022 г.», «I–II кварталы», «2021-2023 годы»."""
    words = t.words
    single = school_year(t, at)
    if single is not None:
        return None
    opening = _range_start(t, at)
    if opening is None:
        return None
    first, after = opening
    if words[after] not in ("-", "и", "/", ",", "по") or (words[after] == "/" and first.unit != "year"):
        return None
    closing = stretch(t, after + 1)
    last, to = closing if closing is not None else (None, 0)
    if (
        last is None
        and words[after] == "-"
        and first.unit == "year"
        and (value := year_number(t, after + 1)) is not None
    ):
        if words[after + 2] in YEARS_WORDS:
            last, to = Stretch("year", value), past_year_word(t, after + 2)
    if last is None:
        return None
    if last.unit != first.unit and not (first.unit == "day" and last.unit == "day"):
        return None
    apart = (last.number or 0) - (first.number or 0)
    if (
        words[after] in ("и", ",")
        and first.unit in ("month", "quarter")
        and first.within is None
        and apart not in (1, -11)
    ):
        return None
    if first.unit == "day" and first.within is None:
        if words[after] != "-" and words[after] != "по":
            return None
        first = replace(first, within=last.within)
    elif first.unit == "day" and words[after] != "-":
        return None
    if words[to] in ("г", "гг", "годов", "годы", "годах") and last.unit == "year":
        to = past_year_word(t, to) if words[to] in ("г", "гг") else to + 1
    if first.unit == "year" and words[after] == ",":
        return None
    return Piece("span", at, inclusive(t, to), f"span: {first.unit} – {last.unit}", first=first, last=last)


def _range_start(t: Tape, at: int) -> tuple[Stretch, int] | None:
    words = t.words
    value = year_number(t, at)
    if value is not None and words[at + 1] in ("-", "и", "/", ","):
        return Stretch("year", value), at + 1
    found = stretch(t, at)
    if found is not None:
        return found
    number = ordinal(t, at, roman=True)
    if (
        number is not None
        and words[number[1]] == "-"
        and (dated := day(t, number[1] + 1)) is not None
        and dated[0].dated()
    ):
        return Stretch("day", number[0]), number[1]
    if number is not None and words[number[1]] in ("-", "и", ",", "по"):
        beyond = ordinal(t, number[1] + 1, roman=True)
        if beyond is not None and words[beyond[1]] in QUARTER_WORDS and 1 <= number[0] <= 4:
            return Stretch("quarter", number[0]), number[1]
        if beyond is not None and words[beyond[1]] in HALF_YEAR_WORDS and 1 <= number[0] <= 2:
            return Stretch("half_year", number[0]), number[1]
        if beyond is not None and words[beyond[1]] in MONTHS and 1 <= number[0] <= 31:
            return Stretch("day", number[0]), number[1]
        if beyond is not None and words[beyond[1]] in ("декада", "декады", "декаде", "декадах") and number[0] <= 3:
            return None
    return None


_INSIDE = {
    ("в", "течение"): 2, ("в", "течении"): 2, ("на", "протяжении"): 2, ("в", "период"): 2, ("на", "период"): 2,
    ("за", "период"): 2, ("в", "ходе"): 2, ("во", "время"): 2, ("в", "продолжение"): 2, ("период",): 1,
}  # fmt: skip


def span_within(t: Tape, at: int) -> Piece | None:
    """Read a period after its preposition: «в мае 2021 г.», «в течение 2021 года», «на период до 2030 года», «весь 2021 год»."""
    words = t.words
    after = at
    for opening, size in _INSIDE.items():
        if words[at] == opening[0] and (len(opening) == 1 or words[at + 1] == opening[1]):
            after = at + size
            break
    else:
        if words[at] not in ("в", "во", "на", "весь", "всю", "все"):
            return None
        after = at + 1
    long = after > at + 1
    while words[after] in ("всего", "весь", "всей", "последующего", ":", "-", "срок") and after < at + 5:
        after += 1
    if long and words[after] in ("с", "со"):
        ranged = span_from(t, after)
        if ranged is not None:
            return replace(
                ranged, at=at, rule="period: " + ranged.rule, kind="span" if ranged.kind == "span" else "since"
            )
        return None
    if long and words[after] == "до":
        until = limit(t, after)
        if until is not None and until.kind == "limit" and words[at] != "в":
            return replace(until, kind="span", at=at, rule="period up to a limit", edge="end")
        return None
    ranged = span_between(t, after)
    if ranged is not None:
        return replace(ranged, at=at)
    part = part_of(t, after)
    if part is not None and words[at] in ("в", "во", "на"):
        whole = replace(part[1], part=part[0])
        return Piece(
            "span", at, part[2], f"period: {part[0]} of a {part[1].unit}", first=whole, last=whole, ambiguous=True
        )
    found = stretch(t, after)
    if found is None and long and words[after] in ("года", "год"):
        return Piece("span", at, after + 1, "period: the year", first=CURRENT_YEAR, last=CURRENT_YEAR, ambiguous=True)
    if found is None:
        return None
    whole, to = found
    if whole.unit in ("day", "working_day", "weekday"):
        hour, to = late_clock(t, to)
        kind = "span" if long else "limit"
        return Piece(kind, at, inclusive(t, to), f"on a {whole.unit}", first=whole if long else None, last=whole, clock=hour,
                     bare=True)  # fmt: skip
    return Piece("span", at, to, f"period: a {whole.unit}", first=whole, last=whole)


def bare(t: Tape, at: int) -> Piece | None:
    """Read a stretch without a preposition, as in a column «Срок»: «31.05.2021», «май», «II квартал 2021 г.»."""
    ranged = span_between(t, at)
    if ranged is not None:
        return replace(ranged, bare=True)
    several = days(t, at)
    if several is not None:
        to = inclusive(t, several[1])
        hour, to = late_clock(t, to)
        return Piece("limit", at, to, "a day named", last=several[0][0], more=several[0][1:], clock=hour, bare=True)
    early = clock(t, at)
    if early is not None:
        bridge = early[1] + 1 if t.words[early[1]] == "," else early[1]
        dated = day(t, bridge)
        if dated is not None:
            return Piece("limit", at, dated[1], "a day named", last=dated[0], clock=early[0], bare=True)
    part = part_of(t, at)
    if part is not None:
        whole = replace(part[1], part=part[0]) if part[0] != "end" else part[1]
        kind = "limit" if part[0] == "end" else "span"
        return Piece(
            kind, at, part[2], f"{part[0]} of a {part[1].unit}", first=whole, last=whole, bare=True, ambiguous=True
        )
    found = stretch(t, at)
    if found is None:
        return None
    whole, to = found
    if whole.unit == "weekday" and (named := days(t, to + 1 if t.words[to] in (",", ".") else to)) is not None:
        whole, to = named[0][0], named[1]
    if whole.unit in ("day", "working_day", "weekday"):
        return Piece("limit", at, to, f"a {whole.unit} named", last=whole, bare=True)
    return Piece("span", at, to, f"a {whole.unit} named", first=whole, last=whole, bare=True)


__all__ = [
    "bare",
    "days",
    "digits",
    "inclusive",
    "late_clock",
    "limit",
    "limit_prefix",
    "month",
    "month_name",
    "own_unit",
    "skip_suffix",
    "span_between",
    "span_from",
    "span_within",
    "year_tail",
]  # fmt: skip
