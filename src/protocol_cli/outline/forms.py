"""Forms: tables of two columns, the words that open sections at the left and what they open at the right.

«Дата | 12.03.2024», «Присутствовали | …», «РЕШИЛИ | 1. …»: read row by row they are the lines of any protocol.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from protocol_cli.layout.joining import join_lines
from protocol_cli.layout.normalise import fold
from protocol_cli.layout.numbering import read_mark
from protocol_cli.layout.passage import Passage, join
from protocol_cli.layout.rows import Piece
from protocol_cli.layout.text_rows import TextRow
from protocol_cli.outline.agenda_tables import agenda_tables
from protocol_cli.outline.markers import compiled
from protocol_cli.outline.people_tables import people_tables
from protocol_cli.outline.section import Section as S
from protocol_cli.outline.table_headings import Lines, width_of
from protocol_cli.outline.tables import assignment_tables

_COLUMNS = 2
_LONGEST_LABEL = 60  # characters
# These stand at the left in sheets of signatures too.
_SIGN = frozenset({S.CHAIR, S.SECRETARY, S.SIGNED, S.KEPT})


def unfold_forms(rows: Sequence[TextRow]) -> list[TextRow]:
    """The rows with those of forms as plain lines: a label and the first line beside it are one."""
    grids: dict[int, Lines] = {}
    for row in rows:
        cell = row.row.cell
        if cell is not None:
            grids.setdefault(cell.table, {}).setdefault((cell.row, cell.column), []).append(row)
    if not grids:
        return list(rows)
    forms = {number for number, grid in grids.items() if width_of(grid) == _COLUMNS and _is_form(grid)}
    if forms:
        others = agenda_tables(rows).keys() | people_tables(rows).keys()
        for table in assignment_tables(rows):
            others |= {x.row.cell.table for lines in table.cells.values() for x in lines if x.row.cell is not None}
        forms -= others
    out: list[TextRow] = []
    done: set[int] = set()
    for row in rows:
        number = row.row.cell.table if row.row.cell is not None else -1
        if number not in forms:
            out.append(replace(row, index=len(out)))
        elif number not in done:
            done.add(number)
            for line in _lines(grids[number]):
                out.append(replace(line, index=len(out)))
    return out


def _is_form(grid: Lines) -> bool:
    """Whether most cells at the left are words that open sections, and not only those under which people sign."""
    labels = [_label(lines) for (_, column), lines in grid.items() if column == 0]
    opened = [section for label in labels if (section := _section(label)) is not None]
    return 2 * len(opened) > len(labels) and len(opened) > 1 and bool(set(opened) - _SIGN)


def _label(lines: Sequence[TextRow]) -> str:
    return join_lines([line.passage for line in lines]).text


def _section(label: str) -> S | None:
    if len(label) > _LONGEST_LABEL:
        return None
    mark = read_mark(label)
    bare = fold(label[mark.length :] if mark is not None else label).strip(" .:") + ":"
    return next((marker.section for marker, pattern in compiled() if pattern.match(bare)), None)


def _lines(grid: Lines) -> list[TextRow]:
    out: list[TextRow] = []
    for number in sorted({r for r, _ in grid}):
        labels, values = grid.get((number, 0), []), grid.get((number, 1), [])
        if labels and values and read_mark(values[0].text) is None and _section(_label(labels)) is not None:
            label = join_lines([line.passage for line in labels])
            passage = join([label, values[0].passage], " " if label.text.endswith((":", "–", "-")) else ": ")
            out.append(_plain(labels[0], passage, first=True))
            values = values[1:]
        else:
            out.extend(_plain(line, line.passage, first=i == 0) for i, line in enumerate(labels))
        out.extend(_plain(line, line.passage, first=False) for line in values)
    return out


def _plain(line: TextRow, passage: Passage, *, first: bool) -> TextRow:
    place = line.row.pieces[0]
    piece = Piece(passage.start, passage.end, place.x0, line.row.pieces[-1].x1)
    row = replace(line.row, pieces=(piece,), cell=None, blank_before=max(int(first), line.row.blank_before))
    return replace(line, row=row, pieces=(passage,), passage=passage)
