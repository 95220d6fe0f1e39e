"""The lines inside a table's cell: which of them part those who answer, and which go with which item of the cell beside."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from protocol_cli.grammar.deadlines import read_term
from protocol_cli.grammar.lexicon.posts import POST_HEADS
from protocol_cli.grammar.nominative import find_head
from protocol_cli.grammar.organisations import split_executors
from protocol_cli.grammar.persons import find_persons
from protocol_cli.layout.joining import join_cell, join_lines
from protocol_cli.layout.numbering import MarkKind, drop_mark, read_mark
from protocol_cli.layout.passage import Passage, join
from protocol_cli.layout.text_rows import TextRow
from protocol_cli.sections.labels import LabelKind, Tail, find_labels, split_labels, split_term

_OPEN_END = re.compile(r"(?:[,;:(«–—/-]|(?<![А-Яа-яЁё])(?:и|с|со|при|по|для|на|от|за|участием|совместно))$")
_INITIALS = re.compile(r"(?:[А-ЯЁ]\. ?){1,2}[,;]?(?: |$)(?![А-ЯЁ][а-яё])")
_CLOSED = re.compile(r"[»\")]$")
_WORD = re.compile(r"\S+")
_NEAR = 5  # lines above at which is looked: no name of a body has more
_ROOM = 0.5  # character widths of a line that a word may lack and still find room


def executors(lines: Sequence[TextRow], width: float) -> Passage:
    """Those who answer as one passage: a line break that parts two of them becomes a semicolon.

    `width` is how far the lines of the column reach: a break with room left for the next word was meant.
    """
    return join([join_cell(group).rstrip(" ,;") for group in _executor_groups(lines, width)], separator="; ")


def _executor_groups(lines: Sequence[TextRow], width: float) -> list[list[TextRow]]:
    groups: list[list[TextRow]] = []
    for before, line in zip([None, *lines], lines, strict=False):
        meant = before is not None and _had_room(before, line, width)
        if groups and not _parts(join_cell(groups[-1][-_NEAR:]).text, line.text, meant=meant):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _had_room(before: TextRow, line: TextRow, width: float) -> bool:
    word = _WORD.match(line.text)
    return before.row.paragraph or before.reach + 1 + (len(word[0]) if word else 0) <= width + _ROOM


def _parts(above: str, text: str, *, meant: bool) -> bool:
    """Whether a line begins another of those who answer, rather than going on with the one above."""
    if _OPEN_END.search(above) or above.count("(") > above.count(")") or above.count("«") > above.count("»"):
        return False
    if _INITIALS.match(text):
        return False
    above = above[above.rfind(", ") + 1 :].strip() if ", " in above else above
    named = find_persons(above)
    first = find_persons(text)
    if first and first[0].start == 0:
        return bool(named) or bool(_CLOSED.search(above)) or (meant and _is_group(above))
    if meant and _CLOSED.search(above) and text[:1].isupper():
        return True
    if len(split_executors(f"{above}, {text}")) <= len(split_executors(above)):
        return False
    if named or _CLOSED.search(above):
        return True
    head = find_head(above, "nominative")
    whole = find_head(f"{above} {text}", "nominative")
    if whole is not None and whole.end > len(above):
        return False  # «Финансовое» / «управление»
    # «директор» / «МУП «Водоканал»»: the post of a person goes on with what it heads
    governs = head is not None and head.lemma.casefold() in POST_HEADS and head.end >= len(above)
    return meant and head is not None and not governs


def _is_group(text: str) -> bool:
    head = find_head(text, "nominative")
    return head is not None and head.plural


def parallel(lines: Sequence[TextRow], numbers: Sequence[str | None], width: float) -> list[list[TextRow]] | None:
    """The lines of a cell parted among the items of the cell beside, by their `numbers`; None where all share them alike.

    Parted by numbers at their heads, by empty lines, line by line, or one of those who answer (one term) to an item.
    """
    if not lines:
        return None
    marks = [read_mark(line.text) for line in lines]
    numbered = [i for i, mark in enumerate(marks) if mark is not None and mark.kind is MarkKind.ARABIC]
    told = [mark.number for mark in marks if mark is not None and mark.kind is MarkKind.ARABIC]
    if numbered[:1] == [0] and set(told) <= set(numbers):
        own = {n: list(lines[a:b]) for n, a, b in zip(told, numbered, [*numbered[1:], len(lines)], strict=True)}
        return [own.get(number or "", []) for number in numbers]
    for starts in (
        numbered if numbered[:1] == [0] else [],
        [0, *(i for i, line in enumerate(lines) if i and line.row.blank_before)],
        list(range(len(lines))),
        _starts_of_executors(lines, width),
        _starts_of_terms(lines),
    ):
        if len(starts) == len(numbers):
            return [list(lines[a:b]) for a, b in itertools.pairwise([*starts, len(lines)])]
    return None


def _starts_of_executors(lines: Sequence[TextRow], width: float) -> list[int]:
    sizes = [len(group) for group in _executor_groups(lines, width)]
    return [sum(sizes[:i]) for i in range(len(sizes))]


def _starts_of_terms(lines: Sequence[TextRow]) -> list[int]:
    """Where a new term begins: a line that would be one by itself, after lines that together are one."""
    starts = [0]
    for i in range(1, len(lines)):
        above = join_lines([line.passage for line in lines[max(starts[-1], i - _NEAR) : i]]).text
        if read_term(above) is not None and read_term(lines[i].text) is not None:
            starts.append(i)
    return starts


def items_of(lines: Sequence[TextRow]) -> list[list[TextRow]]:
    """The numbered items of a cell («1.1. …», «1.2. …» under each other); one list when it holds a single item."""
    starts: list[int] = []
    last: tuple[int, ...] = ()
    for i, line in enumerate(lines):
        mark = read_mark(line.text)
        alone = mark is not None and mark.closing and mark.length == len(line.text) and i + 1 < len(lines)
        if mark is None or mark.kind is not MarkKind.ARABIC or not (alone or re.search(r"[А-Яа-яЁё]{2}", line.text)):
            continue
        if not starts or (mark.depth == len(last) and mark.values == (*last[:-1], last[-1] + 1)):
            starts.append(i)
            last = mark.values
    if len(starts) < 2 or starts[0] != 0:
        return [list(lines)]
    return [list(lines[a:b]) for a, b in itertools.pairwise([*starts, len(lines)])]


def without_number(passage: Passage) -> Passage:
    """The passage less a number at its head: «1.1. Иванов И.И.» beside item 1.1."""
    mark, rest = drop_mark(passage)
    numbered = mark is not None and mark.kind is MarkKind.ARABIC and mark.closing and rest
    return rest.strip() if numbered else passage


def who_and_when(lines: Sequence[TextRow], width: float) -> tuple[Passage, list[Tail]]:
    """Those who answer and the terms told in one cell: on lines of their own, after a label, or one after the other."""
    terms = [line for line in lines if read_term(line.text) is not None]
    who = executors([line for line in lines if line not in terms], width)
    tails: list[Tail] = []
    if who and not terms:
        who, tails = split_labels(who, bracket=True) if find_labels(who.text, bracket=True) else (who, [])
        who, term = split_term(who)
        tails += [Tail(LabelKind.DEADLINE, term)] if term is not None else []
    elif terms:
        tails = [Tail(LabelKind.DEADLINE, join_lines([line.passage for line in terms]))]
    return who, tails
