"""The text of one Word paragraph: its runs, fields, breaks, deletions and what hangs on it.

Source: ECMA-376-1, 17.3 (paragraphs and runs), 17.13.5 (revisions), 17.16 (fields).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from protocol_cli.readers.docx_styles import Look, Styles, read_look
from protocol_cli.readers.ooxml import MC, Element, W

TAB = "\t"
BREAK = "\n"
SIGNS = {"tab": TAB, "ptab": TAB, "br": BREAK, "cr": BREAK, "noBreakHyphen": "-"}
DROPPED = {
    "del",
    "moveFrom",
    "delText",
    "instrText",
    "rPr",
    "pPr",
    "sdtPr",
    "sdtEndPr",
    "rPrChange",
    "rt",
    "delInstrText",
    "annotationRef",
}
TEXT_BOX = f"{W}txbxContent"
CAPITALS = re.compile(r"[A-ZА-ЯЁ]{4}")
COUNTING_FIELDS = {"PAGE", "NUMPAGES", "SECTIONPAGES"}


@dataclass(slots=True)
class Paragraph:
    r"""A paragraph's text with line breaks in it, and what its letters look like."""

    parts: list[tuple[str, Look]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)  # («footnote» or «endnote», identifier)
    counts_pages: bool = False  # holds a page number field
    breaks: list[tuple[int, bool]] = field(default_factory=list)  # where in the text a page ends; True: put by hand

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.parts)

    def bold(self) -> bool:
        """Whether most of the letters are bold."""
        letters = heavy = 0
        for text, look in self.parts:
            count = len(text.replace(" ", ""))
            letters += count
            heavy += count if look.bold else 0
        return letters > 0 and heavy * 2 > letters

    def size(self) -> float | None:
        """The size, in points, of most of the letters."""
        sizes: dict[float, int] = {}
        for text, look in self.parts:
            if look.size and text.strip():
                sizes[look.size] = sizes.get(look.size, 0) + len(text)
        return max(sizes, key=lambda size: sizes[size]) if sizes else None


class ParagraphReader:
    """Reads paragraphs one after another: a field may begin in one and end in another."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._fields: list[tuple[list[str], bool]] = []  # words of the instruction, whether its result has begun

    def read(self, element: Element, base: Look) -> Paragraph:
        """The text of a w:p whose style has the look `base`."""
        paragraph = Paragraph()
        self._children(element, base, paragraph)
        return paragraph

    def _children(self, element: Element, look: Look, out: Paragraph) -> None:
        for child in element:
            if not isinstance(child.tag, str):
                continue
            kind = child.tag.rpartition("}")[2]
            if kind in DROPPED:
                continue
            if kind == "r":
                self._run(child, look, out)
            elif kind == "fldSimple":
                self._simple_field(child, look, out)
            elif child.tag == f"{MC}AlternateContent":
                self._children(_alternative(child), look, out)
            elif kind in {"drawing", "pict", "object"}:
                _find_boxes(child, out)
            elif kind == "t" and not child.tag.startswith(W):
                self._write(child.text or "", look, out)  # of a formula
            else:
                self._children(child, look, out)

    def _simple_field(self, element: Element, look: Look, out: Paragraph) -> None:
        words = element.get(f"{W}instr", "").split()
        if words and words[0].upper() in COUNTING_FIELDS:
            out.counts_pages = True
        else:
            self._children(element, look, out)

    def _run(self, run: Element, look: Look, out: Paragraph) -> None:
        properties = run.find(f"{W}rPr")
        if properties is not None:
            style = properties.find(f"{W}rStyle")
            if style is not None:
                look = self._styles.own(style.get(f"{W}val", "")).over(look)
            look = read_look(properties).over(look)
        if look.hidden:
            return
        for child in run:
            if isinstance(child.tag, str):
                self._piece(child, look, out)

    def _piece(self, child: Element, look: Look, out: Paragraph) -> None:
        kind = child.tag.rpartition("}")[2]
        match kind:
            case "t":
                self._write(child.text or "", look, out)
            case "br" if child.get(f"{W}type") in {"page", "column"}:
                out.breaks.append((len(out.text), True))
            case "lastRenderedPageBreak":
                out.breaks.append((len(out.text), False))
            case "sym":
                self._write(_symbol(child), look, out)
            case "fldChar":
                self._field_mark(child.get(f"{W}fldCharType", ""), out)
            case "instrText" if self._fields and not self._fields[-1][1]:
                self._fields[-1][0].extend((child.text or "").split())
            case "footnoteReference" | "endnoteReference":
                out.notes.append((kind.removesuffix("Reference"), child.get(f"{W}id", "")))
            case "drawing" | "pict" | "object":
                _find_boxes(child, out)
            case "AlternateContent":
                for inner in _alternative(child):
                    if isinstance(inner.tag, str):
                        self._piece(inner, look, out)
            case "ruby":
                self._children(child, look, out)
            case _ if kind in SIGNS:
                self._write(SIGNS[kind], look, out)

    def _field_mark(self, kind: str, out: Paragraph) -> None:
        if kind == "begin":
            self._fields.append(([], False))
        elif kind == "separate" and self._fields:
            self._fields[-1] = (self._fields[-1][0], True)
        elif kind == "end" and self._fields:
            words, _ = self._fields.pop()
            out.counts_pages = out.counts_pages or _counts(words)

    def _write(self, text: str, look: Look, out: Paragraph) -> None:
        for words, in_result in self._fields:
            if _counts(words):
                out.counts_pages = True
                return
            if not in_result:
                return
        out.parts.append((text.replace("\f", " ").replace("\r", " "), look))


def _counts(words: list[str]) -> bool:
    return bool(words) and words[0].upper() in COUNTING_FIELDS


def _symbol(element: Element) -> str:
    try:
        code = int(element.get(f"{W}char", ""), 16)
    except ValueError:
        return ""
    # Symbol fonts put their signs into the private range: which sign only the font knows.
    return chr(code) if 0x20 <= code < 0xD800 else "•" if 0xE000 <= code <= 0xF8FF else ""


def _alternative(element: Element) -> Element:
    """The content of one of the ways to draw the same thing: all together would be read twice."""
    for way in ("Choice", "Fallback"):
        chosen = element.find(f"{MC}{way}")
        if chosen is not None:
            return chosen
    return ()


def _find_boxes(element: Element, out: Paragraph) -> None:
    for child in element:
        if child.tag == TEXT_BOX:
            out.boxes.append(child)
        elif child.tag == f"{MC}AlternateContent":
            _find_boxes(_alternative(child), out)
        elif isinstance(child.tag, str):
            _find_boxes(child, out)


def pages_of(paragraph: Paragraph) -> tuple[bool, str, bool]:
    """Whether a page ends before the paragraph, its text, and whether one ends in or after it.

    A page that ends inside a paragraph does not part it: the paper shows one paragraph on two pages. Only a heading
    in capitals after a break made by hand begins a line of its own.
    """
    text, before, after, shift = paragraph.text, False, False, 0
    for place, by_hand in paragraph.breaks:
        place += shift
        head, tail = text[:place], text[place:]
        if not head.strip():
            before = True
        elif not tail.strip():
            after = True
        else:
            after = True
            if by_hand:
                glue = BREAK if CAPITALS.match(tail.lstrip()) else " "
                if not (head[-1].isspace() or tail[0].isspace()) or glue == BREAK:
                    text = head + glue + tail
                    shift += 1
    return before, text, after
