"""Lengths of time and what they are counted from: «в течение 10 рабочих дней со дня получения», «за 5 дней до заседания»."""

from __future__ import annotations

from dataclasses import replace

from protocol_cli.grammar.dates import day, half_year, part_of, quarter, stretch, year_number
from protocol_cli.grammar.events import is_own_day
from protocol_cli.grammar.extent import phrase_end
from protocol_cli.grammar.lexicon.time import (
    CALENDAR,
    DAY_WORDS,
    LENGTH_ENDINGS,
    LENGTH_PREFIXES,
    LENGTH_STEMS,
    UNITS,
    WORKING,
)
from protocol_cli.grammar.lexicon.wordlist import words as wordset
from protocol_cli.grammar.numerals import cardinal
from protocol_cli.grammar.pieces import Piece
from protocol_cli.grammar.tape import Tape
from protocol_cli.grammar.terms import Length

_FROM = wordset("дня даты момента времени начала окончания числа истечения поступления получения подписания даты "
                  "утверждения завершения принятия наступления")  # fmt: skip
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
_DAYS_AWAY = {"сегодня": 0, "завтра": 1, "послезавтра": 2}


def _working(t: Tape, at: int) -> tuple[bool, int]:
    """Pass adjectives before and brackets after a unit: «рабочих», «календарных», «(рабочих)»."""
    words = t.words
    working = False
    while words[at] in WORKING or words[at] in CALENDAR:
        working = working or words[at] in WORKING
        at += 2 if words[at + 1] == "." and len(words[at]) <= 3 else 1
    if words[at] == "(" and words[at + 1] in WORKING and words[at + 2] == ")":
        return True, at + 3
    return working, at


def amount(t: Tape, at: int) -> tuple[Length, int] | None:
    """Read «10 рабочих дней», «двух недель», «месяца», «5 (пяти) календарных дней», «3-х дней», «5 р.д.»."""
    words = t.words
    count, here = 1, at
    lead, here = _working(t, here)
    number = cardinal(t, here)
    if words[here] == "1" and words[here + 1] in (",", ".") and words[here + 2] == "5" and t.tight(here + 2):
        return _one_and_a_half(t, here + 3)
    if number is not None:
        count, here = number
        if len(words[here - 1]) == 4 and words[here - 1].isdecimal() and year_number(t, here - 1):
            return None
    elif words[here] == "полутора":
        return _one_and_a_half(t, here + 1)
    working, here = _working(t, here)
    if words[here] == "р" and words[here + 1] == "." and words[here + 2] == "д":
        return Length(count, "day", working=True), here + (4 if words[here + 3] == "." else 3)
    if words[here] == "к" and words[here + 1] == "." and words[here + 2] == "д" and number is not None:
        return Length(count, "day"), here + (4 if words[here + 3] == "." else 3)
    unit = UNITS.get(words[here])
    if (
        unit is None
        or words[here] in ("р", "г")
        or (number is None and not lead and not working and not _alone(words[here]))
    ):
        return None
    here += 1
    if words[here] == "." and len(words[here - 1]) <= 3 and words[here - 1] != "дня":
        here += 1
    tail, here = _working(t, here) if words[here] == "(" else (False, here)
    if words[here] == "(" and words[here + 1] in CALENDAR and words[here + 2] == ")":
        here += 3
    return Length(count, unit, working=working or lead or tail), here


def _one_and_a_half(t: Tape, at: int) -> tuple[Length, int] | None:
    """Read «полутора месяцев», «1,5 года»: half a month is 15 days (ГК РФ ст. 192)."""
    unit = UNITS.get(t.words[at])
    found = {"month": Length(45, "day"), "year": Length(18, "month"), "hour": Length(90, "minute")}.get(unit or "")
    return (found, at + 1) if found is not None else None


def _alone(word: str) -> bool:
    return word in ("дня", "суток", "сутки", "недели", "неделю", "неделя", "месяца", "месяц", "квартала", "полугода", "полугодия", "года",
                    "год", "часа", "час", "день", "декады", "полгода", "минуты")  # fmt: skip


def adjective(t: Tape, at: int) -> tuple[Length, int] | None:
    """Read a length told by an adjective: «10-дневный», «двухнедельный», «3-х месячный», «месячный», «30 дневный»."""
    words = t.words
    here, count = at, None
    if words[here].isdecimal() and len(words[here]) <= 3:
        count, here = cardinal(t, here) or (0, here + 1)
        if words[here] == "-":
            here += 1
    elif words[here] in LENGTH_PREFIXES and words[here + 1] in ("-", *()):
        count, here = LENGTH_PREFIXES[words[here]], here + 2
    found = _stem(words[here])
    if (
        found is None
        and count is None
        and words[here] in LENGTH_PREFIXES
        and (bare := _stem(words[here + 1])) is not None
    ):
        count, found, here = LENGTH_PREFIXES[words[here]], bare, here + 1
    if found is None:
        return None
    prefix, unit = found
    if count is None:
        count = 1 if not prefix else LENGTH_PREFIXES.get(prefix)
        if prefix == "полу" and unit == "month":
            return Length(15, "day"), here + 1
        if prefix == "полутора" and unit == "month":
            return Length(45, "day"), here + 1
        if prefix == "полу" and unit == "year":
            return Length(6, "month"), here + 1
        if count is None:
            count = _compound(prefix)
    elif prefix:
        return None
    return (Length(count, unit), here + 1) if count else None


def _stem(word: str) -> tuple[str, str] | None:
    for ending in LENGTH_ENDINGS:
        if word.endswith(ending):
            stem = word[: -len(ending)]
            for tail, unit in LENGTH_STEMS.items():
                if stem.endswith(tail):
                    return stem[: -len(tail)], unit
    return None


def _compound(prefix: str) -> int | None:
    for tens in ("двадцати", "тридцати", "сорока", "пятидесяти", "шестидесяти", "девяносто", "ста", "сто"):
        if prefix.startswith(tens) and prefix[len(tens) :] in LENGTH_PREFIXES:
            return LENGTH_PREFIXES.get(tens, 100) + LENGTH_PREFIXES[prefix[len(tens) :]]
    return None


def counted(t: Tape, at: int, to: int, length: Length, rule: str, *, weak: bool = False) -> Piece:
    """Make the piece of a length that ends at `to`, with the event it is counted from when one follows."""
    piece = Piece("length", at, to, rule, length=length, weak=weak or length.unit == "year")
    words = t.words
    here = to + 1 if words[to] == "," and words[to + 1] in ("следующих", "следующего", "начиная", "считая", "исчисляемых",
                                                           "исчисляемого", "со", "с") else to  # fmt: skip
    opening = here
    if words[here] in ("начиная", "считая", "исчисляемых", "исчисляемого", "следующих", "следующего"):
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
    elif words[here] == "до" and words[here + 1] in ("или", "и", "начала", "момента", "даты", "дня", "окончания", "заседания",
                                                    "проведения", "следующего", "очередного"):  # fmt: skip
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
    """Read «в течение 10 дней …», «в течение месяца», «в течение не более одного часа», «в течение 10-дневного срока»."""
    words = t.words
    for opening in _WITHIN:
        if words[at] == opening[0] and (len(opening) == 1 or words[at + 1] == opening[1]):
            after = at + len(opening)
            break
    else:
        return None
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
    working, to = _working(t, to)
    if words[to] not in _TERM:
        return None
    return counted(t, at, to + 1, Length(length.count, length.unit, working=working), "length: an n-day term")


def no_later(t: Tape, at: int) -> Piece | None:
    """Read «не позднее 3 дней со дня …», «не позднее чем через 5 дней после …», «в срок не более 10 дней»."""
    words = t.words
    after = at
    if words[at] == "до" and t.wide:
        found = amount(t, at + 1)
        fits = found is not None and found[0].unit in ("day", "week", "month") and found[1] >= t.size
        return counted(t, at, found[1], found[0], "length: up to") if found is not None and fits else None
    if words[at] == "в" and words[at + 1] == "срок":
        after = at + 3 if words[at + 2] == "," else at + 2
        if words[after] == "до" and (found := amount(t, after + 1)) is not None and words[after + 1] != "конца":
            return counted(t, at, found[1], found[0], "length: no more than")
        if words[after] != "не":
            found = amount(t, after)
            ok = found is not None and cardinal(t, after) is not None
            return counted(t, at, found[1], found[0], "length: no more than") if ok and found is not None else None
    if words[after] != "не" or words[after + 1] not in _NO_MORE:
        return None
    if words[after + 1] in ("менее",) or (words[after + 1] in ("более", "свыше") and after == at and not t.wide):
        return None
    begin = at if words[after + 1] == "превышающий" or after == at else after
    after += 2
    if words[after] == "," and words[after + 1] == "чем":
        after += 1
    if words[after] == "чем":
        after += 1
    if words[after] in ("через", "спустя"):
        after += 1
    elif words[after] == "в" and words[after + 1] in ("течение", "течении"):
        after += 2
    found = amount(t, after)
    if found is None:
        short = adjective(t, after)
        if short is not None and words[short[1]] in _TERM:
            return counted(t, begin, short[1] + 1, short[0], "length: no more than")
        return _day_after(t, at, after)
    if (part := day(t, after)) is not None and part[1] >= found[1]:
        return None
    if words[found[1]] in ("до",) and words[found[1] + 1] not in ("или",):
        return None
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


def _day_after(t: Tape, at: int, after: int) -> Piece | None:
    """Read «не позднее (рабочего) дня, следующего за днём получения», «не позднее следующего рабочего дня»."""
    words = t.words
    here = after
    upcoming = words[here] in ("следующего", "следующий", "ближайшего")
    if upcoming:
        here += 1
    working, here = _working(t, here)
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
    if found is None or (words[found[1]] != "до" and at == after and not (t.wide and found[1] >= t.size)):
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
        working, here = _working(t, at + 2)
        if words[here] == "день":
            return counted(t, at, here + 1, Length(1, "day", working=working), "length: the next day")
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
    return counted(t, at, found[1], found[0], "length: named alone")


RULES = (before_event, within, in_term, no_later, after_length, days_away)


def length(t: Tape, at: int) -> Piece | None:
    """Read a length by the first rule that takes it."""
    for rule in RULES:
        found = rule(t, at)
        if found is not None:
            return found
    return None
