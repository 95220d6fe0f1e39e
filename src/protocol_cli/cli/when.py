"""`protocol when PHRASE`: read one term as people would try it; `protocol when --json -` reads a line for each."""

from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from protocol_cli.cli import talk
from protocol_cli.cli.framework import Command
from protocol_cli.cli.messages import tr
from protocol_cli.cli.options import Json, day_option, today
from protocol_cli.cli.output import JsonWriter

if TYPE_CHECKING:
    from protocol_cli.due import Resolved
    from protocol_cli.grammar.deadlines import Term

NOT_READ = 3

Phrase = Annotated[str, typer.Argument(metavar=tr("when.phrase_mark"), help=tr("when.phrase"))]
From = Annotated[str | None, typer.Option("--from", metavar=tr("general.date_mark"), help=tr("when.from"))]
Explain = Annotated[bool, typer.Option("--explain", help=tr("when.explain"))]


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(name="when", cls=Command, help=tr("when.help"))(when)


def when(phrase: Phrase, from_: From = None, as_json: Json = False, explain: Explain = False) -> int:
    """Return 0, or 3 when the words name no term or a line of standard input is not understood."""
    anchor = day_option(from_, "--from") or today()
    if phrase == "-":
        return _read_lines(anchor)
    term = find_phrase(phrase)
    if term is None:
        if as_json:
            sys.stdout.write("null\n")
        talk.complain(tr("when.no_term", phrase=phrase))
        return NOT_READ
    resolved = resolve_phrase(term, phrase, anchor)
    if as_json or not (sys.stdout.isatty() or explain):
        writer = JsonWriter(sys.stdout, "json", many=False)
        writer.add(resolved.deadline.model_dump(mode="json"))
        writer.close()
        return 0
    from protocol_cli.cli.when_card import write_card

    write_card(sys.stdout, resolved, anchor, rules=rules_of(term) if explain else ())
    return 0


def _read_lines(anchor: dt.date) -> int:
    """Read `phrase TAB date` lines from standard input and write a Deadline or null for each."""
    code = 0
    writer = JsonWriter(sys.stdout, "jsonl", many=True)
    for number, line in enumerate(sys.stdin, 1):
        phrase, _, day = line.rstrip("\r\n").partition("\t")
        try:
            counted_from = dt.date.fromisoformat(day.strip()) if day.strip() else anchor
        except ValueError:
            talk.complain(tr("when.bad_line", number=number, text=day))
            writer.add(None)
            code = NOT_READ
            continue
        resolved = read_phrase(phrase, counted_from)
        writer.add(resolved.deadline.model_dump(mode="json") if resolved is not None else None)
    writer.flush()
    return code


def find_phrase(phrase: str) -> Term | None:
    """Return the term that a phrase is, or holds: «до 10 июня», «доложить 10 июня 2021 г.»; None when it names none."""
    from protocol_cli.grammar.deadlines import find_terms, read_term

    term = read_term(phrase)
    if term is not None:
        return term
    found = find_terms(phrase)
    return next((term for term in found if not term.weak), found[0] if found else None)


def resolve_phrase(term: Term, phrase: str, anchor: dt.date) -> Resolved:
    """Compute the dates of a term of a phrase; the phrase is its own document, of one page."""
    from protocol_cli.due import resolve
    from protocol_cli.models.base import Span

    return resolve(term, phrase, anchor, span=lambda start, end: Span(start=start, end=end, page=1))


def read_phrase(phrase: str, anchor: dt.date) -> Resolved | None:
    """Read a phrase as a deadline counted from `anchor`; None when it names no deadline."""
    term = find_phrase(phrase)
    return resolve_phrase(term, phrase, anchor) if term is not None else None


def rules_of(term: Term) -> tuple[str, ...]:
    """Return the names of the grammar's rules that took part, those of what follows too."""
    return (*term.rules, *(rules_of(term.then) if term.then is not None else ()))
