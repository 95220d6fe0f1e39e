"""`protocol when PHRASE`: read one term as people would try it."""

from __future__ import annotations

import datetime as dt

from protocol_cli.due import Resolved, resolve
from protocol_cli.grammar.deadlines import Term, find_terms, read_term
from protocol_cli.models.base import Span


def find_phrase(phrase: str) -> Term | None:
    """Return the term that a phrase is, or holds: «до 10 июня», «доложить 10 июня 2021 г.»; None when it names none."""
    term = read_term(phrase)
    if term is not None:
        return term
    found = find_terms(phrase)
    return next((term for term in found if not term.weak), found[0] if found else None)


def read_phrase(phrase: str, anchor: dt.date) -> Resolved | None:
    """Read a phrase as a deadline counted from `anchor`; None when it names no deadline."""
    term = find_phrase(phrase)
    if term is None:
        return None
    return resolve(term, phrase, anchor, span=lambda start, end: Span(start=start, end=end, page=1))
