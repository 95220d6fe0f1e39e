"""Days of the month that a term names: «до 5 числа», «15 числа месяца, следующего за отчётным кварталом»."""

from __future__ import annotations

from protocol_cli.grammar.extent import limit_prefix
from protocol_cli.grammar.lexicon.time import (
    EVERY,
    MONTH_WORDS,
    MONTHS,
    QUARTER_WORDS,
    SHIFTS,
)
from protocol_cli.grammar.numerals import cardinal, digits, ordinal, skip_suffix
from protocol_cli.grammar.pieces import Piece
from protocol_cli.grammar.tape import Tape
from protocol_cli.grammar.terms import Recurrence, Stretch
from protocol_cli.grammar.years import (
    following,
)


def day_numbers(t: Tape, at: int) -> tuple[tuple[int, ...], int] | None:
    """Read «5 числа», «5-го», «1 и 15 числа», «десятого числа», «10-15 числа» (its last)."""
    words = t.words
    numbers: list[int] = []
    here = at
    while (found := ordinal(t, here)) is not None and 0 < found[0] <= 31 and len(numbers) < 8:
        numbers.append(found[0])
        here = found[1]
        if words[here] == "-" and (upper := ordinal(t, here + 1)) is not None:
            numbers[-1], here = upper[0], upper[1]
        if words[here] in ("числа", "число", "числу", "числам", "чисел"):
            after = here + 1
            if words[after] in ("и", ",") and (more := day_numbers(t, after + 1)) is not None:
                return (*numbers, *more[0]), more[1]
            return tuple(numbers), after
        if words[here] in ("и", ",", "или"):
            here += 1
            if words[here] == "до":
                here += 1
            continue
        break
    return None


def month_day(t: Tape, at: int) -> Piece | None:
    """Read «до 5 числа», «25 числа каждого месяца», «15-го числа второго месяца, следующего за кварталом»."""
    words = t.words
    here = at
    prefix = limit_prefix(t, here)
    if prefix is not None:
        here = prefix[1]
    elif words[here] == "каждого" or (words[here] == "на" and t.wide):
        here += 1
    elif words[here] in ("с", "со"):
        opening = ordinal(t, here + 1)
        if opening is None or words[opening[1]] not in ("по", "до"):
            return None
        here = opening[1] + 1
    found = day_numbers(t, here)
    number = None
    if found is None and words[here].isdecimal() and (value := digits(t, here, 2)) is not None:
        after = skip_suffix(t, here + 1)
        ordinal_like = words[after - 1] in ("го", "ого", "е", "ое", "й", "му", "ому")
        if prefix is not None and ordinal_like and 0 < value <= 31 and words[after] not in MONTHS:
            number = (value,)
        if number is not None:
            found = number, after
    if found is None:
        return None
    days, after = found
    piece = Piece("month_day", at, after, "day of the month")
    piece.recurrence = Recurrence("MONTHLY", days=days)
    return _month_of(t, piece, after)


def _month_of(t: Tape, piece: Piece, at: int) -> Piece:
    """Read which month is meant: «следующего месяца», «месяца, следующего за отчётным», «первого месяца квартала»."""
    words = t.words
    here = at
    if words[here] in EVERY:
        if words[here + 1] in MONTH_WORDS:
            reported = following(t, here + 2)
            piece.to, piece.reported = (reported[1] if reported else here + 2), "month"
            return piece
        if words[here + 1] == "из" and (number := cardinal(t, here + 2)) is not None and words[number[1]] == "месяцев":
            reported = following(t, number[1] + 1)
            piece.to, piece.reported = (reported[1] if reported else number[1] + 1), "month"
            return piece
    nth = ordinal(t, here, plain=False)
    if nth is not None and words[nth[1]] in ("месяца", "мес"):
        piece.month_of, here = nth[0], nth[1] + 1
        return _quarter_of(t, piece, here)
    reported = following(t, here)
    if reported is not None:
        piece.reported, piece.to = reported
        piece.to += words[piece.to] == "месяца"
        return piece
    if words[here] in SHIFTS and words[here + 1] in QUARTER_WORDS:
        piece.first, piece.month_of, piece.to = Stretch("quarter", shift=SHIFTS[words[here]]), 1, here + 2
        return piece
    if words[here] in SHIFTS and words[here + 1] in MONTH_WORDS:
        return _month_beside(t, piece, here)
    if words[here] in ("отчетного", "истекшего", "соответствующего"):
        piece.to, piece.reported = (here + 2, "month") if words[here + 1] in MONTH_WORDS else (here, None)
        return piece
    if words[here] in ("месяца", "мес"):
        here += 1
        if words[here] == "." and words[here - 1] == "мес":
            here += 1
        piece.to = here
        if words[here] == "," and words[here + 1] == "следующего" and words[here + 2] == "месяца":
            here += 1
        reported = following(t, here)
        if reported is not None:
            piece.reported, piece.to = reported
        else:
            piece.bare = True
    return piece


def _month_beside(t: Tape, piece: Piece, here: int) -> Piece:
    """Read «следующего месяца», «следующего месяца после отчётного периода»."""
    words = t.words
    piece.first, piece.to = Stretch("month", shift=SHIFTS[words[here]]), here + 2
    if words[here + 2] in ("за", "после") and words[here + 3].startswith(("отчетн", "истекш", "прошедш", "предыдущ")):
        end = here + 4
        if words[end] in (
            "месяцем",
            "периодом",
            "кварталом",
            "периода",
            "месяца",
            "квартала",
            "полугодием",
            "годом",
        ):
            piece.reported = {"к": "quarter", "м": "month", "п": "period", "г": "year"}[words[end][0]]
            if words[end].startswith("полуг"):
                piece.reported = "half_year"
            end += 1
        else:
            piece.reported = "period"
        piece.first, piece.to = None, end
    return piece


def _quarter_of(t: Tape, piece: Piece, at: int) -> Piece:
    words = t.words
    here = at
    piece.to = here
    reported = following(t, here)
    if reported is not None:
        piece.reported, piece.to = ("after " + reported[0]), reported[1]
        return piece
    while words[here] in ("отчетного", "каждого", "текущего", "соответствующего", "календарного"):
        here += 1
    shifted = words[here] == "следующего"
    if shifted:
        here += 1
    if words[here] in QUARTER_WORDS:
        own = shifted or words[here - 1] == "текущего"
        piece.reported = None if own else "quarter"
        piece.ambiguous = words[here - 1] == "месяца"
        piece.first = Stretch("quarter", shift=1 if shifted else 0)
        piece.to = here + 1
        reported = following(t, here + 1)
        if reported is not None:
            piece.reported, piece.to = "quarter", reported[1]
    elif words[here] == "полугодия":
        piece.reported, piece.to = "half_year", here + 1
    return piece
