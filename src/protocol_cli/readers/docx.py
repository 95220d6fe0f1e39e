"""Word files: paragraphs and tables in the order of the body, with all that the paper shows around them.

Read from the XML itself: python-docx gives no list numbers, text boxes, fields, revisions or merged cells' text once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from protocol_cli.readers.docx_numbering import Numbering
from protocol_cli.readers.docx_paragraph import Paragraph, ParagraphReader, pages_of
from protocol_cli.readers.docx_styles import OFF, Look, Styles, draws_inside, read_look
from protocol_cli.readers.errors import ReadError, Unreadable
from protocol_cli.readers.ooxml import MC, Element, Package, R, W
from protocol_cli.readers.source import Cell, Line, Page, Source

# Space from which a reader's eye takes two paragraphs for parted, in points.
WIDE_SPACE = 6.0
TAB_GAP = "    "
MANY_WORDS = 4
WRAPPERS = {"sdt": "sdtContent", "ins": None, "moveTo": None, "customXml": None, "smartTag": None}
CENTERED = {"center"}
RIGHT = {"right", "end"}
BORDERS = ("top", "bottom", "left", "right", "start", "end")


def read_docx(data: bytes, name: str, sha256: str) -> Source:
    """A Word file as a Source: one Line for each paragraph, or for each line of one with line breaks.

    Pages are parted where Word last saw them end; `paged` is false when the file does not say. Raises ReadError
    (DAMAGED, ENCRYPTED, TOO_LARGE, EMPTY, NEEDS_OCR).
    """
    package = Package(data, name)
    main = package.main_part()
    try:
        pages, pictures = _Document(package, main).read()
    except RecursionError as error:
        raise ReadError(name, Unreadable.DAMAGED, main) from error
    if not any(line.text.strip() for page in pages for line in page.lines):
        raise ReadError(name, Unreadable.NEEDS_OCR if pictures else Unreadable.EMPTY, "docx")
    return Source(name, "docx", sha256, pages, paged=len(pages) > 1)


@dataclass(slots=True)
class _Section:
    blocks: list[Element]
    properties: Element | None


class _Document:
    def __init__(self, package: Package, main: str) -> None:
        self._package = package
        self._main = main
        self._root = package.xml(main)
        self._targets = package.targets(main)
        self._styles = Styles(package.optional_xml(self._part("styles")))
        self._numbering = Numbering(package.optional_xml(self._part("numbering")), self._styles.lists())
        self._paragraphs = ParagraphReader(self._styles)
        self._pages: list[list[Line]] = [[]]
        self._page_ends = False
        self._blanks = 0
        self._last: tuple[str | None, float, bool] | None = None  # style, space after, of several lines
        self._tables = 0
        self._notes: list[tuple[str, str]] = []
        self._shown: set[str] = set()

    def read(self) -> tuple[tuple[Page, ...], bool]:
        """The pages of the document, and whether it has pictures."""
        body = self._root.find(f"{W}body")
        sections = _sections(body) if body is not None else []
        references: dict[tuple[str, str], str] = {}
        for number, section in enumerate(sections):
            properties = section.properties
            if number and _value(properties, "type") != "continuous":
                self._page_ends = True
            references |= self._references(properties)
            title_page = _switch(properties, "titlePg")
            self._margin("header", "first" if title_page else "default", references, running=not title_page)
            if title_page:
                self._margin("header", "default", references, running=True, furniture=True)
            for block in section.blocks:
                self._block(block, None)
            for kind in ("first", "default") if title_page else ("default",):
                self._margin("footer", kind, references, running=False)
        self._write_notes()
        pictures = next(self._root.iter("{*}blip", "{*}imagedata"), None) is not None
        return tuple(Page(tuple(lines)) for lines in self._pages), pictures

    def _part(self, kind: str) -> str | None:
        return next((path for relation, path in self._targets.values() if relation == kind), None)

    # Running heads and feet

    def _references(self, properties: Element | None) -> dict[tuple[str, str], str]:
        found = {}
        for kind in ("header", "footer"):
            for reference in properties.findall(f"{W}{kind}Reference") if properties is not None else ():
                target = self._targets.get(reference.get(f"{R}id", ""))
                if target:
                    found[kind, reference.get(f"{W}type", "default")] = target[1]
        return found

    def _margin(
        self, kind: str, which: str, references: dict[tuple[str, str], str], *, running: bool, furniture: bool = False
    ) -> None:
        path = references.get((kind, which))
        root = self._package.optional_xml(path)
        if path is None or root is None or path in self._shown:
            return
        self._shown.add(path)
        outer, self._pages = self._pages, [[]]
        targets, self._targets = self._targets, self._package.targets(path)
        for block in root:
            self._block(block, None, margin=True)
        lines = [line for page in self._pages for line in page]
        self._pages, self._targets = outer, targets
        # One line at the head of every page is a running head; a letterhead has more.
        furniture = furniture or (running and sum(1 for line in lines if line.text.strip()) == 1)
        for line in lines:
            self._put(replace(line, furniture=furniture))
        self._last = None

    # Blocks

    def _block(self, element: Element, cell: Cell | None, *, margin: bool = False) -> None:
        if not isinstance(element.tag, str):
            return
        kind = element.tag.rpartition("}")[2]
        if kind == "p":
            self._paragraph(element, cell, margin=margin)
        elif kind == "tbl":
            self._table(element, margin=margin)
        elif element.tag == f"{MC}AlternateContent":
            chosen = element.find(f"{MC}Choice")
            for child in chosen if chosen is not None else ():
                self._block(child, cell, margin=margin)
        elif kind in WRAPPERS:
            inner = element.find(f"{W}{WRAPPERS[kind]}") if WRAPPERS[kind] else element
            for child in inner if inner is not None else ():
                self._block(child, cell, margin=margin)

    def _paragraph(self, element: Element, cell: Cell | None, *, margin: bool) -> None:
        properties = element.find(f"{W}pPr")
        style = _value(properties, "pStyle")
        base = self._styles.paragraph(style)
        look = base
        if properties is not None:
            look = read_look(properties).over(base)
        paragraph = self._paragraphs.read(element, Look(bold=base.bold, hidden=base.hidden, size=base.size))
        self._notes.extend(paragraph.notes)
        before, text, after = pages_of(paragraph)
        if before or look.page_break:
            self._page_ends = True
        for box in paragraph.boxes:
            for child in box:
                self._block(child, cell, margin=margin)
        if margin and paragraph.counts_pages and len(re.findall(r"[^\W\d_]{2,}", text)) < MANY_WORDS:
            return
        if text.strip():
            label, indent = self._label(look, style)
            self._lines(paragraph, label + text.strip("\n"), look, style, indent, cell)
        elif self._pages[-1] and not self._page_ends and (cell is None or self._pages[-1][-1].cell == cell):
            self._blanks += 1
        if after:
            self._page_ends = True

    def _label(self, look: Look, style: str | None) -> tuple[str, float]:
        if not look.list_id or look.list_id == "0":
            return "", look.left or 0.0
        depth = look.depth
        if depth is None:
            depth = self._numbering.level_of_style(look.list_id, style) if style else 0
        indent = look.left if look.left is not None else self._numbering.indent(look.list_id, depth)
        return self._numbering.label(look.list_id, depth), indent or 0.0

    def _lines(
        self, paragraph: Paragraph, text: str, look: Look, style: str | None, indent: float, cell: Cell | None
    ) -> None:
        lines = [line.replace("\t", TAB_GAP).rstrip() for line in text.split("\n")]
        single = sum(1 for line in lines if line.strip()) == 1
        blanks = max(
            self._blanks, self._space(look, style, single=single) if cell is None else self._border(single=single)
        )
        bold, size = paragraph.bold(), paragraph.size() or look.size
        for line in lines:
            if not line.strip():
                blanks += 1
                continue
            self._put(
                Line(
                    line,
                    size=size,
                    bold=bold,
                    centered=look.justify in CENTERED,
                    right=look.justify in RIGHT,
                    cell=cell,
                    blank_before=blanks,
                    paragraph=single,
                    indent=indent,
                )
            )
            blanks = 0
        self._blanks = 0
        self._last = (style, (look.after or 0.0) if cell is None else 0.0, not single)

    def _space(self, look: Look, style: str | None, *, single: bool) -> int:
        if self._last is None:
            return 0
        last_style, after, last_broken = self._last
        # Two paragraphs of several lines each: the border between them must be seen.
        if last_broken and not single:
            return 1
        if look.close and last_style == style:
            return 0
        return int(max(after, look.before or 0.0) >= WIDE_SPACE)

    def _border(self, *, single: bool) -> int:
        """Whether a border must be seen between two paragraphs of a cell: «Директорам⏎школ», «Главе⏎города Ю.К. Юрову»."""
        return int(self._last is not None and self._last[2] and not single)

    def _put(self, line: Line) -> None:
        if self._page_ends and self._pages[-1]:
            self._pages.append([])
            self._last = None
        self._page_ends = False
        self._pages[-1].append(line)

    # Tables

    def _table(self, element: Element, *, margin: bool) -> None:
        number = self._tables
        self._tables += 1
        rows = [_cells(row) for row in _rows(element)]
        spans = _row_spans(rows)
        ruled = self._ruled(element, rows)
        self._last = None
        for row, cells in enumerate(rows):
            for column, span, content, continues in cells:
                if continues:
                    continue
                cell = Cell(number, row, column, spans.get((row, column), 1), span, ruled=ruled)
                self._last, self._blanks = None, 0
                for block in content:
                    self._block(block, cell, margin=margin)
        self._last = None
        self._blanks = 0

    def _ruled(self, element: Element, rows: list[list[tuple[int, int, Element, bool]]]) -> bool:
        properties = element.find(f"{W}tblPr")
        borders = properties.find(f"{W}tblBorders") if properties is not None else None
        if borders is not None:
            if draws_inside(borders):
                return True
        elif self._styles.ruled(_value(properties, "tblStyle") or ""):
            return True
        drawn = total = 0
        for row in rows:
            for _, _, content, _ in row:
                own = content.find(f"{W}tcPr/{W}tcBorders")
                total += 1
                drawn += own is not None and sum(1 for side in BORDERS if _border(own, side)) > 1
        return drawn * 3 > total

    # Notes at the foot

    def _write_notes(self) -> None:
        for kind in ("footnote", "endnote"):
            root = self._package.optional_xml(self._part(f"{kind}s"))
            if root is None:
                continue
            notes = {note.get(f"{W}id", ""): note for note in root.findall(f"{W}{kind}")}
            for number, identifier in enumerate((i for k, i in self._notes if k == kind), 1):
                note = notes.pop(identifier, None)
                for place, block in enumerate(note if note is not None else ()):
                    self._note_block(block, f"{number} " if place == 0 else "")

    def _note_block(self, block: Element, mark: str) -> None:
        count = len(self._pages[-1])
        self._block(block, None)
        if mark and len(self._pages[-1]) > count:
            line = self._pages[-1][count]
            self._pages[-1][count] = replace(line, text=mark + line.text.lstrip())


def _sections(body: Element) -> list[_Section]:
    sections: list[_Section] = []
    blocks: list[Element] = []
    for child in body:
        if child.tag == f"{W}sectPr":
            sections.append(_Section(blocks, child))
            blocks = []
            continue
        blocks.append(child)
        own = child.find(f"{W}pPr/{W}sectPr") if child.tag == f"{W}p" else None
        if own is not None:
            sections.append(_Section(blocks, own))
            blocks = []
    if blocks:
        sections.append(_Section(blocks, None))
    return sections


def _rows(table: Element) -> Iterator[Element]:
    yield from _unwrapped(table, "tr")


def _unwrapped(element: Element, tag: str) -> Iterator[Element]:
    for child in element:
        if not isinstance(child.tag, str):
            continue
        kind = child.tag.rpartition("}")[2]
        if kind == tag:
            yield child
        elif kind in WRAPPERS:
            inner = child.find(f"{W}{WRAPPERS[kind]}") if WRAPPERS[kind] else child
            if inner is not None:
                yield from _unwrapped(inner, tag)


def _cells(row: Element) -> list[tuple[int, int, Element, bool]]:
    """The cells of a row: column, columns it spans, the element, and whether it continues the one above."""
    properties = row.find(f"{W}trPr")
    if properties is not None and properties.find(f"{W}del") is not None:
        return []
    column = _number(_value(properties, "gridBefore"), 0)
    found = []
    for cell in _unwrapped(row, "tc"):
        own = cell.find(f"{W}tcPr")
        span = max(1, _number(_value(own, "gridSpan"), 1))
        merge = own.find(f"{W}vMerge") if own is not None else None
        continues = merge is not None and merge.get(f"{W}val") != "restart"
        found.append((column, span, cell, continues))
        column += span
    return found


def _row_spans(rows: list[list[tuple[int, int, Element, bool]]]) -> dict[tuple[int, int], int]:
    spans: dict[tuple[int, int], int] = {}
    first: dict[int, int] = {}
    for number, row in enumerate(rows):
        for column, _, _, continues in row:
            if not continues:
                first[column] = number
            elif column in first:
                spans[first[column], column] = number - first[column] + 1
    return spans


def _border(borders: Element, side: str) -> bool:
    border = borders.find(f"{W}{side}")
    return border is not None and border.get(f"{W}val", "nil") not in {"nil", "none"}


def _value(properties: Element | None, tag: str) -> str | None:
    child = properties.find(f"{W}{tag}") if properties is not None else None
    value: str | None = child.get(f"{W}val") if child is not None else None
    return value


def _switch(properties: Element | None, tag: str) -> bool:
    child = properties.find(f"{W}{tag}") if properties is not None else None
    return child is not None and (child.get(f"{W}val") or "1") not in OFF


def _number(value: str | None, default: int) -> int:
    return min(int(value), 1000) if value and value.isdigit() else default
