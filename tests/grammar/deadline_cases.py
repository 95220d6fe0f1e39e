"""Marked strings: `text => kind due rrule …`, one a line; what is not said must be null.

A file has a header (`# anchor: DATE`, `# reading: term` or `text`). In running text the term stands in [brackets];
a line that begins with `! ` holds no strong term; `? ` marks a known gap, which is expected to fail.
Values: a due date, `start..due`, `HH:MM`, `FREQ=…`, a duration, `working`, the «event»; `; then` begins what follows.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from pathlib import Path

from protocol_cli.due import resolve
from protocol_cli.grammar.deadlines import Term, find_terms, read_term
from protocol_cli.models.base import Span
from protocol_cli.models.deadline import Deadline


@dataclass(frozen=True)
class Case:
    place: str
    text: str
    expected: str
    anchor: dt.date
    reading: str
    gap: bool


def read_cases(path: Path) -> list[Case]:
    header: dict[str, str] = {}
    cases = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            key, _, value = line[1:].partition(":")
            if value.strip() and " " not in key.strip():
                header[key.strip()] = value.strip()
            continue
        if not line.strip():
            continue
        gap = line.startswith("? ")
        text, _, expected = line.removeprefix("? ").partition(" => ")
        if text.startswith("! "):
            text, expected = text[2:], "none"
        anchor = dt.date.fromisoformat(header["anchor"])
        cases.append(Case(f"{path.stem}:{number}", text, expected.strip(), anchor, header["reading"], gap))
    return cases


def place(start: int, end: int) -> Span:
    return Span(start=start, end=end, page=1)


def described(deadline: Deadline) -> str:
    """Write a deadline in the words of the cases."""
    parts = [deadline.kind.value]
    if deadline.start is not None:
        parts.append(f"{deadline.start}..{deadline.due or ''}")
    elif deadline.due is not None:
        parts.append(str(deadline.due))
    parts += [value for value in (deadline.rrule, deadline.time, deadline.duration) if value]
    if deadline.working_days:
        parts.append("working")
    if deadline.event:
        parts.append(f"«{deadline.event}»")
    words = " ".join(parts)
    return f"{words} ; then {described(deadline.then)}" if deadline.then is not None else words


def found_terms(text: str) -> list[Term]:
    """Return the terms of running text that a reader would take: the strong ones, else the weak."""
    terms = find_terms(text)
    return [term for term in terms if not term.weak] or terms


def actual(case: Case) -> str:
    """Read a case and describe what came out, in the same words."""
    if case.reading == "term":
        term = read_term(case.text)
        return described(resolve(term, case.text, case.anchor, span=place).deadline) if term is not None else "none"
    plain = case.text.replace("[", "").replace("]", "")
    terms = found_terms(plain)
    if not terms:
        return "none"
    if case.expected == "none":
        return "none" if all(term.weak for term in terms) else "found " + plain[terms[0].start : terms[0].end]
    deadline = resolve(terms[0], plain, case.anchor, span=place).deadline
    marked = re.search(r"\[(.*?)\]", case.text)
    shown = described(deadline)
    if marked is not None and plain[terms[0].start : terms[0].end] != marked.group(1):
        shown += f" in [{plain[terms[0].start : terms[0].end]}]"
    return shown
