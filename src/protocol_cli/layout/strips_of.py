"""Lines of a source to strips: on a grid of characters, by the places on a page, or one after another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, groupby, pairwise
from statistics import median

from protocol_cli.layout.borderless import lay_side_by_side
from protocol_cli.layout.spaced_tables import SpacedTable, spaced_tables
from protocol_cli.layout.strips import Run, Strip
from protocol_cli.readers.gaps import LIST_MARK, split_points
from protocol_cli.readers.source import Cell, Line, Page

WORD = re.compile(r"\S+")
LEAST_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
TAB_STOP = 8
TAB_GAP = 4.0
SAME_BASELINE = 0.3
SAME_SIZE = 0.8
EXACT = 0.4
BLANK = 0.6
LEADING = 1.15
POINTS_A_CHARACTER = 6.0
USUAL_SIZE = 12.0
REGIONS_APART = 10_000  # regions found on the page are numbered from 1


def grid_strips(page: Page, offset: int) -> list[Strip]:
    """A text page's lines: places are columns of characters, `y` the number of the line."""
    tables = spaced_tables([line.text for line in page.lines])
    inside = {number for table in tables for number in range(table.first, table.last)}
    opening = {table.first: table for table in tables}
    strips: list[Strip] = []
    offsets = [0, *accumulate(len(line.text) + 1 for line in page.lines)]
    parted = [split_line(line.text, offset + at) for line, at in zip(page.lines, offsets, strict=False)]
    for number, line in enumerate(page.lines):
        if table := opening.get(number):
            strips.extend(_cells_of(table, page.lines, offset, offsets))
        if number in inside:
            continue
        if runs := parted[number]:
            if len(runs) == 1 and LEAST_GAP.search(line.text):
                runs = _at_edge(runs[0], {run.x0 for near in parted[max(0, number - 4) : number + 5] for run in near[1:]})
            strips.append(Strip(runs, float(number)))
    return strips


def _at_edge(whole: Run, edges: set[float]) -> list[Run]:
    """A line parted at a gap of a few spaces too, where the lines around it have the edge of a column."""
    for gap in LEAST_GAP.finditer(whole.text):
        if (edge := whole.x0 + gap.end()) in edges and not LIST_MARK.match(whole.text[: gap.start()]):
            left, right = whole.text[: gap.start()], whole.text[gap.end() :]
            return [
                Run(left, whole.x0, whole.x0 + len(left), whole.start),
                Run(right, edge, whole.x1, whole.start + gap.end()),
            ]
    return [whole]


def _cells_of(table: SpacedTable, lines: Sequence[Line], offset: int, offsets: Sequence[int]) -> list[Strip]:
    """The lines of a table's cells, cell by cell."""
    out: list[Strip] = []
    for part in sorted(table.parts, key=lambda part: (part.row, part.column, part.line)):
        text = lines[part.line].text[part.start : part.end]
        run = Run(text, float(part.start), float(part.end), offset + offsets[part.line] + part.start)
        out.append(Strip([run], float(part.line), cell=Cell(table.number, part.row, part.column)))
    return out


def split_line(text: str, offset: int = 0) -> list[Run]:
    """A line parted at its wide gaps: «Директор            А.Б. Иванов» gives two runs."""
    words = list(WORD.finditer(text))
    if not words:
        return []
    places = _columns(text) if "\t" in text else range(len(text) + 1)
    gaps = [_gap(text, before.end(), after.start()) for before, after in pairwise(words)]
    runs, start = [], 0
    for cut in [*split_points([word.group() for word in words], gaps), len(words) - 1]:
        begin, end = words[start].start(), words[cut].end()
        runs.append(Run(text[begin:end], float(places[begin]), float(places[end]), offset + begin))
        start = cut + 1
    return runs


def _gap(text: str, start: int, end: int) -> float:
    tabs = text.count("\t", start, end)
    return end - start + tabs * (TAB_GAP - 1)


def _columns(text: str) -> list[int]:
    places, column = [], 0
    for char in text:
        places.append(column)
        column += TAB_STOP - column % TAB_STOP if char == "\t" else 1
    return [*places, column]


def geometric_strips(page: Page) -> list[Strip]:
    """The pieces of a page with places: those on one baseline make a strip; table cells have strips of their own."""
    lines = [line for line in page.lines if line.box is not None and line.text.strip()]
    if not lines:
        return []
    width = character_width(lines)
    leading = usual_leading(lines)
    strips = _on_baselines([line for line in lines if line.cell is None], width, leading)
    return _with_tables(strips, [line for line in lines if line.cell is not None], width, leading)


def _with_tables(strips: list[Strip], cells: list[Line], width: float, leading: float) -> list[Strip]:
    """Put the strips of each table, cell by cell, where the table stands."""
    tables: dict[int, dict[Cell, list[Line]]] = {}
    for line in cells:
        if line.cell is not None:
            tables.setdefault(line.cell.table, {}).setdefault(line.cell, []).append(line)
    for table in tables.values():
        block: list[Strip] = []
        for cell in sorted(table, key=lambda cell: (cell.row, cell.column)):
            inner = _on_baselines(table[cell], width, leading)
            for before, strip in zip([None, *inner], inner, strict=False):
                strip.cell = cell
                strip.furniture = table[cell][0].furniture
                strip.blank_before = int(before is not None and strip.y - before.y > 1 + BLANK)
            block.extend(inner)
        top = min(strip.y for strip in block)
        place = next((i for i, strip in enumerate(strips) if strip.cell is None and strip.y > top), len(strips))
        strips[place:place] = block
    return strips


def _on_baselines(lines: list[Line], width: float, leading: float) -> list[Strip]:
    """The strips of lines, those on one baseline together, from top to bottom."""
    strips: list[Strip] = []
    group: list[Line] = []
    for line in sorted(lines, key=_baseline):
        if group and not _one_baseline(group[0], line):
            strips.append(_strip(group, width, leading))
            group = []
        group.append(line)
    return [*strips, _strip(group, width, leading)] if group else strips


def _strip(group: list[Line], width: float, leading: float) -> Strip:
    ordered = sorted(group, key=lambda line: line.box.x0 if line.box else 0.0)
    runs = [Run(line.text.strip(), line.box.x0 / width, line.box.x1 / width) for line in ordered if line.box]
    longest = max(ordered, key=lambda line: len(line.text))
    bold = sum(len(line.text) for line in ordered if line.bold) * 2 > sum(len(line.text) for line in ordered)
    return Strip(runs, median(_baseline(line) for line in ordered) / leading, size=longest.size, bold=bold)


def _one_baseline(first: Line, line: Line) -> bool:
    sizes = sorted((first.size or USUAL_SIZE, line.size or USUAL_SIZE))
    # Different sizes on one line are rare: then the baselines agree exactly.
    tolerance = SAME_BASELINE * sizes[0] if sizes[0] >= SAME_SIZE * sizes[1] else EXACT
    return _baseline(line) - _baseline(first) <= tolerance


def _baseline(line: Line) -> float:
    return line.box.bottom if line.box else 0.0


def character_width(lines: list[Line]) -> float:
    """The mean width of a character on the page, in points."""
    letters = sum(len(line.text) for line in lines)
    return max(1.0, sum(line.box.x1 - line.box.x0 for line in lines if line.box) / max(1, letters))


def usual_leading(lines: list[Line]) -> float:
    """The commonest distance between baselines of the page, in points."""
    baselines = sorted({round(_baseline(line), 1) for line in lines})
    sizes = sorted(line.size or USUAL_SIZE for line in lines)
    size = sizes[len(sizes) // 2]
    steps = Counter(round((after - before) * 2) / 2 for before, after in pairwise(baselines))
    likely = {step: count for step, count in steps.items() if size * 0.9 <= step <= size * 2.2}
    return max(likely, key=lambda step: (likely[step], -step)) if likely else size * LEADING


def flow_strips(page: Page) -> list[Strip]:
    """Word's lines in their order; the cells of a table without borders stand side by side in one strip."""
    strips: list[Strip] = []
    for number, line in enumerate(page.lines):
        runs = split_line(line.text)
        if not runs:
            continue
        shift = line.indent / POINTS_A_CHARACTER
        for run in runs:
            run.x0, run.x1, run.start = run.x0 + shift, run.x1 + shift, -1
        strips.append(
            Strip(
                runs,
                float(number),
                size=line.size,
                bold=line.bold,
                centered=line.centered,
                cell=line.cell,
                paragraph=line.paragraph,
                blank_before=line.blank_before,
                furniture=line.furniture,
            )
        )
    return _with_borderless(strips)


def _with_borderless(strips: list[Strip]) -> list[Strip]:
    laid: list[Strip] = []
    for table, group in groupby(strips, key=_borderless_table):
        members = list(group)
        laid.extend(members if table is None else lay_side_by_side(members, REGIONS_APART * (table + 1)))
    return laid


def _borderless_table(strip: Strip) -> int | None:
    return strip.cell.table if strip.cell is not None and not strip.cell.ruled else None
