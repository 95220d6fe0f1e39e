"""Lengths of time and what they are counted from: «в течение 10 дней со дня получения», «за 5 дней до заседания»."""

from __future__ import annotations

from dataclasses import replace

from protocol_cli.grammar.amounts import adjective, amount, past_working
from protocol_cli.grammar.dates import day
from protocol_cli.grammar.events import is_own_day
from protocol_cli.grammar.extent import phrase_end
from protocol_cli.grammar.lexicon.time import (
    DAY_WORDS,
    UNITS,
)
from protocol_cli.grammar.lexicon.wordlist import words as wordset
from protocol_cli.grammar.numerals import cardinal, ordinal
from protocol_cli.grammar.pieces import Piece
from protocol_cli.grammar.stretches import half_year, part_of, quarter, stretch
from protocol_cli.grammar.tape import Tape
from protocol_cli.grammar.terms import Length

_FROM = wordset(
    """
    дня даты момента времени начала окончания числа истечения поступления получения подписания даты утверждения
    завершения принятия наступления
    """
)
_TERM = wordset("срок срока сроки сроку")
_WITHIN = (
    ("в", "течение"),
    ("в", "течении"),
    ("в", "пределах"),
    ("на", "протяжении"),
    ("втечение",),
    ("в", "продолжение"),
)
_NO_MORE = wordset("более позднее позже свыше превышающий превышающего менее")
_COUNTED = wordset("начиная считая исчисляемых исчисляемого следующих следующего")
_BEFORE_WHAT = wordset("или и начала момента даты дня окончания заседания проведения следующего очередного")
_DAYS_AWAY = {"сегодня": 0, "завтра": 1, "послезавтра": 2}


def counted(t: Tape, at: int, to: int, length: Length, rule: str, *, weak: bool = False) -> Piece:
    """Make the piece of a length that ends at `to`, with the event it is counted from when one follows."""
    piece = Piece("length", at, to, rule, length=length, weak=weak or length.unit == "year")
    words = t.words
    here = to + 1 if words[to] == "," and (words[to + 1] in _COUNTED or words[to + 1] in ("со", "с")) else to
    opening = here
    if words[here] in _COUNTED:
        here += 1
    if words[here] in ("с", "со", "от", "co"):
        when = day(t, here + 1)
        if when is not None:
            piece.event, piece.event_at, piece.to = (opening, when[1]), when[0], when[1]
            return piece
        if words[here + 1] in _FROM or (words[here + 1].endswith(("ения", "ания", "тия")) and words[here] != "от"):
            return _hung(t, piece, opening)
    elif words[here].startswith("содня"):
        return _hung(t, piece, opening)
    elif words[here] == "после" or (words[here] == "за" and here > opening):
        when = day(t, here + 1) if words[here] == "после" else None
        if when is not None:
            piece.event, piece.event_at, piece.to = (opening, when[1]), when[0], when[1]
            return piece
        return _hung(t, piece, opening)
    elif words[here] == "по" and words[here + 1].endswith(("ении", "ании", "ии", "тии")):
        return _hung(t, piece, opening)
    elif words[here] == "до" and words[here + 1] in _BEFORE_WHAT:
        if words[here + 1] not in ("или", "и"):
            piece.length = replace(length, before=True)
        return _hung(t, piece, opening)
    return piece


def _hung(t: Tape, piece: Piece, at: int) -> Piece:
    to = phrase_end(t, at)
    if to > at + 1:
        piece.event, piece.to = (at, to), to
        piece.own_day = is_own_day(t, at, to)
    return piece


def within(t: Tape, at: int) -> Piece | None:
    """Read «в течение 10 дней …», «в течение месяца», «в течение не более часа», «в течение 10-дневного срока»."""
    words = t.words
    for opening in _WITHIN:
        if words[at] == opening[0] and (len(opening) == 1 or words[at + 1] == opening[1]):
            after = at + len(opening)
            break
    else:
        if words[at] != "в" or not words[at + 1].startswith(("ближайш", "последующ")) or not t.wide:
            return None
        after = at + 1
    if words[after] == "не" and words[after + 1] in _NO_MORE:
        after += 3 if words[after + 2] == "чем" else 2
    found = adjective(t, after)
    if found is not None and words[found[1]] in _TERM:
        return counted(t, at, found[1] + 1, found[0], "length: within a term")
    if words[after] in ("дня", "рабочего", "текущего") and (words[after] == "дня" or words[after + 1] in DAY_WORDS):
        size = 1 if words[after] == "дня" else 2
        return Piece(
            "length", at, after + size, "length: within the day", length=Length(0, "day", same_day=True), ambiguous=True
        )
    if quarter(t, after) is not None or half_year(t, after) is not None:
        return None
    if words[after] == "года" or (words[after] in ("последних", "последнего") and not t.wide):
        return None
    found = amount(t, after)
    if found is None:
        return None
    return counted(t, at, found[1], found[0], "length: within")


def in_term(t: Tape, at: int) -> Piece | None:
    """Read «в 10-дневный срок», «в месячный срок со дня …», and without «в» in a column."""
    words = t.words
    after = at + 1 if words[at] in ("в", "во") else at
    found = adjective(t, after)
    if found is None:
        return None
    length, to = found
    working, to = past_working(t, to)
    if words[to] not in _TERM:
        return None
    return counted(t, at, to + 1, Length(length.count, length.unit, working=working), "length: an n-day term")


def no_later(t: Tape, at: int) -> Piece | None:
    """Read «не позднее 3 дней со дня …», «не позднее чем через 5 дней после …», «в срок не более 10 дней»."""
    words = t.words
    after = at
    if words[at] == "до" or (words[at] == "в" and words[at + 1] == "срок"):
        short, after = _up_to(t, at)
        if short is not None or not after:
            return short
    if words[after] != "не" or words[after + 1] not in _NO_MORE:
        return None
    if words[after + 1] == "менее":
        found = amount(t, _past_than(t, after + 2))
        return _counting_back(t, after, found) if found is not None and words[found[1]] == "до" and after > at else None
    if words[after + 1] in ("более", "свыше") and after == at and not t.wide:
        return None
    begin = at if words[after + 1] == "превышающий" or after == at else after
    after = _past_than(t, after + 2)
    found = amount(t, after)
    if found is None:
        term = adjective(t, after)
        if term is not None and words[term[1]] in _TERM:
            return counted(t, begin, term[1] + 1, term[0], "length: no more than")
        return _day_after(t, at, after)
    if (part := day(t, after)) is not None and part[1] >= found[1]:
        return None
    if words[found[1]] == "до" and words[found[1] + 1] != "или" and found[0].unit not in ("hour", "minute"):
        return _counting_back(t, begin, found)
    if found[0].unit in ("day", "year") and words[after] in ("дня", "года", "день"):
        return _day_after(t, at, after)
    piece = counted(t, begin, found[1], found[0], "length: no later than")
    if (
        found[0].unit in ("hour", "minute")
        and piece.event is None
        and (found[0].count < 24 or words[found[1]].isdecimal())
    ):
        return None
    return piece


def _counting_back(t: Tape, at: int, found: tuple[Length, int]) -> Piece | None:
    """Read the event of «не позднее трёх суток до начала», «в срок не менее 10 дней до начала»."""
    length, here = found
    to = phrase_end(t, here)
    if to <= here + 1:
        return None
    piece = Piece("length", at, to, "length: before an event", event=(here, to))
    piece.length = replace(length, before=True)
    return piece


def _past_than(t: Tape, at: int) -> int:
    """Pass «чем», «чем через», «чем в течение»."""
    words = t.words
    if words[at] == "," and words[at + 1] == "чем":
        at += 1
    if words[at] == "чем":
        at += 1
    if words[at] in ("через", "спустя"):
        return at + 1
    return at + 2 if words[at] == "в" and words[at + 1] in ("течение", "течении") else at


def _up_to(t: Tape, at: int) -> tuple[Piece | None, int]:
    """Read «в срок до 30 дней», in a column «до 10 дней»; else where «не более …» of «в срок не более …» begins, or 0."""
    words = t.words
    if words[at] == "до":
        found = amount(t, at + 1) if t.wide else None
        fits = found is not None and found[0].unit in ("day", "week", "month") and t.ends_at(found[1])
        return (counted(t, at, found[1], found[0], "length: up to") if found is not None and fits else None), 0
    after = at + 3 if words[at + 2] == "," else at + 2
    if words[after] == "не":
        return None, after
    if words[after] == "до" and words[after + 1] != "конца":
        found = amount(t, after + 1)
        if found is not None and found[0].unit == "hour" and words[found[1]] not in ("с", "со", "после"):
            return None, 0  # «в срок до 12 часов 15 октября» names the hour
    else:
        found = amount(t, after) if cardinal(t, after) is not None else None
    return (counted(t, at, found[1], found[0], "length: no more than") if found is not None else None), 0


def _day_after(t: Tape, at: int, after: int) -> Piece | None:
    """Read «не позднее (рабочего) дня, следующего за днём получения», «не позднее следующего рабочего дня»."""
    words = t.words
    here = after
    upcoming = words[here] in ("следующего", "следующий", "ближайшего")
    if upcoming:
        here += 1
    working, here = past_working(t, here)
    if words[here] not in DAY_WORDS:
        return None
    here += 1
    if words[here] == "," and words[here + 1] in ("следующего", "следующим"):
        here += 1
    if words[here] in ("следующего", "следующим") and words[here + 1] in ("за", "после"):
        piece = Piece("length", at, here, "length: the next day", length=Length(1, "day", working=working))
        return _hung(t, piece, here)
    if upcoming:
        return counted(t, at, here, Length(1, "day", working=working), "length: the next day")
    return None


def after_length(t: Tape, at: int) -> Piece | None:
    """Read «через 10 дней», «через месяц после подписания», «по истечении 10 дней со дня …», «спустя неделю»."""
    words = t.words
    after = at + 1
    if words[at] == "по" and words[at + 1] in ("истечении", "прошествии"):
        after = at + 2
    elif words[at] not in ("через", "спустя"):
        return None
    if words[after] == "каждые":
        return None
    found = amount(t, after)
    if found is None:
        return None
    return counted(t, at, found[1], found[0], "length: after")


def before_event(t: Tape, at: int) -> Piece | None:
    """Read «за 5 дней до заседания», «не позднее чем за месяц до окончания срока», «за сутки до 1 июня»."""
    words = t.words
    after = at
    if words[at] == "не" and words[at + 1] in ("позднее", "позже", "менее", "ранее"):
        after = at + 3 if words[at + 2] == "," else at + 2
        if words[after] == "чем":
            after += 1
    elif words[at] in ("минимум", "как"):
        after = at + 2 if words[at] == "как" else at + 1
    if words[after] != "за":
        return None
    found = amount(t, after + 1)
    if found is None and words[after + 1] in ("день", "месяц", "неделю", "сутки", "час"):
        found = Length(1, UNITS[words[after + 1]]), after + 2
    if found is None or (words[found[1]] != "до" and at == after and not _stands_alone(t, after + 1, found)):
        return None
    length, here = found
    if words[here] != "до":
        backward = Length(length.count, length.unit, working=length.working, before=True)
        return counted(t, at, here, backward, "length: before an event not named")
    piece = Piece("length", at, here, "length: before an event",
                  length=Length(length.count, length.unit, working=length.working, before=True))  # fmt: skip
    when = day(t, here + 1)
    if when is not None:
        piece.event, piece.event_at, piece.to = (here, when[1]), when[0], when[1]
        return piece
    ending = part_of(t, here + 1)
    if ending is not None and ending[1].dated() and ending[0] in ("start", "end"):
        shift = 1 if ending[0] == "start" and ending[1].shift == 0 else ending[1].shift
        piece.event_at = replace(ending[1], shift=shift, part=ending[0])
        piece.event, piece.to = (here, ending[2]), ending[2]
        return piece
    to = phrase_end(t, here)
    if to <= here + 1:
        return None
    piece.event, piece.to = (here, to), to
    return piece


def _stands_alone(t: Tape, at: int, found: tuple[Length, int]) -> bool:
    """Tell whether «за три дня» is all there is of a term; «за год», «за месяц» name what is reported."""
    return t.wide and t.ends_at(found[1]) and (cardinal(t, at) is not None or found[0].unit == "day")


def days_away(t: Tape, at: int) -> Piece | None:
    """Read «завтра», «сегодня», «до завтра», «на следующий (рабочий) день после …», «в день подписания»."""
    words = t.words
    here = at + 1 if words[at] in ("до", "на", "к") else at
    count = _DAYS_AWAY.get(words[here])
    if count is not None:
        if here == at and not t.wide:
            return None
        return Piece("length", at, here + 1, "length: a day near by", length=Length(count, "day", same_day=count == 0))
    if words[at] == "на" and words[at + 1] == "следующий":
        working, here = past_working(t, at + 2)
        if words[here] == "день":
            return counted(t, at, here + 1, Length(1, "day", working=working), "length: the next day")
    if words[at] == "на" and (nth := ordinal(t, at + 1, plain=False)) is not None and 0 < nth[0] < 100:
        working, here = past_working(t, nth[1])
        if words[here] == "день":
            piece = counted(t, at, here + 1, Length(nth[0], "day", working=working), "length: the nth day")
            return piece if piece.event is not None or t.wide else None
    if words[at] == "в" and words[at + 1] == "день":
        to = phrase_end(t, at)
        if is_own_day(t, at + 2, to) and t.words[at + 2] in ("подписания", "проведения", "заседания", "совещания"):
            piece = Piece(
                "length", at, to, "length: the day itself", length=Length(0, "day", same_day=True), own_day=True
            )
            piece.event = (at, to)
            return piece
    return None


def bare(t: Tape, at: int) -> Piece | None:
    """Read a length alone, as in a column «Срок»: «10 дней», «5 р.д.», «1 месяц», «месяц со дня подписания»."""
    if not t.wide or stretch(t, at) is not None:
        return None
    found = amount(t, at)
    if found is None or (t.words[at] in ("года", "год", "квартал", "день", "час") and cardinal(t, at) is None):
        return None
    piece = counted(t, at, found[1], found[0], "length: named alone")
    return None if found[0].unit == "year" and found[0].count > 5 else piece


RULES = (before_event, within, in_term, no_later, after_length, days_away)


def length(t: Tape, at: int) -> Piece | None:
    """Read a length by the first rule that takes it."""
    for rule in RULES:
        found = rule(t, at)
        if found is not None:
            return found
    return None
