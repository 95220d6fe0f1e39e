"""Tables drawn with signs in plain text («| 1 | Утвердить … | Янсон К.Р. |», «│ … │»): their lines become cells."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from protocol_cli.layout.rows import Layout, Piece, Row
from protocol_cli.readers.source import Cell

_BAR = re.compile(r"[|│┃║]")
_RULE = re.compile(r"^[\s|+│┃║├┤┌┐└┘┬┴┼╔╗╚╝╠╣╦╩╬═─━=_:.-]+$")
_HEADING = re.compile(r"срок|ответств|исполнит|поручен|решени|мероприят|задач|вопрос|ф\.?и\.?о|должност", re.IGNORECASE)
_CORNER = re.compile(r"[+┌┬┐╔╦╗├╠]")
MOST_LOOSE = 1
LONGEST_PART = 60  # characters
FEWEST_TABBED = 3  # cells of the heading of a table whose cells are parted by tabs
FIRST_TABLE = 10_000  # numbers of drawn tables never meet those of the reader


def draw_tables(layout: Layout) -> Layout:
    """The layout with drawn tables as cells. A run of two lines or more with the same number of bars (two at least) is one."""
    if not _BAR.search(layout.text):
        return _tabbed(layout) if "\t" in layout.text else layout
    out: list[Row] = []
    run: list[Row] = []
    tables = FIRST_TABLE
    for row in layout.rows:
        text = _text(layout, row)
        if row.cell is None and (len(_BAR.findall(text)) >= 2 or (_RULE.match(text) and (run or _CORNER.search(text)))):
            run.append(row)
            continue
        tables = _close(layout, run, out, tables)
        run = []
        out.append(row)
    _close(layout, run, out, tables)
    return replace(layout, rows=tuple(out))


def _tabbed(layout: Layout) -> Layout:
    """The layout with lines of cells parted by tabs as a table: a heading of three cells or more, none empty, and what follows it."""
    out: list[Row] = []
    heading = line = loose = 0
    table = FIRST_TABLE
    for row in layout.rows:
        text = _text(layout, row)
        cells = text.split("\t")
        full = row.cell is None and len(cells) >= FEWEST_TABBED and all(cell.strip() for cell in cells)
        full = full and sum(bool(_HEADING.search(cell)) for cell in cells) > 1
        if heading and row.cell is None and 1 < len(cells) <= heading and not (full and line == 0):
            line += 1
        elif full:
            heading, line, table = len(cells), 0, table + 1
        else:
            # «2. Инженерные сети» parts the rows of one table; two lines of text end it
            loose = loose + 1 if heading and row.cell is None and len(text) < LONGEST_PART else MOST_LOOSE + 1
            heading = heading if loose <= MOST_LOOSE else 0
            out.append(row)
            continue
        loose = 0
        start = row.pieces[0].start
        for column, cell in enumerate(cells):
            left, right = len(cell) - len(cell.lstrip()), len(cell.rstrip())
            if right > left:
                piece = Piece(start + left, start + right, float(left), float(right))
                out.append(replace(row, pieces=(piece,), cell=Cell(table, line, column), blank_before=0))
            start += len(cell) + 1
    return replace(layout, rows=tuple(_less_lone(out)))


def _less_lone(rows: Sequence[Row]) -> list[Row]:
    """A table of one line is no table: its cells are pieces of one row again."""
    lines: dict[int, set[int]] = {}
    for row in rows:
        if row.cell is not None:
            lines.setdefault(row.cell.table, set()).add(row.cell.row)
    out: list[Row] = []
    for row in rows:
        if row.cell is None or row.cell.table < FIRST_TABLE or len(lines[row.cell.table]) > 1:
            out.append(row)
        elif row.cell.column == 0:
            out.append(replace(row, cell=None))
        else:
            out[-1] = replace(out[-1], pieces=(*out[-1].pieces, *row.pieces))
    return out


def _close(layout: Layout, run: Sequence[Row], out: list[Row], number: int) -> int:
    bars = [len(_BAR.findall(_text(layout, r))) for r in run if not _RULE.match(_text(layout, r))]
    if len(bars) < 2 or max(bars) - min(bars) > 1 or min(bars) < 2:
        out.extend(run)
        return number
    ruled = _is_ruled([_text(layout, r) for r in run])
    line, fresh = -1, True
    for row in run:
        text = _text(layout, row)
        if _RULE.match(text):
            fresh = True
            continue
        cells = _cells(text, row.pieces[0].start)
        first_filled = bool(cells and layout.text[cells[0][0] : cells[0][1]].strip())
        if line < 0 or (fresh if ruled else first_filled):
            line += 1
        fresh = False
        for column, (start, end) in enumerate(cells):
            inner = layout.text[start:end]
            left, right = len(inner) - len(inner.lstrip()), len(inner.rstrip())
            if right > left:
                piece = Piece(start + left, start + right, float(left), float(right))
                out.append(replace(row, pieces=(piece,), cell=Cell(number, line, column), blank_before=0))
    return number + 1


_NUMBERED = re.compile(r"[|│┃║]?\s*\d{1,3}\.?\s*[|│┃║]")


def _is_ruled(lines: Sequence[str]) -> bool:
    """Whether rules part each row from the next, and not only a heading, said anew on each sheet, from those below it."""
    ruled = [bool(_RULE.match(line)) for line in lines]
    stretches = sum(not here and (above or i == 0) for i, (above, here) in enumerate(itertools.pairwise([False, *ruled])))
    return sum(ruled) >= 2 and sum(bool(_NUMBERED.match(line)) for line in lines) <= stretches


def _text(layout: Layout, row: Row) -> str:
    return layout.text[row.pieces[0].start : row.pieces[-1].end]


def _cells(text: str, offset: int) -> list[tuple[int, int]]:
    """The stretches between the bars, as offsets; what stands outside the outer bars is a cell only if it says something."""
    cuts = [m.start() for m in _BAR.finditer(text)]
    edges = [-1, *cuts, len(text)]
    out = [(offset + a + 1, offset + b) for a, b in itertools.pairwise(edges)]
    if out and not text[: cuts[0]].strip():
        out = out[1:]
    if out and not text[cuts[-1] + 1 :].strip():
        out = out[:-1]
    return out
