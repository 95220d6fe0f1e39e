"""Evidence of tables: what a table is as a whole settles what its cells are, whatever they look like."""

from __future__ import annotations

from collections.abc import Sequence

from protocol_cli.layout.text_rows import TextRow
from protocol_cli.outline.agenda_tables import agenda_tables
from protocol_cli.outline.evidence import Evidence
from protocol_cli.outline.people_tables import people_tables
from protocol_cli.outline.section import Section as S
from protocol_cli.outline.tables import assignment_tables, earlier_tables

_LISTS = (S.PRESENT, S.ABSENT, S.INVITED)
_DECIDED = 8  # the weight of words that open decisions outside tables


def weigh_tables(rows: Sequence[TextRow], evidence: Sequence[Evidence]) -> None:
    """A table of assignments is decisions as a whole, one of earlier assignments is what was noted, one of people a list, one of questions the agenda."""
    tables = assignment_tables(rows)
    if tables:
        listed = any(
            said.weight(S.DECISIONS) >= _DECIDED and not _above_table(rows, i) for i, said in enumerate(evidence)
        )
        earlier = earlier_tables(tables, rows, decided=listed)
        for found in earlier:
            if found.heading is not None:
                evidence[found.heading].open(11, "over a table of earlier assignments", S.NOTED)
        for table in tables:
            section = S.NOTED if any(table is found.table for found in earlier) else S.DECISIONS
            for place, lines in table.cells.items():
                for line in lines:
                    said = evidence[line.index]
                    said.opens, said.belongs, said.glued = {}, {}, place[0] > table.heading
                    said.open(4, "a table of assignments", section)
                    said.belong(6, section)
    _weigh_agenda(rows, evidence)
    for people in people_tables(rows).values():
        for (row, _), lines in people.cells.items():
            titled = people.title(row) is not None
            for line in lines:
                _weigh_person(evidence[line.index], first=row == people.heading, titled=titled)


def _weigh_agenda(rows: Sequence[TextRow], evidence: Sequence[Evidence]) -> None:
    for table in agenda_tables(rows).values():
        for (row, _), lines in table.cells.items():
            for line in lines:
                said = evidence[line.index]
                said.opens, said.belongs = {}, {}
                said.belong(6, S.AGENDA)
                if row == table.heading:
                    said.open(5, "a table of the agenda", S.AGENDA)


def _above_table(rows: Sequence[TextRow], index: int) -> bool:
    """Whether the next row is a cell: words that only open the table below."""
    return rows[index].row.cell is not None or (index + 1 < len(rows) and rows[index + 1].row.cell is not None)


def _weigh_person(said: Evidence, *, first: bool, titled: bool) -> None:
    """A cell of a table of people opens nothing but, at a line across it, a list; in a sheet of signatures it stays one."""
    kept = _LISTS if titled else ()
    said.opens = {s: found for s, found in said.opens.items() if s in kept or s is S.SIGNED}
    said.belongs = {s: weight for s, weight in said.belongs.items() if s is S.SIGNED}
    said.belong(4, *_LISTS)
    if first:
        said.open(5, "a table of people", S.PRESENT)
