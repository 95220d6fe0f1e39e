"""Pieces of WordprocessingML (ISO/IEC 29500), written as text so that a table of any length takes no memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from protocol_cli.export.safe import plain

BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="7F7F7F"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
SMALL = 20  # half-points: 10 pt in tables


@dataclass(frozen=True, slots=True)
class Words:
    """A text with its look: `size` in half-points, `colour` RRGGBB."""

    text: str
    bold: bool = False
    size: int | None = None
    colour: str | None = None


def run(words: Words) -> str:
    """One run; line ends become breaks."""
    look = "<w:b/>" if words.bold else ""
    look += f'<w:color w:val="{words.colour}"/>' if words.colour else ""
    look += f'<w:sz w:val="{words.size}"/><w:szCs w:val="{words.size}"/>' if words.size else ""
    parts = [f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in plain(words.text).split("\n")]
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{'<w:br/>'.join(parts)}</w:r>"


def paragraph(*parts: Words, align: str = "", keep: bool = False, before: int = 0, after: int = 0, indent: int = 0) -> str:
    """One paragraph; spaces and the first line's indent in twentieths of a point, `keep` with the next one."""
    look = "<w:keepNext/>" if keep else ""
    look += f'<w:spacing w:before="{before}" w:after="{after}"/>'
    look += f'<w:ind w:firstLine="{indent}"/>' if indent else '<w:ind w:firstLine="0"/>'
    look += f'<w:jc w:val="{align}"/>' if align else ""
    return f"<w:p><w:pPr>{look}</w:pPr>{''.join(map(run, parts))}</w:p>"


def table_start(widths: Sequence[int], headings: Sequence[str]) -> str:
    """The beginning of a table with its heading, which is repeated on each page; widths in twentieths of a point."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    heading = table_row(widths, [(Words(title, bold=True, size=SMALL),) for title in headings], heading=True)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{BORDERS}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{heading}"
    )


def table_row(widths: Sequence[int], cells: Sequence[Sequence[Words]], *, heading: bool = False) -> str:
    """One row; each part of a cell is a paragraph. A row is not cut by the end of a page."""
    look = "<w:trPr><w:cantSplit/>" + ("<w:tblHeader/>" if heading else "") + "</w:trPr>"
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="E7E6E6"/>' if heading else ""
    out = [f"<w:tr>{look}"]
    for width, parts in zip(widths, cells, strict=True):
        content = "".join(paragraph(part, align="center" if heading else "left", before=20, after=20) for part in parts)
        out.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>{content or "<w:p/>"}</w:tc>')
    return "".join(out) + "</w:tr>"


def table_end() -> str:
    """The end of a table, and the paragraph that must follow it."""
    return "</w:tbl>" + paragraph(Words("", size=12))


def joined(pieces: Iterator[str], size: int = 1 << 16) -> Iterator[bytes]:
    """The pieces as bytes, in portions worth a write."""
    held: list[str] = []
    length = 0
    for piece in pieces:
        held.append(piece)
        length += len(piece)
        if length >= size:
            yield "".join(held).encode()
            held, length = [], 0
    yield "".join(held).encode()
