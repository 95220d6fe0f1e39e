"""Deadlines as offices write them, found in running text or read from a label or a column «Срок».

`find_terms("Минфину России до 1 июня 2021 г. представить доклад")` finds «до 1 июня 2021 г.»; «за I квартал»,
«по состоянию на 1 июня», «приказ от 06.05.2019 № 392-р», «до 5 человек», «Стратегия до 2030 года» are no deadlines.
`read_term("II квартал 2021 г.")` takes the whole text for a term: there the readings are wide.
A term says what is written; dates are computed elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from protocol_cli.grammar import events, lengths, recurrence, spans
from protocol_cli.grammar.composition import chain, compose
from protocol_cli.grammar.extent import is_verb, set_phrase
from protocol_cli.grammar.guards import is_content, is_lone_content, sentence_starts
from protocol_cli.grammar.lexicon.events import AT_A_MEETING, FIXED, OPENINGS
from protocol_cli.grammar.lexicon.phrases import (
    ANNOTATIONS,
    CONNECTIVES,
    IMMEDIATE_PHRASES,
    LABEL_NOUNS,
    LABELS,
    NO_TERM,
    ONGOING_PHRASES,
)  # fmt: skip
from protocol_cli.grammar.lexicon.time import (
    CARDINALS,
    EVERY,
    IMMEDIATE,
    ONGOING,
    ORDINALS,
    RECURRENCES,
    TIMES,
    WEEKDAYS,
)
from protocol_cli.grammar.pieces import Piece
from protocol_cli.grammar.tape import Tape
from protocol_cli.grammar.terms import Length, Recurrence, Stretch, Term

__all__ = ["Length", "Recurrence", "Stretch", "Term", "chain", "find_terms", "read_term"]

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
    if not to or t.words[to] in ("после", "при", "по") or t.words[at : at + 2] == ["сразу", "же"]:
        return None
    return Piece("immediate", at, to, "immediate", weak=t.words[at] in ("оперативно", "сразу"))


# The rules in the order in which they are tried, each with the words that it may begin with in running text;
# "#" stands for a figure. Where the whole text is a term all of them are tried.
_FIGURES = frozenset(["#"])
_COUNTS = frozenset(CARDINALS) | _FIGURES
_ORDERS = frozenset(ORDINALS) | _FIGURES | {"двадцать", "тридцать"}
_LIMITS = frozenset(["до", "к", "ко", "по", "не"])
_WITHIN = frozenset(["в", "во", "на"])
Rule = Callable[[Tape, int], Piece | None]
RULES: tuple[tuple[Rule, frozenset[str]], ...] = (
    (recurrence.adverb, frozenset(RECURRENCES) | {"ежеквартальным", "ежемесячным", "ежегодным", "еженедельным"}),
    (recurrence.times_in, _COUNTS | set(TIMES) | {"не", "с", "минимум", "хотя", "по", "раз"}),
    (recurrence.every, EVERY | {"в", "во", "по", "через", "к", "до", "на", "за"}),
    (recurrence.by_weekday, frozenset(["по", "в", "кроме"])),
    (recurrence.nth_of_month, _LIMITS | _WITHIN | _ORDERS),
    (recurrence.end_of_each, frozenset(["до", "к", "в"])),
    (recurrence.month_day, _LIMITS | _ORDERS | {"каждого", "с", "со"}),
    (ongoing, ONGOING | {first for first, _ in ONGOING_PHRASES}),
    (immediate, IMMEDIATE | {first for first, _ in IMMEDIATE_PHRASES}),
    (lengths.before_event, frozenset(["за", "не", "минимум", "как"])),
    (lengths.within, _WITHIN | {"втечение"}),
    (lengths.in_term, frozenset(["в", "во"])),
    (lengths.no_later, frozenset(["в", "не"])),
    (lengths.after_length, frozenset(["по", "через", "спустя"])),
    (lengths.days_away, frozenset(["до", "на", "к", "в"])),
    (spans.limit, _LIMITS),
    (spans.at_hour, frozenset(["в"])),
    (spans.span_from, frozenset(["с", "со", "начиная", "не"])),
    (spans.span_within, _WITHIN | {"за", "период", "весь", "всю", "все"}),
    (events.fixed, frozenset(first for first, _ in FIXED)),
    (events.at_meeting, AT_A_MEETING),
    (events.agreed_time, frozenset(["в", "во", "к", "с", "согласно", "по"])),
    (events.opened, frozenset(OPENINGS)),
    (events.until_event, frozenset(["до", "не"])),
    (events.condition, frozenset()),
)
_ALL = tuple(rule for rule, _ in RULES)
_RULES_OF = {
    word: tuple(rule for rule, words in RULES if word in words) for word in frozenset().union(*(w for _, w in RULES))
}


def piece(t: Tape, at: int) -> Piece | None:
    """Read one piece by the first rule that takes it; without a preposition only where the whole text is a term."""
    word = t.words[at]
    for rule in _ALL if t.wide else _RULES_OF.get("#" if word.isdecimal() else word, ()):
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
        if words[here] in ("до", "к", "не", "ежеквартально", "ежемесячно", "ежегодно") or words[here].isdecimal():
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


def _caption(t: Tape, at: int) -> int:
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


def _pieces(t: Tape, at: int) -> list[Piece]:
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
        if further is None and (captioned := _caption(t, after)) > after:
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
    found = spans.days(t, at)
    if found is None or before.last is None or before.last.unit != "day":
        return None
    return Piece("limit", at, found[1], "limit: another day", last=found[0][0], more=found[0][1:])


def find_terms(text: str) -> list[Term]:
    """Find the terms of running text, in order, not overlapping: offsets are into `text`.

    What is content rather than a term stays out; what may be either is `weak`: take it when nothing stronger is there.
    """
    t = Tape(text)
    words = t.words
    terms: list[Term] = []
    starts = sentence_starts(t)
    quoted = 0
    at = sentence = 0
    while at < t.size:
        while sentence + 1 < len(starts) and starts[sentence + 1] <= at:
            sentence += 1
        raw = text[t.starts[at]]
        if raw in "«„“":
            quoted += not (words[at + 1].isdecimal() and words[at + 2] == '"')
        elif raw in "»”" and quoted:
            quoted -= 1
        elif quoted == 0 and (
            words[at] in _RULES_OF or raw.isdecimal() or (words[at] == '"' and words[at + 1].isdecimal())
        ):
            found = _term_at(t, at, starts[sentence])
            if found is not None:
                term, at = found
                terms.append(term)
                continue
        at += 1
    return terms


def _term_at(t: Tape, at: int, sentence: int) -> tuple[Term, int] | None:
    words = t.words
    start = at
    if words[at] == "в" and words[at + 1] in ("срок", "сроки") and words[at + 2] in ("до", "не", "к", "по"):
        start = at + 2
        if lengths.no_later(t, at) is not None:
            start = at
    pieces = _pieces(t, start)
    if not pieces:
        return None
    if is_content(t, pieces, at, sentence):
        return None
    term = compose(t, pieces)
    if is_lone_content(t, pieces, at, sentence):
        term = replace(term, weak=True)
    return term, pieces[-1].to


def read_term(text: str) -> Term | None:
    """Read a text that as a whole should be a term, its label «Срок:» left or not; None when it is none.

    Wide readings are right here: «май», «05.05», «к следующему заседанию», «при установлении IV класса».
    """
    if len(text) > 2000:
        text = text[:2000]
    t = Tape(text, wide=True)
    at = _past_label(t)
    if at >= t.size or set_phrase(t, at, NO_TERM):
        return None
    pieces = _pieces(t, at)
    if not pieces and (captioned := _caption(t, at)) > at:
        pieces = _pieces(t, captioned)
    if not pieces or not _covers(t, pieces):
        return None
    return compose(t, pieces)


def _past_label(t: Tape) -> int:
    words = t.words
    at = 0
    while at < t.size and not (words[at].isalnum() or words[at] == '"'):
        at += 1
    if words[at] in LABELS:
        here = at + 1
        while words[here] in LABEL_NOUNS and here < at + 8:
            here += 1
        if words[here] in (":", "-", "."):
            while words[here] in (":", "-", "."):
                here += 1
            at = here
        elif words[at] in ("срок", "сроки") and words[here] not in (",", "действия"):
            at = here
    elif words[at] in ("со", "с") and words[at + 1] == "сроком":
        at += 3 if words[at + 2] in LABEL_NOUNS else 2
    if words[at] == "в" and words[at + 1] in ("срок", "сроки"):
        after = at + 3 if words[at + 2] in (":", "-") else at + 2
        if words[after] in ("до", "к", "по", "не") and lengths.no_later(t, at) is None:
            return after
        if words[after].isdecimal() and spans.bare(t, after) is not None:
            return after
    return at


def _covers(t: Tape, pieces: list[Piece]) -> bool:
    """Tell whether the pieces are what the text is about: nothing but marks or a comment is left, unless they are firm."""
    to = pieces[-1].to
    while to < t.size and not t.words[to].isalnum():
        to += 1
    if to >= t.size:
        return True
    if any(p.kind == "event" for p in pieces):
        return True
    left = t.words[pieces[-1].to]
    if left in (".", ";", "(", ",", "-"):
        return True
    first = pieces[0]
    return (
        not first.bare
        and first.kind != "clock"
        and not t.words[to].startswith(("чел", "мест", "шт", "руб", "тыс", "процент"))
    )
