"""What each reader of a section makes of a few lines, in the words of the case files.

An answer is its fields in a row, parted by « | »; a field that is not stated is left out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from protocol_cli.layout.drawn_tables import draw_tables
from protocol_cli.layout.page import lay_out
from protocol_cli.layout.paragraphs import TextRow, text_rows, wrapping
from protocol_cli.models import Assignment, Person, Role
from protocol_cli.outline.parts import Part, PartKind, Run
from protocol_cli.outline.section import Section
from protocol_cli.readers import read_text
from protocol_cli.sections.paper import Paper

ANCHOR = dt.date(2024, 3, 12)


def paper_of(text: str) -> tuple[Paper, list[TextRow]]:
    layout = draw_tables(lay_out(read_text(text, "x")))
    rows = text_rows(layout)
    return Paper(layout, wrapping(rows)), rows


def part_of(text: str, section: Section) -> tuple[Paper, Part]:
    """A protocol that has only one section. A line «[heard]» begins another: the lines under it are of that section."""
    kept, named = [], {0: section}
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
        if runs and at == opened:
            runs[-1] = Run(runs[-1].section, (*runs[-1].rows, row), runs[-1].rule)
        else:
            opened = at
            runs.append(Run(named[at], (row,), "decided" if row.text.isupper() or ":" in row.text else "numbered"))
    return paper, Part(PartKind.PROTOCOL, runs)


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
