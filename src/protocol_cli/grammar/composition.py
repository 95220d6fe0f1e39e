"""From pieces to a term: which piece names the kind, what the others add to it, and what follows as `then`."""

from __future__ import annotations

from dataclasses import replace

from protocol_cli.grammar.pieces import Piece
from protocol_cli.grammar.repetition import is_repeated, repeated
from protocol_cli.grammar.tape import Tape
from protocol_cli.grammar.terms import Stretch, Term

# «по итогам года до 15 января»: the event only says of what the date is.
_CAPTIONS = ("event: по итогам", "event: по результатам")
_REPEATING = ("recurrence", "weekdays")


def compose(t: Tape, pieces: list[Piece]) -> Term:
    """Put the pieces of one phrase together; pieces after «далее» follow as `then`."""
    heads: list[list[Piece]] = []
    for piece in pieces:
        if not heads or piece.linked == "then":
            heads.append([])
        heads[-1].append(piece)
    terms: list[Term] = []
    for number, group in enumerate(heads):
        terms.extend(_group(t, group, follows=number > 0))
    chained = chain(terms)
    return replace(chained, end=t.ends[_past_comment(t, pieces) - 1])


_LONGEST_COMMENT = 8  # words


def _past_comment(t: Tape, pieces: list[Piece]) -> int:
    """Past the last «(итоговый)» of «до 15.09 (промежуточный), до 01.12 (итоговый)»: each term has a comment."""
    to = pieces[-1].to
    if t.words[to] != "(" or not any(t.words[piece.to] == "(" for piece in pieces[:-1]):
        return to
    for here in range(to + 1, min(t.size, to + _LONGEST_COMMENT)):
        if t.words[here] == ")":
            return here + 1
    return to


def chain(terms: list[Term]) -> Term:
    """Hang each term on the one before it as `then`; the first is the deadline."""
    last = terms[-1]
    for term in reversed(terms[:-1]):
        last = _hang(term, last)
    return last


def _hang(term: Term, follower: Term) -> Term:
    if term.then is not None:
        return replace(term, then=_hang(term.then, follower))
    return replace(term, then=follower)


def _share_year(pieces: list[Piece]) -> None:
    """Give undated days the year that a later one of the same list names: «до 1 июня и до 1 декабря 2021 г.»."""
    year: Stretch | None = None
    for piece in reversed(pieces):
        if piece.kind != "limit" and not (piece.kind == "span" and piece.bare):
            continue
        for stretch in [*reversed(piece.more), piece.last]:
            if stretch is not None and stretch.dated() and (named := stretch.outer("year")) is not None:
                year = named if named.number is not None or named.shift is not None else year
        if year is not None:
            piece.more = [stretch.in_year(year) for stretch in piece.more]
            piece.last = piece.last.in_year(year) if piece.last is not None else None
            if piece.kind == "span" and piece.first is not None:
                piece.first = piece.first.in_year(year)


def _group(t: Tape, pieces: list[Piece], *, follows: bool) -> list[Term]:
    if not pieces:
        return []
    _share_year(pieces)
    head = pieces[0]
    if len(pieces) > 1 and head.rule in _CAPTIONS and pieces[1].kind in ("limit", "month_day"):
        return _group(t, pieces[1:], follows=follows)
    if head.kind in ("ongoing", "immediate", "event", "length"):
        term, used = _led(t, head, pieces, follows=follows)
        return [term, *_group(t, pieces[used:], follows=follows)]
    split = _dated_then_repeated(pieces)
    if not split and (another := _another_repetition(pieces)):
        return [*_group(t, pieces[:another], follows=follows), *_group(t, pieces[another:], follows=follows)]
    if split:
        return [*_group(t, pieces[:split], follows=follows), *_group(t, pieces[split:], follows=True)]
    if (
        len(pieces) == 2
        and pieces[1].last == Stretch("day", shift=0)
        and pieces[1].kind == "limit"
        and head.kind == "limit"
    ):
        return _plain(t, [head], follows=follows)  # «до 20 апреля (до конца рабочего дня)»
    for number, piece in enumerate(pieces):
        if number and piece.kind in ("ongoing", "immediate", "event") and not _absorbed(pieces, number):
            return [*_group(t, pieces[:number], follows=follows), *_group(t, pieces[number:], follows=follows)]
    if is_repeated(pieces):
        return repeated(t, pieces, follows=follows)
    return _plain(t, pieces, follows=follows)


def _dated_then_repeated(pieces: list[Piece]) -> int:
    """Find where «до 1 июня 2021 г., ежеквартально» turns from a date into what follows it; 0 when it does not."""
    if pieces[0].kind != "limit" or pieces[0].last is None or not pieces[0].last.dated():
        return 0
    for number, piece in enumerate(pieces[1:], 1):
        if piece.kind in _REPEATING:
            return number if piece.linked in (",", "and") else 0
        if piece.kind == "ongoing":
            return 0
    return 0


def _another_repetition(pieces: list[Piece]) -> int:
    """Find where a second recurrence begins: «ежеквартально до 10 числа и ежегодно до 1 февраля»; else 0."""
    seen = False
    for number, piece in enumerate(pieces):
        rule = piece.recurrence if piece.kind == "recurrence" else None
        plain = rule is not None and not (rule.days or rule.weekdays or rule.months)
        if plain and seen and number > 1 and piece.linked in (",", "and"):
            return number
        seen = seen or plain
    return 0


def _absorbed(pieces: list[Piece], number: int) -> bool:
    """Tell whether an event or «постоянно» after a recurrence, or after «с 1 сентября», adds nothing of its own."""
    piece, before = pieces[number], pieces[number - 1]
    if piece.kind == "ongoing":
        return before.kind == "since" and number == 1
    return piece.kind == "event" and is_repeated(pieces[:number])


def _made(t: Tape, kind: str, pieces: list[Piece], *, follows: bool) -> Term:
    head = pieces[0]
    return Term(
        t.starts[head.at], t.ends[pieces[-1].to - 1], kind, inherits=follows,
        weak=head.weak or (head.bare and kind != "recurring"), ambiguous=any(p.ambiguous for p in pieces),
        clock=next((p.clock for p in pieces if p.clock is not None), None),
        rules=tuple(p.rule for p in pieces),
    )  # fmt: skip


def _offsets(t: Tape, piece: Piece) -> tuple[int, int] | None:
    return (t.starts[piece.event[0]], t.ends[piece.event[1] - 1]) if piece.event is not None else None


def _led(t: Tape, head: Piece, pieces: list[Piece], *, follows: bool) -> tuple[Term, int]:
    """Make the term of a phrase whose first word decides its kind, and tell how many pieces it takes."""
    used = 1
    if head.kind == "ongoing":
        return _ongoing(t, pieces, follows=follows)
    if head.kind == "event" and len(pieces) > 1 and pieces[1].kind == "limit" and pieces[1].linked == "":
        limit = pieces[1]
        term = _made(t, "event", pieces[:2], follows=follows)
        return replace(term, event=_offsets(t, head), last=limit.last, edge=limit.edge, weak=head.weak), 2
    if head.kind == "event" and len(pieces) > 1 and pieces[1].kind == "length" and pieces[1].linked == "":
        counted = pieces[1]  # «после получения замечаний в течение 5 дней»
        if counted.event is None:
            term = _made(t, "relative", pieces[:2], follows=follows)
            return replace(term, length=counted.length, event=_offsets(t, head), weak=head.weak), 2
    if head.kind == "length" and len(pieces) > 1 and pieces[1].kind == "clock":
        used = 2
    kind = "relative" if head.kind == "length" else head.kind
    term = _made(t, kind, pieces[:used], follows=follows)
    return replace(
        term, length=head.length, event=_offsets(t, head), event_at=head.event_at, own_day=head.own_day
    ), used


def _ongoing(t: Tape, pieces: list[Piece], *, follows: bool) -> tuple[Term, int]:
    used = 1
    first = last = event = None
    edge = "end"
    for piece in pieces[1:]:
        if piece.kind == "since" and first is None:
            first = piece.first
        elif piece.kind == "span" and last is None:
            first, last, edge = piece.first, piece.last, piece.edge
        elif piece.kind == "limit" and last is None and not piece.bare:
            last, edge = piece.last, piece.edge
        elif piece.kind == "event" and event is None and piece.linked != "then":
            event = _offsets(t, piece)
        elif piece.kind == "ongoing" and piece.linked != "then":
            pass
        else:
            break
        used += 1
    term = _made(t, "ongoing", pieces[:used], follows=follows)
    return replace(term, first=first, last=last, edge=edge, event=event), used


def _plain(t: Tape, pieces: list[Piece], *, follows: bool) -> list[Term]:
    """Make dates and periods of pieces in which nothing repeats: each is a term, the later ones follow."""
    terms: list[Term] = []
    number = 0
    while number < len(pieces):
        piece = pieces[number]
        following = pieces[number + 1] if number + 1 < len(pieces) else None
        taken = [piece]
        if following is not None and piece.clock is None and following.kind == "clock":
            taken.append(following)
        elif piece.kind == "clock" and following is not None and following.kind in ("limit", "month_day"):
            taken = [following, piece]
        elif piece.kind == "since" and following is not None and following.kind in ("limit", "ongoing"):
            taken.append(following)
        terms.extend(_simple(t, taken, follows=follows))
        number += len(taken)
    return terms


def _simple(t: Tape, taken: list[Piece], *, follows: bool) -> list[Term]:
    piece = taken[0]
    ordered = sorted(taken, key=lambda p: p.at)
    if piece.kind == "since":
        kind = "period" if taken[-1].kind == "limit" else "ongoing"
        term = _made(t, kind, ordered, follows=follows)
        bound = taken[-1] if taken[-1].kind == "limit" else None
        weak = term.weak or len(taken) == 1
        return [
            replace(
                term,
                first=piece.first,
                last=bound.last if bound else None,
                edge=bound.edge if bound else "end",
                weak=weak,
            )
        ]
    if piece.kind == "span":
        term = _made(t, "period", ordered, follows=follows)
        return [replace(term, first=piece.first, last=piece.last, edge=piece.edge)]
    if piece.kind in ("recurrence", "nth"):
        term = _made(t, "date", ordered, follows=follows)
        return [replace(term, last=_nth_stretch(piece))]
    if piece.kind == "month_day":
        term = _made(t, "date", ordered, follows=follows)
        dates = [replace(term, last=stretch) for stretch in _month_days(piece)]
        return [dates[0], *(replace(date, start=term.start) for date in dates[1:])]
    if piece.kind == "clock":
        return [
            replace(_made(t, "date", ordered, follows=follows), last=Stretch("day", shift=0), ambiguous=True, weak=True)
        ]
    term = _made(t, "date", ordered, follows=follows)
    first = replace(term, last=piece.last, edge=piece.edge)
    return [first, *(replace(term, last=stretch, edge=piece.edge, clock=None) for stretch in piece.more)]


def _month_days(piece: Piece) -> list[Stretch]:
    rule = piece.recurrence
    days = rule.days if rule is not None else ()
    within = piece.first
    if piece.month_of is not None:
        within = Stretch("month", piece.month_of, within or Stretch("quarter", shift=0))
    return [Stretch("day", day, within) for day in days]


def _nth_stretch(piece: Piece) -> Stretch:
    rule = piece.recurrence
    month = Stretch("month")
    if rule is None:
        return month
    if rule.position is not None:
        return Stretch("working_day", rule.position, Stretch("quarter") if rule.months else month)
    if rule.weekdays:
        code = rule.weekdays[0]
        if rule.freq == "WEEKLY":
            return Stretch("weekday", weekday=0 if code == "MO" else 4)
        return Stretch(
            "weekday", int(code[:-2] or 1), month, weekday=("MO", "TU", "WE", "TH", "FR", "SA", "SU").index(code[-2:])
        )
    within = Stretch("quarter") if rule.months else month
    return Stretch("day", rule.days[0], within)
