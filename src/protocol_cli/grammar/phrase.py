"""One phrase of a term: the rules that read its pieces, in the order in which they are tried, and how pieces join.

«ежеквартально, до 5 числа месяца, следующего за отчётным кварталом, начиная с 2022 года» is a phrase of three pieces.
"""

from __future__ import annotations

from collections.abc import Callable

from protocol_cli.grammar import events, lengths, limits, month_days, recurrence, spans
from protocol_cli.grammar.extent import is_verb, set_phrase
from protocol_cli.grammar.lexicon.events import AT_A_MEETING, FIXED, OPENINGS
from protocol_cli.grammar.lexicon.phrases import (
    ANNOTATIONS,
    CHANNELS,
    CONNECTIVES,
    IMMEDIATE_PHRASES,
    ONGOING_PHRASES,
)
from protocol_cli.grammar.lexicon.time import (
    CARDINALS,
    EVERY,
    IMMEDIATE,
    ONGOING,
    ORDINALS,
    RECURRENCE_ADJECTIVES,
    RECURRENCES,
    TIMES,
    WEEKDAYS,
)
from protocol_cli.grammar.pieces import Piece
from protocol_cli.grammar.tape import Tape

_MOST_PIECES = 10


_JOINABLE = {
    "": ("limit", "span", "month_day", "recurrence", "weekdays", "clock", "ongoing", "since", "event", "nth", "length"),
    ",": ("limit", "month_day", "recurrence", "weekdays", "clock", "since", "nth"),
    "and": ("limit", "month_day", "recurrence"),
    "then": ("limit", "month_day", "recurrence", "weekdays", "ongoing", "span", "event", "immediate", "length", "nth"),
}


_REPEATING = ("recurrence", "weekdays", "month_day", "nth")


def ongoing(t: Tape, at: int) -> Piece | None:
    """Read «постоянно», «на постоянной основе», «весь период», «бессрочно»."""
    to = at + 1 if t.words[at] in ONGOING else set_phrase(t, at, ONGOING_PHRASES)
    if not to or (
        t.words[at + 1].startswith(("действующ", "растущ", "проживающ", "меняющ", "обновля")) and to == at + 1
    ):
        return None
    if t.words[to - 1] in ("период", "периода", "срок", "времени") and _names_what(t, to):
        return None
    return Piece("ongoing", at, to, "ongoing", weak=t.words[at] not in ("постоянно", "на", "бессрочно"))


def _names_what(t: Tape, at: int) -> bool:
    """Tell whether «весь период» goes on to say of what: «весь период реализации» is an event, not «всё время»."""
    word = t.words[at]
    return (
        word.isalpha()
        and (word, "") not in CONNECTIVES
        and not is_verb(word)
        and word not in ("с", "со", "до", "по", "в")
    )


def immediate(t: Tape, at: int) -> Piece | None:
    """Read «немедленно», «срочно», «в кратчайшие сроки», «в ближайшее время»."""
    to = set_phrase(t, at, IMMEDIATE_PHRASES) or (at + 1 if t.words[at] in IMMEDIATE else 0)
    by_channel = t.words[to] == "по" and t.words[to + 1] in CHANNELS
    if not to or (t.words[to] in ("после", "при", "по") and not by_channel) or t.words[at : at + 2] == ["сразу", "же"]:
        return None
    return Piece("immediate", at, to, "immediate", weak=t.words[at] in ("оперативно", "сразу"))


_FIGURES = frozenset(["#"])
_COUNTS = frozenset(CARDINALS) | _FIGURES
_ORDERS = frozenset(ORDINALS) | _FIGURES | {"двадцать", "тридцать"}
_LIMITS = frozenset(["до", "к", "ко", "по", "не"])
_WITHIN = frozenset(["в", "во", "на"])
Rule = Callable[[Tape, int], Piece | None]

# The rules in the order in which they are tried, each with the words that it may begin with in running text;
# "#" stands for a figure. Where the whole text is a term all of them are tried.
RULES: tuple[tuple[Rule, frozenset[str]], ...] = (
    (recurrence.adverb, frozenset(RECURRENCES) | RECURRENCE_ADJECTIVES),
    (recurrence.times_in, _COUNTS | set(TIMES) | {"не", "с", "минимум", "хотя", "по", "раз"}),
    (recurrence.every, EVERY | {"в", "во", "по", "через", "к", "до", "на", "за"}),
    (recurrence.by_weekday, frozenset(["по", "в", "кроме", "с", "со"])),
    (recurrence.nth_of_month, _LIMITS | _WITHIN | _ORDERS),
    (recurrence.end_of_each, frozenset(["до", "к", "в"])),
    (month_days.month_day, _LIMITS | _ORDERS | {"каждого", "с", "со"}),
    (ongoing, ONGOING | {first for first, _ in ONGOING_PHRASES}),
    (immediate, IMMEDIATE | {first for first, _ in IMMEDIATE_PHRASES}),
    (lengths.before_event, frozenset(["за", "не", "минимум", "как"])),
    (lengths.within, _WITHIN | {"втечение"}),
    (lengths.in_term, frozenset(["в", "во"])),
    (lengths.no_later, frozenset(["в", "не"])),
    (lengths.after_length, frozenset(["по", "через", "спустя"])),
    (lengths.days_away, frozenset(["до", "на", "к", "в"])),
    (limits.limit, _LIMITS),
    (limits.at_hour, frozenset(["в", "с"])),
    (spans.span_from, frozenset(["с", "со", "начиная", "не"])),
    (spans.span_within, _WITHIN | {"за", "период", "весь", "всю", "все"}),
    (events.fixed, frozenset(first for first, _ in FIXED)),
    (events.at_meeting, AT_A_MEETING),
    (events.agreed_time, frozenset(["в", "во", "к", "с", "согласно", "по"])),
    (events.opened, frozenset(OPENINGS)),
    (events.until_event, frozenset(["до", "не"])),
    (events.holidays, frozenset(["в"])),
    (events.condition, frozenset()),
)
_ALL = tuple(rule for rule, _ in RULES)
RULES_OF = {
    word: tuple(rule for rule, words in RULES if word in words) for word in frozenset().union(*(w for _, w in RULES))
}


def piece(t: Tape, at: int) -> Piece | None:
    """Read one piece by the first rule that takes it; without a preposition only where the whole text is a term."""
    word = t.words[at]
    for rule in _ALL if t.wide else RULES_OF.get("#" if word.isdecimal() else word, ()):
        found = rule(t, at)
        if found is not None and found.to > at:
            return found
    if t.wide:
        return spans.bare(t, at) or lengths.bare(t, at)
    return _bare_day(t, at)


def _bare_day(t: Tape, at: int) -> Piece | None:
    """Read a day of the calendar named in running text without a preposition: «собрание провести 29 июня 2023 года»."""
    word = t.words[at]
    if not (word.isdecimal() or word == '"') or t.words[at - 1 if at else -1] in ("/", ".", "№", "n", "-"):
        return None
    found = spans.bare(t, at)
    if found is None or found.last is None or found.last.unit != "day":
        return None
    if t.words[found.at + 1] == "." and found.last.outer("year") is None:
        return None
    found.weak = True
    return found


def _skip(t: Tape, at: int) -> tuple[str, int]:
    """Pass what joins two pieces and tell how it joins them: "", ",", "and" or "then"."""
    words = t.words
    link = ""
    limit = min(at + 8, t.size)
    here = at
    while here < limit:
        word = words[here]
        to = set_phrase(t, here, CONNECTIVES)
        if to:
            link = "then"
            here = to
        elif word in ("и", "или") or (word == "а" and words[here + 1] == "также"):
            link = link or "and"
            here += 2 if word == "а" else 1
        elif word in (",", ";", "-", ":", ")", "(", "/") or (
            word == "." and t.wide and set_phrase(t, here + 1, CONNECTIVES)
        ):
            link = link or ("," if word not in "()" else "")
            here += 1
        elif word == "но" or (word == "причем"):
            link = link or ","
            here += 1
        elif word == "в" and words[here + 1] == "срок" and words[here + 2] in ("до", "не", "к", "по"):
            here += 2
        elif word in ("срок", "сроком", "сроки") and link:
            here += 1
        elif word == "с" and words[here + 1].startswith("еже") and words[here + 1].endswith("ым"):
            link = "then"
            here += 1
        else:
            break
    return link, here


def _annotation(t: Tape, at: int) -> int:
    """Pass a bracket that only comments on a date: «(промежуточный)», «(четверг)», in wide reading any short one."""
    words = t.words
    if words[at] != "(" or set_phrase(t, at + 1, CONNECTIVES):
        return at
    if words[at + 1] in WEEKDAYS and words[at + 3 if words[at + 2] == "." else at + 2] == ")":
        return at + 4 if words[at + 2] == "." else at + 3
    for here in range(at + 1, min(at + 8, t.size)):
        figure = words[here].isdecimal() and here == at + 1
        if words[here] in ("до", "к", "не", "ежеквартально", "ежемесячно", "ежегодно") or figure:
            return at
        if words[here] == ")":
            known = words[at + 1].startswith(ANNOTATIONS)
            return here + 1 if known or (t.wide and piece(t, at + 1) is None) else at
    return at


def _remark(t: Tape, at: int) -> int:
    """Pass a remark after a term in a column: «до 1 июня – план, до 1 июля – отчёт»."""
    words = t.words
    if not t.wide or words[at] != "-":
        return at
    for here in range(at + 1, min(at + 5, t.size)):
        if words[here] in (",", ";"):
            return here
        if not words[here].isalnum():
            return at
    return at


def past_caption(t: Tape, at: int) -> int:
    """Pass a caption before a further term in a column: «итоговый – до 1 декабря», «2 этап: до …»."""
    words = t.words
    if not t.wide:
        return at
    for here in range(at, min(at + 5, t.size)):
        if words[here] in ("-", ":") and here > at and not t.tight(here + 1):
            return here + 1
        if not words[here].isalnum():
            return at
    return at


def pieces_of(t: Tape, at: int) -> list[Piece]:
    """Read the pieces of one phrase that begins at that word."""
    first = piece(t, at)
    if first is None:
        return []
    pieces = [first]
    here = first.to
    while len(pieces) < _MOST_PIECES:
        dated = pieces[-1].kind not in _REPEATING
        link, after = _skip(t, _annotation(t, here) if dated else here)
        further = _further(t, pieces, link, after)
        if further is None and (remarked := _remark(t, here)) > here:
            link, after = _skip(t, remarked)
            further = _further(t, pieces, link, after)
        if further is None and (captioned := past_caption(t, after)) > after:
            further = _further(t, pieces, link or ",", captioned)
        if further is None:
            break
        further.linked = link
        if (
            len(pieces) == 1
            and first.kind == "event"
            and t.words[first.to] == "-"
            and further.kind in ("limit", "month_day")
        ):
            pieces.clear()  # «по итогам года – до 1 февраля»: the event is the caption of the date
            further.linked = ""
        pieces.append(further)
        here = further.to
        if t.words[here] == ")" and _is_open(t, at, here):
            further.to = here = here + 1
    return pieces


def _is_open(t: Tape, at: int, to: int) -> bool:
    """Tell whether a bracket opened between two words is still open: «раз в год (до 1 марта)» keeps its bracket."""
    within = t.words[at:to]
    return within.count("(") > within.count(")")


def _further(t: Tape, pieces: list[Piece], link: str, at: int) -> Piece | None:
    if at >= t.size or at == pieces[0].at:
        return None
    further = piece(t, at)
    if further is None and t.wide is False and link in ("and", ",") and pieces[-1].kind == "limit":
        further = _another_day(t, at, pieces[-1])
    if further is None or t.wide:
        return further
    if further.kind not in _JOINABLE[link]:
        return None
    if further.bare and not (link in ("and", ",") and pieces[-1].kind == "limit" and not pieces[-1].bare):
        return None
    before = pieces[-1].kind
    if pieces[0].bare and link in (",", "and") and further.kind == "limit":
        return None
    if further.kind in ("event", "span", "since", "length", "ongoing") and link == "":
        return further if _goes_on(before, further) else None
    if before in ("event", "length", "immediate") and link in (",", "and") and further.kind != "limit":
        return further if further.kind in _REPEATING and t.words[at] == "не" else None
    return further


def _goes_on(before: str, further: Piece) -> bool:
    """Tell whether a piece that stands right after another in running text belongs to the same term."""
    if before in _REPEATING:
        return further.kind in ("span", "since", "length")
    if before == "ongoing":
        return further.kind in ("span", "since", "event")
    return before == "since" and further.kind == "ongoing"


def _another_day(t: Tape, at: int, before: Piece) -> Piece | None:
    found = limits.days(t, at)
    if found is None or before.last is None or before.last.unit != "day":
        return None
    return Piece("limit", at, found[1], "limit: another day", last=found[0][0], more=found[0][1:])
