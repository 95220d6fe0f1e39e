"""Terms of assignments, one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocol_cli.models import Deadline, Precision, Span
from protocol_cli.validation.paper import Item, Paper
from protocol_cli.validation.written_dates import WrittenDate, find_written_dates

# «до 31 июня», «срок – 31 июня»: what comes before a day by which something is to be done.
_TERM = re.compile(r"(?:\bдо|\bк|\bпо|не позднее|\bсрок\w*(?:\s\w+)?)\W{0,5}$", re.IGNORECASE)
_NEAR = 25


def terms(paper: Paper) -> Iterator[tuple[Item, Deadline]]:
    """Each term with its assignment; what follows «далее –» after the first."""
    yield from paper.kept("terms", _all)


def _all(paper: Paper) -> list[tuple[Item, Deadline]]:
    found: list[tuple[Item, Deadline]] = []
    for item in paper.items:
        term = item.assignment.deadline
        while term is not None:
            found.append((item, _by_own_school_year(term, paper)))
            term = term.then
    return found


def _by_own_school_year(term: Deadline, paper: Paper) -> Deadline:
    """A term «до конца учебного года» ends when the school year of this office does."""
    last = paper.settings.school_year[1]
    if term.precision is not Precision.SCHOOL_YEAR or term.due is None or (term.due.month, term.due.day) == last:
        return term
    return term.model_copy(update={"due": term.due.replace(month=last[0], day=last[1])})


def impossible_terms(paper: Paper) -> Iterator[tuple[Item, Span, str]]:
    """Terms on a day that no calendar has: the assignment, the place and the words."""
    if not paper.text:
        for item, term in terms(paper):
            if term.due is None:
                for date in find_written_dates(term.text):
                    if date.impossible:
                        yield item, term.span, date.text
        return
    impossible = [date for date in paper.dates if date.impossible]
    for item in paper.items if impossible else ():
        for date in impossible:
            if _is_term(paper, item, date):
                yield item, paper.span(date.start, date.end), date.text


def _is_term(paper: Paper, item: Item, date: WrittenDate) -> bool:
    span, term = item.assignment.span, item.assignment.deadline
    if not span.start <= date.start < span.end:
        return False
    inside = term is not None and term.span.start <= date.start < term.span.end
    return inside or _TERM.search(paper.text[max(span.start, date.start - _NEAR) : date.start]) is not None
