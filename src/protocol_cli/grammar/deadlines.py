"""Deadlines as offices write them, found in running text or read from a label or a column «Срок».

`find_terms("Минфину России до 1 июня 2021 г. представить доклад")` finds «до 1 июня 2021 г.»; «за I квартал»,
«по состоянию на 1 июня», «приказ от 06.05.2019 № 392-р», «до 5 человек», «Стратегия до 2030 года» are no deadlines.
`read_term("II квартал 2021 г.")` takes the whole text for a term: there the readings are wide.
A term says what is written; dates are computed elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import replace

from protocol_cli.grammar import lengths, spans
from protocol_cli.grammar.composition import chain, compose
from protocol_cli.grammar.extent import set_phrase
from protocol_cli.grammar.guards import Found, is_content, is_doubtful, sentence_starts
from protocol_cli.grammar.lexicon.phrases import (
    AFTER_FIGURES,
    LABEL_NOUNS,
    LABELS,
    NO_TERM,
)
from protocol_cli.grammar.phrase import RULES_OF, past_caption, pieces_of
from protocol_cli.grammar.pieces import Piece
from protocol_cli.grammar.tape import Tape
from protocol_cli.grammar.terms import Length, Recurrence, Stretch, Term

_VALUE = re.compile(r"(?:[^;()]|\([^()]{0,60}\))+")
_LONGEST_VALUE = 160

__all__ = ["Length", "Recurrence", "Stretch", "Term", "chain", "find_terms", "read_term"]


def find_terms(text: str) -> list[Term]:
    """Find the terms of running text, in order, not overlapping: offsets are into `text`.

    What is content rather than a term stays out; what may be either is `weak`: take it when nothing stronger is there.
    """
    t = Tape(text)
    words = t.words
    terms: list[Term] = []
    starts = sentence_starts(t)
    titles = iter([*_quoted(t), (t.size, t.size)])
    opened, closed = next(titles)
    at = sentence = 0
    while at < t.size:
        while sentence + 1 < len(starts) and starts[sentence + 1] <= at:
            sentence += 1
        if at >= opened:
            at = max(at, closed)
            opened, closed = next(titles)
            continue
        word = words[at]
        told = None
        if word in ("срок", "сроки"):
            told = _labelled_inside(t, at)
        elif word == "-":
            told = _after_last_dash(t, at)
        if told is not None:
            terms.append(told)
            while at < t.size and t.starts[at] < told.end:
                at += 1
            continue
        if (
            word in RULES_OF
            or (word.isdecimal() and words[at + 1] in AFTER_FIGURES)
            or (word == '"' and words[at + 1].isdecimal())
        ):
            found = _term_at(t, at, starts[sentence])
            if found is not None:
                term, at = found
                terms.append(term)
                continue
        at += 1
    return terms


def _labelled_inside(t: Tape, at: int) -> Term | None:
    """Read «…, срок – 09.02.2024», «… (срок исполнения: март)»: a label inside a sentence, whose value is read widely.

    A mere length after it tells of what is decided: «заключить договор аренды, срок – 3 года».
    """
    words = t.words
    if at == 0 or words[at - 1] not in (",", ";", "(", "-"):
        return None
    here = at + 1
    while words[here] in LABEL_NOUNS and here < at + 8:
        here += 1
    if words[here] not in (":", "-") or not words[here + 1]:
        return None
    begin = t.starts[here + 1]
    value = _VALUE.match(t.text, begin, begin + _LONGEST_VALUE)
    term = read_term(value.group()) if value is not None else None
    if term is None or _tells_years(term):
        return None
    return replace(term.moved(begin), weak=False)


def _after_last_dash(t: Tape, at: int) -> Term | None:
    """Read «Лапина Д.С. – закрыть дефекты – 16.02»: what ends the text after a dash and is a term as a whole, read widely.

    It is weak unless a limit says so («– до 20.02.2024»): a date may also be what is set.
    """
    begin = t.starts[at + 1]
    value = t.text[begin : begin + _LONGEST_TAIL + 1].rstrip(" ;")
    if t.starts[at] == t.ends[at - 1] or begin == t.ends[at] or not value or len(value) > _LONGEST_TAIL:
        return None
    if t.words[at - 1].isdecimal() and t.words[at + 1].isdecimal():
        return None  # «15 – 20 мая»
    term = read_term(value)
    if term is None or _tells_years(term) or term.start > 0 or term.end < len(value.rstrip(" .")) or " - " in value.translate(_DASHES):
        return None
    return replace(term.moved(begin), weak=term.kind in _SET and t.words[at + 1] not in _LIMITS)


def _tells_years(term: Term) -> bool:
    return term.length is not None and term.length.unit == "year" and term.event is None


_LONGEST_TAIL = 60
_LIMITS = frozenset({"до", "к", "не", "по"})
_SET = frozenset({"date", "period", "event"})
_DASHES = str.maketrans("–—−", "---")


def _quoted(t: Tape) -> list[tuple[int, int]]:
    """Return the stretches of words in quotation marks, outermost ones; «10» in quotes is a day, not a title.

    Of marks within marks the closing one is often written once: «Центр «Точка роста» closes both, unless another
    closing mark follows before the next opening one.
    """
    marks = [at for at in range(t.size) if t.words[at] == '"' and t.raw(at) in "«»„“”"]
    found: list[tuple[int, int]] = []
    depth = opened = 0
    for number, at in enumerate(marks):
        following = marks[number + 1] if number + 1 < len(marks) else t.size
        if t.raw(at) in "«„" or (t.raw(at) == "“" and not depth):
            if not depth:
                if following == t.size or (t.words[at + 1].isdecimal() and following == at + 2):
                    continue
                opened = at
            depth += 1
        elif depth:
            closes_again = following < t.size and t.raw(following) in "»“”"
            depth = depth - 1 if closes_again else 0
            if not depth:
                found.append((opened, at))
    return found


def _term_at(t: Tape, at: int, sentence: int) -> tuple[Term, int] | None:
    words = t.words
    start = at
    if words[at] == "в" and words[at + 1] in ("срок", "сроки") and words[at + 2] in ("до", "не", "к", "по"):
        start = at + 2
        if lengths.no_later(t, at) is not None:
            start = at
    pieces = pieces_of(t, start)
    if not pieces:
        return None
    found = Found(t, pieces, at, sentence)
    if is_content(found):
        return None
    term = compose(t, pieces)
    return replace(term, weak=term.weak or is_doubtful(found)), pieces[-1].to


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
    pieces = pieces_of(t, at)
    if not pieces and (captioned := past_caption(t, at)) > at:
        pieces = pieces_of(t, captioned)
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
    elif words[at] == "сроком" and words[at + 1] in ("до", "по"):
        at += 1
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
    """Tell whether the pieces are what the text is about: but for firm ones only marks or a comment may be left."""
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
