"""Protocols with tables as Word files, from a few lines of a case.

A line «| Поручение | Срок |» is a row of a table; «⏎» in a cell ends a paragraph, a cell «^» goes on with the one above
it, a cell «>» with the one at its left. Every other line is a paragraph.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "readers"))

from word_files import word_file

_BORDERS = '<w:tblPr><w:tblBorders><w:insideH w:val="single"/><w:insideV w:val="single"/></w:tblBorders></w:tblPr>'


def word_of(text: str) -> bytes:
    """The Word file that the lines of a case describe."""
    parts = []
    for drawn, group in groupby(text.split("\n"), key=lambda line: line.startswith("|")):
        lines = [line for line in group if line.strip()]
        parts += [_table(lines)] if drawn else [_paragraph(line) for line in lines]
    return word_file("".join(parts))


def _paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


def _table(lines: list[str]) -> str:
    rows = [[cell.strip() for cell in line.strip()[1:-1].split("|")] for line in lines]
    written = []
    for number, row in enumerate(rows):
        below = rows[number + 1] if number + 1 < len(rows) else []
        written.append("<w:tr>" + "".join(_cells(row, below)) + "</w:tr>")
    return f"<w:tbl>{_BORDERS}{''.join(written)}</w:tbl>"


def _cells(row: list[str], below: list[str]) -> Iterator[str]:
    column = 0
    while column < len(row):
        span = 1
        while column + span < len(row) and row[column + span] == ">":
            span += 1
        text, properties = row[column], f'<w:gridSpan w:val="{span}"/>'
        if text == "^":
            text, properties = "", properties + "<w:vMerge/>"
        elif below[column : column + 1] == ["^"]:
            properties += '<w:vMerge w:val="restart"/>'
        yield f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(map(_paragraph, text.split('⏎')))}</w:tc>"
        column += span
