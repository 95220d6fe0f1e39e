"""The blocks of a plain text, and the Word document they are set in."""

# ruff: noqa: SLF001
# python-docx opens page fields, list numbers and borders only through its private elements.

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime

import docx
from docx.enum.section import WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Cm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

SECTION_WORD = re.compile(r"(?:\d{1,2}\. )?[А-ЯЁ]{5,}(?: ДНЯ)?:")
CENTER, JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY


@dataclass
class Block:
    """Lines of one style; `groups` are runs of lines between empty ones."""

    style: str
    new_page: bool = False
    groups: list[list[str]] = field(default_factory=list)
    _open: bool = False

    def add(self, line: str) -> None:
        """Takes the next line of the text."""
        if not line.strip():
            self._open = False
        elif self._open:
            self.groups[-1].append(line)
        else:
            self.groups.append([line])
            self._open = True

    @property
    def lines(self) -> list[str]:
        """The lines without the empty ones."""
        return [line for group in self.groups for line in group]


class Paper:
    """A Word document that grows block by block. `size` is the text's type size in points."""

    def __init__(self, size: float, *, hyphenation: bool, made: int) -> None:
        self.document = docx.Document()
        self.size = size
        self._set_defaults(hyphenation=hyphenation)
        self._set_page(self.document.sections[0])
        properties = self.document.core_properties
        properties.author, properties.comments, properties.title = "", "", ""
        properties.created = properties.modified = datetime.fromtimestamp(made, UTC).replace(tzinfo=None)

    def _set_defaults(self, *, hyphenation: bool) -> None:
        normal = self.document.styles["Normal"]
        normal.font.name, normal.font.size = "Times New Roman", Pt(self.size)
        normal.paragraph_format.space_after = Pt(0)
        properties = normal.element.get_or_add_rPr()
        properties.rFonts.set(qn("w:cs"), "Times New Roman")
        properties.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="ru-RU" w:eastAsia="ru-RU"/>'))
        if hyphenation:
            tab_stop = self.document.settings.element.find(qn("w:defaultTabStop"))
            tab_stop.addnext(parse_xml(f"<w:autoHyphenation {nsdecls('w')}/>"))

    def _set_page(self, section: Section) -> None:
        """A4, the margins of office papers, page numbers at the top from the second page on."""
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin, section.right_margin = Cm(3), Cm(1.5)
        section.top_margin = section.bottom_margin = Cm(2)
        section.header_distance = Cm(1)
        section.different_first_page_header_footer = True
        section.header.is_linked_to_previous = False
        section.first_page_header.is_linked_to_previous = False
        number = section.header.paragraphs[0]
        number.alignment = CENTER
        number._p.append(parse_xml(
            f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'
        ))  # fmt: skip

    def start_section(self) -> None:
        """A new page whose numbers begin again, as an attachment's do."""
        section = self.document.add_section(WD_SECTION.NEW_PAGE)
        self._set_page(section)
        section._sectPr.find(qn("w:cols")).addprevious(parse_xml(f'<w:pgNumType {nsdecls("w")} w:start="1"/>'))

    def paragraph(
        self,
        text: str = "",
        *,
        to: _Cell | None = None,
        bold: bool = False,
        size: float | None = None,
        align: WD_ALIGN_PARAGRAPH | None = None,
        before: float = 0,
        first: float = 0,
        left: float = 0,
        right: float = 0,
    ) -> Paragraph:
        """Adds a paragraph to the document or to the cell `to`; `before` in points, indents in centimetres."""
        paragraph = (to or self.document).add_paragraph()
        shape = paragraph.paragraph_format
        shape.space_before, shape.alignment = Pt(before), align
        shape.first_line_indent, shape.left_indent, shape.right_indent = Cm(first), Cm(left), Cm(right)
        word = SECTION_WORD.match(text)
        cut = word.end() if word else 0
        for run, heavy in ((text[:cut], True), (text[cut:], bold)):
            if run:
                added = paragraph.add_run(run)
                added.bold = heavy or None
                added.font.size = Pt(size) if size else None
        return paragraph

    def table(self, rows: int, widths: list[float], *, grid: bool = False) -> Table:
        """Adds a table without lines (or with all of them); column widths in centimetres."""
        table = self.document.add_table(rows, len(widths), style="Table Grid" if grid else None)
        table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.LEFT
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
            for cell in column.cells:
                cell.width = Cm(width)
        return table

    def fill(
        self,
        cell: _Cell,
        lines: list[str],
        *,
        bold: bool = False,
        size: float | None = None,
        align: WD_ALIGN_PARAGRAPH | None = None,
    ) -> None:
        """Writes lines into a cell, a paragraph each, in place of the empty paragraph that every new cell has."""
        for line in lines:
            self.paragraph(line, to=cell, bold=bold, size=size, align=align)
        empty = cell.paragraphs[0]._p
        empty.getparent().remove(empty)

    def number(self, paragraph: Paragraph, numbering: int, level: int) -> None:
        """Makes a paragraph an item, of `level` 0 or 1, of a list that `add_numbering` gave."""
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = level
        properties.get_or_add_numId().val = numbering

    def frame(self, cell: _Cell) -> None:
        """Draws lines around one cell."""
        sides = "".join(f'<w:{side} w:val="single" w:sz="6"/>' for side in ("top", "left", "bottom", "right"))
        cell._tc.get_or_add_tcPr().append(parse_xml(f"<w:tcBorders {nsdecls('w')}>{sides}</w:tcBorders>"))

    def add_numbering(self) -> int:
        """Adds a list «1. … а) …» that begins anew; returns its numId."""
        numbering = self.document.part.numbering_part.element
        number = 100 + len(numbering.findall(qn("w:num")))
        levels = "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="space"/>'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="0" w:firstLine="709"/></w:pPr></w:lvl>'
            for level, form, text in ((0, "decimal", "%1."), (1, "russianLower", "%2)"))
        )
        abstract = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">'
            f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        )
        numbering.insert(len(numbering.findall(qn("w:abstractNum"))), abstract)
        numbering.append(parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        ))  # fmt: skip
        return number
