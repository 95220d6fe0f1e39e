"""Periods: «с 1 по 15 июня», «в мае 2021 г.», «II квартал», «2021-2023 годы», «начиная с …», and days named alone."""

from __future__ import annotations

from dataclasses import replace

from protocol_cli.grammar.dates import day, day_number, month_name
from protocol_cli.grammar.extent import limit_prefix
from protocol_cli.grammar.hours import Clock, clock
from protocol_cli.grammar.lexicon.time import HALF_YEAR_WORDS, MONTHS, QUARTER_WORDS, YEARS_WORDS
from protocol_cli.grammar.limits import LOOSE_EDGE, days, inclusive, late_clock, limit
from protocol_cli.grammar.numerals import digits, ordinal, skip_suffix
from protocol_cli.grammar.pieces import Piece
from protocol_cli.grammar.stretches import month, own_unit, part_of, school_year, stretch
from protocol_cli.grammar.tape import Tape
from protocol_cli.grammar.terms import Stretch
from protocol_cli.grammar.years import (
    CURRENT_YEAR,
    past_year_word,
    year_number,
    year_tail,
)


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


def _from(t: Tape, at: int) -> int:
    """Return the index after «с», «начиная с», «не ранее»; 0 when nothing of the kind is there."""
    words = t.words
    if words[at] == "начиная":
        return at + 2 if words[at + 1] in ("с", "со") else 0
    if words[at] == "не" and words[at + 1] in ("ранее", "раньше"):
        at += 3 if words[at + 2] == "чем" else 2
        return at + 1 if words[at] in ("с", "со") else at
    if words[at] == "после":
        return at + 1 if t.wide and day(t, at + 1) is not None else 0
    return at + 1 if words[at] in ("с", "со") else 0


def span_from(t: Tape, at: int) -> Piece | None:
    """Read «с 1 по 15 июня 2021 г.», «с сентября 2021 г. по май 2022 г.», or «с 1 сентября»."""
    words = t.words
    begin = _from(t, at)
    opening = _point(t, begin) if begin else None
    if opening is None:
        return None
    first, after, hour = opening
    bridges = ("-", "и") if words[at] == "начиная" else ("-", "и", ",")
    if words[after] in bridges and words[after + 1] in ("по", "до"):
        after += 1
    if words[after] in ("по", "до", "-") and (whole := _span_to(t, at, after, first)) is not None:
        whole.clock = hour or whole.clock
        return whole
    if first.unit == "day" and first.within is None and first.shift is None:
        return None
    if first.unit == "year" and words[after - 1] not in YEARS_WORDS and words[after - 1] != "." and not t.wide:
        return None
    return Piece("since", at, after, "from … on", first=first, clock=hour)


def _span_to(t: Tape, at: int, joint: int, first: Stretch) -> Piece | None:
    """Read the second end of a span, after «по», «до» or a dash; «с 1 по 15 июня» shares its month."""
    words = t.words
    closing = _point(t, joint + 1)
    if closing is None:
        return None
    last, to, hour = closing
    if last.unit == "day" and last.within is None and last.shift is None:
        return None
    if last.unit == "year" and words[to] in YEARS_WORDS:
        to = past_year_word(t, to) if words[to] == "г" else to + 1
    if first.unit == "day" and first.within is None and first.shift is None:
        first = replace(first, within=last.within)
    open_end = words[joint] == "до" and last.unit in LOOSE_EDGE and last.part is None and last.unit != first.unit
    edge = "before" if last.part == "start" or open_end else "end"
    return Piece("span", at, inclusive(t, to), "span: from … to …", first=first, last=last, edge=edge, clock=hour)


def span_between(t: Tape, at: int) -> Piece | None:
    """Read a bare range: «10-14 мая», «09.06.2023 – 12.06.2023», «январь – март», «I–II кварталы», «2021-2023 годы»."""
    words = t.words
    opening = _range_start(t, at) if school_year(t, at) is None else None
    if opening is None:
        return None
    first, joint = opening
    closing = stretch(t, joint + 1)
    last, to = closing if closing is not None else (None, 0)
    if last is None and words[joint] == "-" and first.unit == "year" and words[joint + 2] in YEARS_WORDS:
        value = year_number(t, joint + 1)
        last, to = (Stretch("year", value), past_year_word(t, joint + 2)) if value is not None else (None, 0)
    if last is None or not _is_range(words[joint], first, last):
        return None
    if first.unit in ("day", "ten_days") and first.within is None:
        first = replace(first, within=last.within)
    if words[to] in ("г", "гг", "годов", "годы", "годах") and last.unit == "year":
        to = past_year_word(t, to) if words[to] in ("г", "гг") else to + 1
    return Piece("span", at, inclusive(t, to), f"span: {first.unit} – {last.unit}", first=first, last=last)


def _is_range(joint: str, first: Stretch, last: Stretch) -> bool:
    """Tell whether two stretches so joined are the ends of one span: «апрель, май» are, «апрель и октябрь» are not."""
    if last.unit != first.unit:
        return False
    if first.unit == "day":
        return joint == "-" or (joint == "по" and first.within is None)
    if first.unit == "weekday":
        return joint == "-"
    if first.unit == "year":
        return joint in ("-", "и", "/", "по")
    if joint in ("и", ",") and first.unit in ("month", "quarter") and first.within is None:
        return (last.number or 0) - (first.number or 0) in (1, -11)
    return joint in ("-", "и", ",", "по")


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
            return Stretch("ten_days", number[0]), number[1]
    return None


_INSIDE = {
    ("в", "течение"): 2, ("в", "течении"): 2, ("на", "протяжении"): 2, ("в", "период"): 2, ("на", "период"): 2,
    ("за", "период"): 2, ("в", "ходе"): 2, ("во", "время"): 2, ("в", "продолжение"): 2, ("период",): 1,
}  # fmt: skip


def span_within(t: Tape, at: int) -> Piece | None:
    """Read a period after its preposition: «в мае 2021 г.», «в течение 2021 года», «на период до 2030 года»."""
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
    if long and words[after] in ("до", "по"):
        until = limit(t, after)
        if until is not None and until.kind == "limit" and (words[at] != "в" or words[at + 1] == "период"):
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
        piece = Piece(kind, at, inclusive(t, to), f"on a {whole.unit}", last=whole, clock=hour, bare=True)
        piece.first = whole if long else None
        return piece
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
