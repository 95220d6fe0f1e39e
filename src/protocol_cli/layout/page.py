"""Source to Layout: rows in reading order, with page furniture off and columns parted."""

from __future__ import annotations

from itertools import groupby

from protocol_cli.layout.aligned_tables import FIRST_TABLE, set_aligned
from protocol_cli.layout.columns import part_columns
from protocol_cli.layout.furniture import mark_furniture
from protocol_cli.layout.look_alikes import repaired
from protocol_cli.layout.margins import set_blanks, set_margins
from protocol_cli.layout.rows import Layout, Piece, Row
from protocol_cli.layout.strips import GAP, Strip
from protocol_cli.layout.strips_of import flow_strips, geometric_strips, grid_strips
from protocol_cli.readers.source import Source

PAGE_BREAK = "\f"
MOST_BLANKS = 9


def lay_out(source: Source) -> Layout:
    """The document's text and its rows. A text file's text is what was read; another format's is written here."""
    if source.format == "txt":
        return _lay_out_text(source)
    pages = [flow_strips(page) if page.width is None else geometric_strips(page) for page in source.pages]
    measured = any(page.width is not None for page in source.pages)
    if measured:
        mark_furniture(pages)
    if measured:
        pages = [_by_cells(set_aligned(page, number)) for number, page in enumerate(pages)]
    arranged = [_arrange(page) for page in pages]
    for page in arranged if measured else ():
        set_blanks(page, exact=False)
    return _write(arranged)


def _lay_out_text(source: Source) -> Layout:
    text = PAGE_BREAK.join("\n".join(line.text for line in page.lines) for page in source.pages)
    starts: list[int] = []
    pages: list[list[Strip]] = []
    offset = 0
    for page in source.pages:
        starts.append(offset)
        pages.append(grid_strips(page, offset))
        offset += sum(len(line.text) + 1 for line in page.lines) if page.lines else 1
    mark_furniture(pages)
    rows: list[Row] = []
    for number, strips in enumerate(pages, 1):
        ordered = _arrange(set_aligned(strips, number))
        set_blanks(ordered, exact=True)
        rows.extend(_row(strip, number) for strip in ordered if not strip.furniture)
    return Layout(repaired(text), tuple(rows), tuple(starts))


def _by_cells(strips: list[Strip]) -> list[Strip]:
    """The strips with those of each row of a table without lines cell by cell, as the text is to be written."""
    ordered: list[Strip] = []
    for row, group in groupby(strips, key=_aligned_row):
        members = list(group)
        ordered.extend(members if row is None else sorted(members, key=lambda s: s.cell.column if s.cell else 0))
    return ordered


def _aligned_row(strip: Strip) -> tuple[int, int] | None:
    cell = strip.cell
    return (cell.table, cell.row) if cell is not None and cell.table >= FIRST_TABLE else None


def _arrange(strips: list[Strip]) -> list[Strip]:
    ordered = part_columns(strips)
    set_margins(ordered)
    return ordered


def _write(pages: list[list[Strip]]) -> Layout:
    """Write the text of a document whose lines came with places instead of spaces."""
    parts: list[str] = []
    rows: list[Row] = []
    starts: list[int] = []
    offset = 0
    for number, page in enumerate(pages, 1):
        if number > 1:
            parts.append(PAGE_BREAK)
            offset += 1
        starts.append(offset)
        for place, strip in enumerate(page):
            lead = "\n" * (1 + min(strip.blank_before, 1)) if place else ""
            parts.append(lead)
            offset += len(lead)
            for count, run in enumerate(strip.runs):
                text = GAP + run.text if count else run.text
                run.start = offset + len(text) - len(run.text)
                parts.append(text)
                offset += len(text)
            if not strip.furniture:
                rows.append(_row(strip, number))
        if page and number < len(pages):
            parts.append("\n")
            offset += 1
    return Layout(repaired("".join(parts)), tuple(rows), tuple(starts))


def _row(strip: Strip, page: int) -> Row:
    return Row(
        tuple(Piece(run.start, run.start + len(run.text), run.x0, run.x1) for run in strip.runs),
        page,
        blank_before=min(strip.blank_before, MOST_BLANKS),
        column=strip.column,
        left=strip.left,
        right=strip.right,
        size=strip.size,
        bold=strip.bold,
        centered=strip.centered,
        cell=strip.cell,
        paragraph=strip.paragraph,
    )
