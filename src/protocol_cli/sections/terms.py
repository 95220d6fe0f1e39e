"""Deadlines of a section: a term's phrase to a `Deadline` with its place and its notices."""

from __future__ import annotations

import datetime as dt

from protocol_cli.due import resolve
from protocol_cli.grammar.deadlines import Term, find_terms, read_term
from protocol_cli.layout.passage import Passage
from protocol_cli.models import Deadline
from protocol_cli.sections.paper import Paper
from protocol_cli.wording import notice_message


def labelled_deadline(paper: Paper, value: Passage, anchor: dt.date | None) -> Deadline | None:
    """The deadline that the whole passage is: what stands after «Срок –» or in a table's column."""
    term = read_term(value.text)
    return None if term is None else deadline_of(paper, value, term, anchor)


def terms_in(passage: Passage) -> list[Term]:
    """The terms of running text, in order."""
    return find_terms(passage.text)


def deadline_of(paper: Paper, passage: Passage, term: Term, anchor: dt.date | None) -> Deadline:
    """The term as a deadline, counted from `anchor`, the date of the part it stands in."""
    resolved = resolve(term, passage.text, anchor, span=paper.spans_in(passage))
    place = passage[term.start : term.end]
    paper.take("deadline " + " ".join(term.rules), place)
    for code in resolved.notices:
        paper.notice(code, notice_message(code), place)
    return resolved.deadline
