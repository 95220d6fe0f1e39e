"""`protocol explain`: the document's lines, the section and the rule of each, and what other rules took from them."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from protocol_cli.cli import talk
from protocol_cli.cli.framework import Command
from protocol_cli.cli.inputs import STDIN, recognised
from protocol_cli.cli.messages import system_reason, tr
from protocol_cli.cli.options import Quiet, Verbose, one_of
from protocol_cli.cli.output import JsonWriter
from protocol_cli.cli.plain import one_line
from protocol_cli.outline.section import Section

if TYPE_CHECKING:
    from protocol_cli.models import Span
    from protocol_cli.reading import Reading

INPUT_FAILED = 3
TAKEN, NO_RULE = "+", "-"  # in the columns of section and rule
PLACE_WIDTH, SECTION_WIDTH, RULE_WIDTH = 6, 12, 24

# How a section looks on a terminal: heads of papers, people, what is decided, what ends a paper; the rest is plain.
LOOKS = {
    **dict.fromkeys(("letterhead", "registration", "mark", "organ", "approval", "particulars"), "frame"),
    **dict.fromkeys(("addressees", "chair", "secretary", "present", "absent", "invited", "quorum"), "number"),
    **dict.fromkeys(("title", "subject", "salutation", "agenda", "heading"), "heading"),
    **dict.fromkeys(("decisions", "votes", "control"), "due"),
    **dict.fromkeys(("heard", "spoke", "noted"), "strong"),
    **dict.fromkeys(("attachments", "enclosures", "annex"), "warning"),
    **dict.fromkeys(("signature", "signed", "stamp", "executor", "kept", "contact", "other"), "quiet"),
}

File = Annotated[str, typer.Argument(metavar=tr("general.file_mark"), help=tr("explain.file"))]
SectionName = Annotated[
    str | None,
    typer.Option(
        "--section",
        metavar=tr("explain.section_mark"),
        help=tr("explain.section"),
        callback=one_of(*(section.value for section in Section)),
        autocompletion=lambda: [section.value for section in Section],
    ),
]
Json = Annotated[bool, typer.Option("--json", help=tr("explain.json"))]


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(name="explain", cls=Command, help=tr("explain.help"))(explain)


def explain(
    file: File, section: SectionName = None, as_json: Json = False, quiet: Quiet = False, verbose: Verbose = False
) -> int:
    """Return 0, or 3 when the input could not be read or was not recognised."""
    talk.settle(quiet=quiet, verbose=verbose)
    reading = _read(file)
    if reading is None:
        return INPUT_FAILED
    lines = [line for line in explained(reading) if section in (None, line.section)]
    if as_json:
        writer = JsonWriter(sys.stdout, "jsonl", many=True)
        for line in lines:
            writer.add(line.as_json())
        writer.close()
    elif sys.stdout.isatty():
        _draw(sys.stdout, lines)
    else:
        for line in lines:
            sys.stdout.writelines(row + "\n" for row in line.as_text())
        sys.stdout.flush()
    return 0 if recognised(reading.document, file) else INPUT_FAILED


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: offsets in the document's text, half-open; page and its line, both from 1."""

    start: int
    end: int
    page: int
    line: int

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"

    def span(self) -> dict[str, int]:
        """The place as the answer's `span`."""
        return {"start": self.start, "end": self.end, "page": self.page}


@dataclass(frozen=True, slots=True)
class Taken:
    """What a rule took: the rule's name, where it stands, and its text in one line."""

    rule: str
    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class ExplainedLine:
    """A line of the document: its section, what speaks for opening the section here (else None), what was taken.

    `part` is the kind of the letter or protocol that the line belongs to, None for what belongs to neither.
    """

    place: Place
    section: str
    part: str | None
    rule: str | None
    weight: float | None
    text: str
    taken: tuple[Taken, ...] = ()

    def as_json(self) -> dict[str, object]:
        """The line as one object."""
        return {
            "page": self.place.page,
            "line": self.place.line,
            "part": self.part,
            "section": self.section,
            "rule": self.rule,
            "weight": self.weight,
            "text": self.text,
            "span": self.place.span(),
            "taken": [{"rule": t.rule, "text": t.text, "span": t.place.span()} for t in self.taken],
        }

    def as_text(self) -> Iterator[str]:
        """The line, and a line for each thing taken: «2:14   decisions    decided                  | РЕШИЛИ:»."""
        for place, section, rule, text in self.columns():
            yield f"{place:{PLACE_WIDTH}} {section:{SECTION_WIDTH}} {rule:{RULE_WIDTH}} | {text}"

    def columns(self) -> Iterator[tuple[str, str, str, str]]:
        """Place, section, rule and text of the line and of each thing taken."""
        yield str(self.place), self.section, self.rule or NO_RULE, one_line(self.text)
        for taken in self.taken:
            yield str(taken.place), TAKEN, taken.rule, one_line(taken.text)


def explained(reading: Reading) -> Iterator[ExplainedLine]:
    """Explain the lines of a reading, in reading order; each holds what was taken from its beginning on."""
    text = reading.document.text or ""
    places = _Places(text)
    outline = reading.outline
    starts = sorted((row.passage.start, row.index) for row in outline.rows)
    taken: dict[int, list[Taken]] = {}
    for rule, span in sorted(reading.taken, key=lambda item: (item[1].start, item[1].end, item[0])):
        at = bisect_right(starts, (span.start, len(starts))) - 1
        found = Taken(rule, places.of(span), one_line(text[span.start : span.end]))
        taken.setdefault(starts[max(at, 0)][1], []).append(found)
    parts = {row.index: part.kind.value for part in outline.parts for row in part.rows}
    for row, section, evidence in zip(outline.rows, outline.sections, outline.evidence, strict=True):
        opened = evidence.opens.get(section)
        yield ExplainedLine(
            places.at(row.passage.start, row.passage.end),
            section.value,
            parts.get(row.index),
            rule=opened[1] if opened else None,
            weight=float(opened[0]) if opened else None,
            text=row.text,
            taken=tuple(taken.get(row.index, ())),
        )


class _Places:
    """Offsets to pages and lines, by the form feeds and line ends of the text."""

    def __init__(self, text: str) -> None:
        self._pages = [0, *(at + 1 for at, sign in enumerate(text) if sign == "\f")]
        self._lines = [at for at, sign in enumerate(text) if sign == "\n"]

    def at(self, start: int, end: int) -> Place:
        page = bisect_right(self._pages, start)
        begins = self._pages[page - 1]
        return Place(start, end, page, 1 + bisect_right(self._lines, start) - bisect_right(self._lines, begins - 1))

    def of(self, span: Span) -> Place:
        return self.at(span.start, span.end)


def _read(name: str) -> Reading | None:
    """Read the input; a failure is told on stderr."""
    from protocol_cli.readers.errors import ReadError
    from protocol_cli.reading import read

    try:
        if name == STDIN:
            return read(sys.stdin.buffer.read() if sys.stdin is not None else b"", name="stdin", with_text=True)
        return read(Path(name), with_text=True)
    except ReadError as error:
        talk.complain(tr(f"reading.{error.reason.value}", name=name, detail=error.detail and f" ({error.detail})"))
    except OSError as error:
        talk.complain(tr("reading.denied", name=name, detail=f" ({system_reason(error)})"))
    return None


def _draw(stream: TextIO, lines: list[ExplainedLine]) -> None:
    """Draw the lines on a terminal, each in the look of its section."""
    from rich.table import Table

    from protocol_cli.cli.render import console_for, words

    grid = Table.grid(padding=(0, 1), expand=True)
    for _ in range(2):
        grid.add_column(no_wrap=True)
    grid.add_column(max_width=RULE_WIDTH)
    grid.add_column(ratio=1, overflow="fold")
    for line in lines:
        look = LOOKS.get(line.section, "value")
        for place, section, rule, text in line.columns():
            own = section != TAKEN
            grid.add_row(
                words(place, "quiet"),
                words(section, look if own else "quiet"),
                words("" if rule == NO_RULE else rule, "value" if own else "quiet"),
                words(text, ("value" if look == "quiet" else look) if own else "quiet"),
            )
    console_for(stream).print(grid)
