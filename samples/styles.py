"""Sets the blocks of a plain text on paper: one function for each style named in layout.toml."""

from __future__ import annotations

import re
from collections.abc import Callable

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Cm, Pt
from paper import CENTER, JUSTIFY, Block, Paper

WIDE_GAP = re.compile(r" {3,}")
ITEM_NUMBER = re.compile(r"(?P<decimal>\d{1,2})\. |(?P<letter>[а-я])\) ")
TEXT_WIDTH = Cm(16.5)  # A4 without its margins


def set_corner(paper: Paper, corner: Block, addressees: Block) -> None:
    """A corner letterhead on the left with the addressees on its right: a table without lines."""
    left, right = paper.table(1, [8.25, 8.25]).rows[0].cells
    name, *rest = corner.groups
    paper.fill(left, name, bold=True, align=CENTER)
    for group in rest:
        small = not re.match(r"\d\d\.\d\d\.\d{4}", group[0])
        for place, line in enumerate(group):
            paper.paragraph(line, to=left, align=CENTER, size=10 if small else None, before=8 if place == 0 else 0)
    paper.fill(right, addressees.groups[0])
    for group in addressees.groups[1:]:
        for place, line in enumerate(group):
            paper.paragraph(line, to=right, before=paper.size if place == 0 else 0)


def set_title(paper: Paper, block: Block) -> None:
    """Centred and bold."""
    for group in block.groups:
        for place, line in enumerate(group):
            paper.paragraph(line, bold=True, align=CENTER, before=6 if place == 0 else 0)


def set_centered(paper: Paper, block: Block) -> None:
    """Centred."""
    for group in block.groups:
        for place, line in enumerate(group):
            paper.paragraph(line, align=CENTER, before=6 if place == 0 else 0)


def set_subject(paper: Paper, block: Block) -> None:
    """The heading to the text of a letter: from the left margin, no wider than the letterhead."""
    for line in block.lines:
        paper.paragraph(line, before=paper.size, right=8.25)


def set_salutation(paper: Paper, block: Block) -> None:
    """Centred, with air around it."""
    for line in block.lines:
        paper.paragraph(line, align=CENTER, before=paper.size).paragraph_format.space_after = Pt(6)


def set_body(paper: Paper, block: Block) -> None:
    """Paragraphs with a first-line indent, on both margins."""
    for group in block.groups:
        for place, line in enumerate(group):
            paper.paragraph(line, align=JUSTIFY, first=1.25, before=3 if place == 0 else 0)


def set_plain(paper: Paper, block: Block) -> None:
    """From the left margin."""
    for group in block.groups:
        for place, line in enumerate(group):
            paper.paragraph(line, before=6 if place == 0 else 0)


def set_spread(paper: Paper, block: Block) -> None:
    """What a wide gap parts stands at the two margins."""
    for line in block.lines:
        row = paper.paragraph("\t".join(WIDE_GAP.split(line)), before=6)
        row.paragraph_format.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)


def set_roster(paper: Paper, block: Block) -> None:
    """«Post – name», names under one another."""
    table = paper.table(len(block.lines), [11, 5.5])
    for row, line in zip(table.rows, block.lines, strict=True):
        post, name = line.rsplit(" – ", 1)
        paper.fill(row.cells[0], [post])
        paper.fill(row.cells[1], [f"– {name}"])


def set_approval(paper: Paper, block: Block) -> None:
    """The approval mark: in the upper right corner."""
    for line in block.lines:
        paper.paragraph(line, left=9)


def set_table(paper: Paper, block: Block) -> None:
    """A table with lines; in the text cells are parted by tabs."""
    rows = [line.split("\t") for line in block.lines]
    table = paper.table(len(rows), [1, 7.5, 4.5, 3.5], grid=True)
    for place, (row, texts) in enumerate(zip(table.rows, rows, strict=True)):
        for cell, text in zip(row.cells, texts, strict=True):
            paper.fill(cell, [text], bold=place == 0, align=CENTER if place == 0 else None, size=11)


def set_list(paper: Paper, block: Block) -> None:
    """Items whose numbers Word counts: the text of the document does not hold them."""
    numbering = paper.add_numbering()
    for line in block.lines:
        number = ITEM_NUMBER.match(line)
        text = line[number.end() :] if number else line
        paragraph = paper.paragraph(text, align=JUSTIFY, first=1.25, before=3)
        if number:
            paper.number(paragraph, numbering, 0 if number["decimal"] else 1)


def set_signatures(paper: Paper, block: Block, stamp: Block | None = None) -> None:
    """Post on the left, name on the right, between them the mark of an electronic signature if there is one."""
    rows = [WIDE_GAP.split(line) for line in block.lines]
    if len(rows) == 2 and all(len(row) == 1 for row in rows):
        rows = [[rows[0][0], rows[1][0]]]
    paper.paragraph(before=paper.size)
    if len(rows[0]) == 1:
        paper.paragraph(rows[0][0])
        return
    table = paper.table(len(rows), [4, 8.5, 4] if stamp else [8, 3.5, 5])
    for row, (post, name) in zip(table.rows, rows, strict=True):
        paper.fill(row.cells[0], [post])
        paper.fill(row.cells[2], [name])
        row.cells[0].paragraphs[-1].paragraph_format.space_after = Pt(12)
        row.cells[0].paragraphs[0].paragraph_format.keep_with_next = True
        if stamp:
            paper.fill(row.cells[1], stamp.lines, size=8.5, align=CENTER)
            paper.frame(row.cells[1])


def set_executor(paper: Paper, block: Block) -> None:
    """The mark of who prepared the paper: small type under the text."""
    for place, line in enumerate(block.lines):
        paper.paragraph(line, size=10, before=24 if place == 0 else 0)


STYLES: dict[str, Callable[[Paper, Block], None]] = {
    "title": set_title, "centered": set_centered, "subject": set_subject, "salutation": set_salutation,
    "body": set_body, "plain": set_plain, "spread": set_spread, "roster": set_roster, "approval": set_approval,
    "table": set_table, "list": set_list, "signatures": set_signatures, "executor": set_executor,
}  # fmt: skip


def set_paper(blocks: list[Block], *, size: float, hyphenation: bool, made: int) -> Document:
    """Takes blocks in order, returns a python-docx document. `made` is its date: seconds since 1970, UTC."""
    paper = Paper(size, hyphenation=hyphenation, made=made)
    waiting = list(blocks)
    while waiting:
        block = waiting.pop(0)
        if block.new_page:
            paper.start_section()
        following = waiting[0].style if waiting else None
        if block.style == "corner" and following == "addressees":
            set_corner(paper, block, waiting.pop(0))
        elif block.style == "signatures" and following == "stamp":
            set_signatures(paper, block, waiting.pop(0))
        else:
            STYLES[block.style](paper, block)
    return paper.document
