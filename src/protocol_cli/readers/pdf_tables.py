"""Tables drawn with lines on a PDF page: pdfium gives the lines, pdfplumber's algorithm makes cells of them."""

from __future__ import annotations

import ctypes
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from protocol_cli.readers.geometry import Geometry, Pdfium
from protocol_cli.readers.source import Cell

# In points.
THIN = 3.0
SHORTEST = 8.0
TOLERANCE = 3.0
# A drawing has more; so has a file made to keep us busy.
MOST_OBJECTS = 20_000
MOST_SEGMENTS = 2_000
MOST_LINES = 300
FEWEST_LINES = 2
PATH = 2


@dataclass(frozen=True, slots=True)
class Ruled:
    """A line of a table as shown: horizontal when `top` is `bottom`, else vertical."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def horizontal(self) -> bool:
        """Whether it runs across the page."""
        return self.x1 - self.x0 >= self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of the tables of one page, with their boxes."""

    boxes: tuple[tuple[float, float, float, float], ...]
    cells: tuple[Cell, ...]

    def cell_at(self, x: float, y: float) -> Cell | None:
        """The cell that holds a point."""
        for (x0, top, x1, bottom), cell in zip(self.boxes, self.cells, strict=True):
            if x0 <= x <= x1 and top <= y <= bottom:
                return cell
        return None

    def edges(self, table: int) -> tuple[float, ...]:
        """The left edges of a table's columns."""
        found = {box[0] for box, cell in zip(self.boxes, self.cells, strict=True) if cell.table == table}
        return tuple(sorted(found))


NO_GRID = Grid((), ())


def find_grid(raw: Pdfium, page: Pdfium, geometry: Geometry, first_table: int) -> Grid:
    """The tables of a page, numbered from `first_table`; no cells where no lines cross."""
    count = raw.FPDFPage_CountObjects(page)
    if count > MOST_OBJECTS:
        return NO_GRID
    lines: list[Ruled] = []
    for number in range(count):
        shape = raw.FPDFPage_GetObject(page, number)
        if raw.FPDFPageObj_GetType(shape) == PATH:
            lines.extend(_lines_of_path(raw, shape, geometry))
    across = sum(1 for line in lines if line.horizontal)
    if across < FEWEST_LINES or len(lines) - across < FEWEST_LINES:
        return NO_GRID
    return _cells(lines, first_table)


def _lines_of_path(raw: Pdfium, shape: Pdfium, geometry: Geometry) -> Iterator[Ruled]:
    edges = [ctypes.c_float() for _ in range(4)]
    if not raw.FPDFPageObj_GetBounds(shape, *(ctypes.byref(edge) for edge in edges)):
        return
    left, bottom, right, top = (edge.value for edge in edges)
    whole = _ruled(geometry.place(left, bottom), geometry.place(right, top))
    if whole is not None:
        yield whole
        return
    count = raw.FPDFPath_CountSegments(shape)
    matrix = raw.FS_MATRIX()
    if not 1 < count <= MOST_SEGMENTS or not raw.FPDFPageObj_GetMatrix(shape, ctypes.byref(matrix)):
        return
    if not _is_stroked(raw, shape):
        return
    yield from _lines_of_segments(raw, shape, matrix, geometry, count)


def _is_stroked(raw: Pdfium, shape: Pdfium) -> bool:
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(raw.FPDFPath_GetDrawMode(shape, ctypes.byref(mode), ctypes.byref(stroke)) and stroke.value)


def _lines_of_segments(raw: Pdfium, shape: Pdfium, matrix: Pdfium, geometry: Geometry, count: int) -> Iterator[Ruled]:
    x, y = ctypes.c_float(), ctypes.c_float()
    begin = last = (0.0, 0.0)
    for number in range(count):
        segment = raw.FPDFPath_GetPathSegment(shape, number)
        kind = raw.FPDFPathSegment_GetType(segment)
        if not raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y)):
            continue
        point = geometry.place(
            matrix.a * x.value + matrix.c * y.value + matrix.e, matrix.b * x.value + matrix.d * y.value + matrix.f
        )
        if kind == raw.FPDF_SEGMENT_MOVETO:
            begin = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            line = _ruled(last, point)
            if line is not None:
                yield line
        last = point
        if raw.FPDFPathSegment_GetClose(segment):
            line = _ruled(point, begin)
            if line is not None:
                yield line
            last = begin


def _ruled(one: tuple[float, float], other: tuple[float, float]) -> Ruled | None:
    x0, x1 = sorted((one[0], other[0]))
    top, bottom = sorted((one[1], other[1]))
    if x1 - x0 >= SHORTEST and bottom - top <= THIN:
        middle = (top + bottom) / 2
        return Ruled(x0, middle, x1, middle)
    if bottom - top >= SHORTEST and x1 - x0 <= THIN:
        middle = (x0 + x1) / 2
        return Ruled(middle, top, middle, bottom)
    return None


def _cells(lines: list[Ruled], first_table: int) -> Grid:
    from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

    edges = merge_edges([_edge(line) for line in lines], TOLERANCE, TOLERANCE, TOLERANCE, TOLERANCE)
    if len(edges) > MOST_LINES:
        return NO_GRID
    crossings = edges_to_intersections(edges, TOLERANCE, TOLERANCE)
    boxes: list[tuple[float, float, float, float]] = []
    cells: list[Cell] = []
    # One box is a frame around a text, not a table: pdfplumber leaves it out.
    for number, table in enumerate(cells_to_tables(intersections_to_cells(crossings)), first_table):
        columns = _distinct(box[0] for box in table)
        rows = _distinct(box[1] for box in table)
        for box in sorted(table, key=lambda box: (box[1], box[0])):
            x0, top, x1, bottom = box
            column, row = _place(columns, x0), _place(rows, top)
            last_column, last_row = _place(columns, x1 - TOLERANCE * 2), _place(rows, bottom - TOLERANCE * 2)
            boxes.append(box)
            cells.append(Cell(number, row, column, max(1, last_row - row + 1), max(1, last_column - column + 1)))
    return Grid(tuple(boxes), tuple(cells))


def _edge(line: Ruled) -> dict[str, Any]:
    return {
        "x0": line.x0,
        "x1": line.x1,
        "top": line.top,
        "bottom": line.bottom,
        "width": line.x1 - line.x0,
        "height": line.bottom - line.top,
        "orientation": "h" if line.horizontal else "v",
    }


def _distinct(values: Iterator[float]) -> list[float]:
    ordered = sorted(values)
    return ordered[:1] + [after for before, after in pairwise(ordered) if after - before > TOLERANCE]


def _place(edges: list[float], value: float) -> int:
    return max(0, bisect_right(edges, value + TOLERANCE) - 1)
