"""What each reader of a section makes of a few lines, in the words of the case files.

An answer is its fields in a row, parted by « | »; a field that is not stated is left out.
"""

from __future__ import annotations

from collections.abc import Iterable

from protocol_cli.layout.drawn_tables import draw_tables
from protocol_cli.layout.page import lay_out
from protocol_cli.layout.text_rows import TextRow, text_rows
from protocol_cli.layout.wrapping import wrapping
from protocol_cli.models import Assignment, Letter, Person, Protocol, Role
from protocol_cli.outline.parts import Part, PartKind, Run
from protocol_cli.outline.section import Section
from protocol_cli.readers import read_text
from protocol_cli.sections.letter import read_letter
from protocol_cli.sections.paper import Paper
from protocol_cli.sections.protocol import read_protocol

DAY = "12.03.2024"  # of the documents whose terms are counted


def paper_of(text: str) -> tuple[Paper, list[TextRow]]:
    layout = draw_tables(lay_out(read_text(text, "x")))
    rows = text_rows(layout)
    return Paper(layout, wrapping(rows)), rows


def protocol_of(text: str, section: str, *, dated: bool = False) -> Protocol:
    """What is read from a protocol that has only one section.

    A line «[heard]» begins another: the lines under it are of that section.
    """
    return read_protocol(*_part(PartKind.PROTOCOL, f"[particulars]\n{DAY}\n[{section}]\n{text}" if dated else f"[{section}]\n{text}"))


def letter_of(text: str, section: str, *, dated: bool = False) -> Letter:
    """What is read from a letter that has only one section; as `protocol_of`."""
    return read_letter(*_part(PartKind.LETTER, f"[registration]\n{DAY} № 1\n[{section}]\n{text}" if dated else f"[{section}]\n{text}"))


def _part(kind: PartKind, text: str) -> tuple[Paper, Part]:
    kept: list[str] = []
    named: dict[int, Section] = {}
    for line in text.split("\n"):
        if line.startswith("[") and line.endswith("]") and line[1:-1] in set(Section):
            named[len(kept)] = Section(line[1:-1])
        else:
            kept.append(line)
    paper, rows = paper_of("\n".join(kept))
    runs: list[Run] = []
    opened = -1
    for row in rows:
        number = paper.layout.text.count("\n", 0, row.passage.start)
        at = max(first for first in named if first <= number)
        if at == opened:
            runs[-1] = Run(runs[-1].section, (*runs[-1].rows, row), runs[-1].rule)
        else:
            opened = at
            runs.append(Run(named[at], (row,), "decided" if ":" in row.text else "a numbered instruction"))
    return paper, Part(kind, runs)


def told(*fields: object, **labelled: object) -> str:
    """The fields that say something, those with a label after it: «1 | О плане | speakers: Иванов И.И.»."""
    said = [str(field) for field in fields if field not in (None, "", ())]
    said += [f"{label}: {value}" for label, value in labelled.items() if value not in (None, "", ())]
    return " | ".join(said)


def person(found: Person | None) -> str | None:
    """«Иванов И.И. (директор)»."""
    if found is None:
        return None
    return f"{found.name} ({found.position})" if found.position else found.name


def people(found: Iterable[Person]) -> str:
    return "; ".join(person(one) or "" for one in found)


def assignment(found: Assignment) -> str:
    """Number, text, lead, those responsible («+» before those who help), the term, who supervises."""
    who = "; ".join(("" if r.role is Role.LEAD else "+") + r.name for r in found.responsible)
    by = None
    if found.deadline is not None:
        by = found.deadline.text + (f" => {found.deadline.due}" if found.deadline.due else "")
        if found.deadline.then is not None:
            by += f", then {found.deadline.then.text}"
    control = person(found.control)
    return told(found.number, found.text, item=found.agenda_item, lead=found.lead, who=who, by=by, control=control)
