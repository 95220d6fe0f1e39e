"""How a document breaks its lines, judged by the lines that certainly were wrapped."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from protocol_cli.layout.numbering import read_mark
from protocol_cli.layout.sentences import ends_sentence
from protocol_cli.layout.text_rows import TextRow

LOWER = re.compile(r"[(«\"„]?[а-яёa-z]")


@dataclass(frozen=True, slots=True)
class Wrap:
    """How a document breaks its lines.

    `width`: where they are wrapped, in character widths, None when paragraphs are not wrapped at all; `indented`:
    whether a paragraph's first line stands in; `hanging`: whether the further lines of an item stand under its text;
    `loud`: whether all is in capitals, as in telegrams, so that a capital tells nothing; `parted`: whether an empty
    line stands between any two paragraphs.
    """

    width: float | None = None
    indented: bool = False
    hanging: bool = True
    loud: bool = False
    parted: bool = False


SURE_OF_WRAP = 3  # wrapped lines by which a width is known
SHARE_BEYOND = 0.15  # of the lines: where more reach beyond the width, the text is not wrapped
LONELY = 8.0  # character widths by which a single longest line must reach beyond the others to tell nothing
NARROWEST = 50.0  # character widths: with fewer such lines, a narrower column tells nothing of the page
WELL_FILLED = 0.8  # of the width: the part that a line of running text fills at least
DEEPEST = 16.0  # character widths: what stands in further is no paragraph's first line
INDENT = 2.5  # character widths from which a first line stands in


def is_loud(rows: Sequence[TextRow]) -> bool:
    """Whether the whole document is in capitals, as telegrams are: then they tell nothing."""
    said = "".join(row.text[:200] for row in rows[:50])
    capitals = sum(map(str.isupper, said))
    return capitals > 90 and capitals > 0.9 * sum(map(str.isalpha, said))


def wrapping(rows: Sequence[TextRow]) -> Wrap:
    """How the rows were wrapped, judged by the lines that certainly were: the next goes on in lower case with no gap."""
    loud = is_loud(rows)
    reaches: list[float] = []
    beside: list[float] = []
    indents = flush = 0
    for previous, row in itertools.pairwise(rows):
        if (
            row.row.cell is not None
            or row.row.column != previous.row.column
            or row.row.paragraph
            or row.row.blank_before
        ):
            continue
        if row.indent - previous.indent >= INDENT and row.text[:1].isupper() and ends_sentence(previous.text):
            indents += 1
        inner = LOWER.match(row.text) or (loud and row.text[:1].isalpha())
        if inner and read_mark(row.text) is None and not ends_sentence(previous.text):
            (beside if previous.row.column else reaches).append(previous.reach)
            if read_mark(previous.text) is not None:
                flush += -1 if row.indent - previous.indent >= 1 else 1
            if _stands_in(previous, row):
                indents += 1
        elif previous.reach > NARROWEST and not ends_sentence(previous.text) and _stands_in(previous, row):
            indents += 1
    hanging = flush <= 0
    # the column of the addressees is wrapped more closely than the text
    reaches = sorted(reaches if len(reaches) >= SURE_OF_WRAP else reaches + beside)
    if not reaches:
        return Wrap(None, indents > 2, hanging, loud)
    if len(reaches) > SURE_OF_WRAP and reaches[-1] - reaches[-2] > LONELY:
        reaches.pop()  # a line of the letterhead that runs further than the text
    width = reaches[min(len(reaches) - 1, int(len(reaches) * 0.9))]
    if len(reaches) < SURE_OF_WRAP and (width < NARROWEST or any(r.reach > width + 4 and not r.row.cell for r in rows)):
        return Wrap(None, indents > 2, hanging, loud)
    beyond = sum(r.reach > width + LONELY and not r.row.cell and not r.row.column for r in rows)
    if beyond > max(2, SHARE_BEYOND * len(rows)):
        return Wrap(None, indents > 2, hanging, loud)  # only the head of the sheet has short lines
    return Wrap(width, indents > 2, hanging, loud, parted=_is_parted(rows, width))


def _is_parted(rows: Sequence[TextRow], width: float) -> bool:
    """Whether paragraphs of running text are told apart by empty lines, and never by a short last line alone."""
    parted = 0
    for above, previous, row in zip(rows, rows[1:], rows[2:], strict=False):
        if row.row.cell is not None or row.row.column or previous.row.column:
            continue
        if read_mark(row.text) is not None and not row.row.blank_before:
            continue
        # the last line of several that were wrapped
        if above.reach < WELL_FILLED * width or previous.row.blank_before or not ends_sentence(previous.text):
            continue
        if row.row.blank_before:
            parted += 1
        elif previous.reach < WELL_FILLED * width:
            return False
    return parted >= SURE_OF_WRAP


def _stands_in(first: TextRow, second: TextRow) -> bool:
    """Whether a line looks like the first of a paragraph that goes on with the second, further to the left."""
    return (
        first.indent - second.indent >= INDENT
        and first.indent < DEEPEST
        and len(first.pieces) == 1
        and (first.text[:1].isupper() or first.text[:1].isdigit())
        and read_mark(first.text) is None
        and read_mark(second.text) is None
    )
