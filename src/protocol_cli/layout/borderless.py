"""Word tables without borders, in which letterheads, dates and signatures are set side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protocol_cli.layout.regions import NAME
from protocol_cli.layout.strips import Run, Strip

COLUMN_STEP = 40.0
RUN_GAP = 4.0
DASHES = re.compile(r"[-–—\s]*\Z")
# A table in earnest, though without lines.
MANY_COLUMNS = 3
MANY_ROWS = 3
FILLED = 0.7


def lay_side_by_side(strips: list[Strip], region: int) -> list[Strip]:
    """The strips of one table without borders as the paper shows them: «г. Томск        16.04.2021» is one strip.

    Cells of several lines are columns, numbered from 1, in regions counted on from `region`; a post of several lines
    with one name beside it stays with the name. What is a table in earnest keeps its cells.
    """
    rows: dict[int, dict[int, list[Strip]]] = {}
    for strip in strips:
        if strip.cell is not None:
            rows.setdefault(strip.cell.row, {}).setdefault(strip.cell.column, []).append(strip)
    if _is_table(rows):
        return strips
    laid: list[Strip] = []
    for number, cells in sorted(rows.items()):
        laid.extend(_row(cells, region + number))
    return laid


def _is_table(rows: dict[int, dict[int, list[Strip]]]) -> bool:
    texts: dict[int, list[str]] = {}
    for cells in rows.values():
        for column, strips in cells.items():
            texts.setdefault(column, []).append(" ".join(strip.text for strip in strips))
    columns = [column for column, found in texts.items() if not all(DASHES.match(text) for text in found)]
    filled = sum(len(texts[column]) for column in columns)
    return (
        len(columns) >= MANY_COLUMNS
        and len(rows) >= MANY_ROWS
        and filled >= FILLED * len(columns) * len(rows)
        and sum(1 for cells in rows.values() if NAME.match(cells[max(cells)][-1].text)) * 2 < len(rows)
    )


def _row(cells: dict[int, list[Strip]], region: int) -> list[Strip]:
    columns = sorted(cells)
    if len(columns) > 1 and all(len(cells[column]) == 1 for column in columns):
        return [_joined([cells[column][0] for column in columns], columns)]
    laid: list[Strip] = []
    first, last = columns[0], columns[-1]
    if len(columns) > 1 and len(cells[last]) == 1 and NAME.match(cells[last][0].text):
        # A stamp in the middle stays a column of its own.
        beside = [column for column in columns[1:] if len(cells[column]) == 1]
        laid.extend(_signature(cells, first, beside))
        columns = [column for column in columns[1:] if column not in beside]
    for place, column in enumerate(columns, 1 + (len(laid) > 0)):
        for strip in cells[column]:
            _shift(strip, column * COLUMN_STEP)
            strip.cell = None
            if len(cells) > 1:
                strip.column, strip.region = place, region
            laid.append(strip)
    return laid


def _signature(cells: dict[int, list[Strip]], post: int, beside: Sequence[int]) -> list[Strip]:
    """The lines of the post; what stands beside it goes to its last line, where ГОСТ puts the name."""
    lines = cells[post]
    for strip in lines:
        strip.cell = None
    joined = _joined([lines[-1], *(cells[column][0] for column in beside)], [post, *beside])
    return [*lines[:-1], joined]


def _joined(strips: Sequence[Strip], columns: Sequence[int]) -> Strip:
    host = strips[0]
    runs: list[Run] = []
    for strip, column in zip(strips, columns, strict=True):
        edge = max(column * COLUMN_STEP, runs[-1].x1 + RUN_GAP if runs else 0.0)
        _shift(strip, edge)
        runs.extend(strip.runs)
    host.runs = runs
    host.cell = None
    host.centered = host.centered and len(runs) == 1
    host.bold = all(strip.bold for strip in strips)
    return host


def _shift(strip: Strip, edge: float) -> None:
    shift = edge - strip.x0 if edge else 0.0
    for run in strip.runs:
        run.x0, run.x1 = run.x0 + shift, run.x1 + shift
