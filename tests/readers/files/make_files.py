"""Makes the PDF files of this folder from Word ones: `python make_files.py` (needs LibreOffice).

Each maker is also used by the tests for the Word file itself.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

HERE = Path(__file__).parent
LETTERHEAD = range(9)  # lines before the addressees, the empty ones aside
ADDRESSEES = range(9, 13)


def seed_lines() -> list[str]:
    """The example letter with its protocol, one paragraph each."""
    text = (HERE / "seed.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip()]


def _new_document(size: float = 12) -> Document:
    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Liberation Serif", Pt(size)
    style.paragraph_format.space_after = Pt(0)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(1.5)
    section.top_margin = section.bottom_margin = Cm(2)
    return document


def _number_pages(document: Document) -> None:
    section = document.sections[0]
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "2"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def _write_cell(cell, lines: list[str], align: WD_ALIGN_PARAGRAPH, size: float) -> None:
    for place, line in enumerate(lines):
        paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
        paragraph.alignment = align
        paragraph.add_run(line).font.size = Pt(size)


def _body(document: Document, lines: list[str], breaks: tuple[str, ...] = ()) -> None:
    """Paragraphs with a space between; a page ends inside each paragraph before the words of `breaks`."""
    for line in lines:
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.first_line_indent = Cm(1.25)
        paragraph.paragraph_format.space_after = Pt(6)
        words = next((words for words in breaks if words in line), None)
        head, _, tail = line.partition(words) if words else (line, "", "")
        paragraph.add_run(head)
        if words:
            paragraph.add_run().add_break(WD_BREAK.PAGE)
            paragraph.add_run(words + tail)


def _save(document: Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def two_columns() -> bytes:
    """The example with its letterhead at the left, the addressees at the right, pages ending inside items."""
    lines = seed_lines()
    document = _new_document()
    _number_pages(document)
    table = document.add_table(rows=1, cols=2)
    left, right = table.rows[0].cells
    _write_cell(left, [lines[i] for i in LETTERHEAD], WD_ALIGN_PARAGRAPH.CENTER, 10)
    _write_cell(right, [lines[i] for i in ADDRESSEES], WD_ALIGN_PARAGRAPH.LEFT, 13)
    document.add_paragraph()
    _body(
        document,
        lines[ADDRESSEES.stop :],
        ("методических затруднений учителей", "физико-математического и естественнонаучного"),
    )
    return _save(document)


def signature_stamp() -> bytes:
    """A signature: the post in two lines, the stamp of the electronic signature beside it, the name at the right."""
    document = _new_document(13)
    _body(document, ["Просим представить сведения в департамент не позднее 10 марта 2022 года."])
    table = document.add_table(rows=1, cols=3)
    post, stamp, name = table.rows[0].cells
    _write_cell(post, ["Директор", "департамента"], WD_ALIGN_PARAGRAPH.LEFT, 13)
    _write_cell(
        stamp,
        ["ДОКУМЕНТ ПОДПИСАН", "ЭЛЕКТРОННОЙ ПОДПИСЬЮ", "Сертификат 01D7A9F3", "Действителен по 14.01.2023"],
        WD_ALIGN_PARAGRAPH.LEFT,
        8,
    )
    _write_cell(name, ["К.А. Самохвалов"], WD_ALIGN_PARAGRAPH.LEFT, 13)
    return _save(document)


def ruled_table() -> bytes:
    """A table with lines on two pages, its head repeated, a row broken between them."""
    document = _new_document()
    _number_pages(document)
    _body(document, ["РЕШИЛИ:"])
    table = document.add_table(rows=0, cols=3)
    table.style = "Table Grid"
    rows = [("№", "Поручение", "Срок")]
    rows += [(f"{i}.", f"Подготовить предложения по разделу {i} плана мероприятий", f"{i} марта") for i in range(1, 31)]
    for cells in rows:
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    head = table.rows[0]._tr.get_or_add_trPr()
    head.append(OxmlElement("w:tblHeader"))
    _body(document, ["Секретарь\t\t\t\tК.М. Серова"])
    return _save(document)


def hyphens() -> bytes:
    """Narrow justified text with hyphens at the ends of lines, and a bold heading."""
    document = _new_document(14)
    document.sections[0].right_margin = Cm(11)
    _body(
        document,
        ["Направить на рассмотрение предложения научно-исследовательской организации и научно-методического центра."],
    )
    paragraph = document.add_paragraph()
    paragraph.add_run("РЕШИЛИ:").bold = True
    return _save(document)


MAKERS: dict[str, Callable[[], bytes]] = {
    "two_columns": two_columns,
    "signature_stamp": signature_stamp,
    "ruled_table": ruled_table,
    "hyphens": hyphens,
}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name, maker in MAKERS.items():
            path = Path(folder) / f"{name}.docx"
            path.write_bytes(maker())
            subprocess.run(
                ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(HERE), str(path)],
                check=True,
                stdout=subprocess.DEVNULL,
            )
            sys.stdout.write(f"{name}.pdf\n")
        locked = Path(folder) / "encrypted.docx"
        locked.write_bytes(signature_stamp())
        options = {
            "DocumentOpenPassword": {"type": "string", "value": "secret"},
            "EncryptFile": {"type": "boolean", "value": "true"},
        }
        password = json.dumps(options, separators=(",", ":"))
        subprocess.run(
            [
                "soffice",
                "--headless",
                "--convert-to",
                f"pdf:writer_pdf_Export:{password}",
                "--outdir",
                str(HERE),
                str(locked),
            ],
            check=True,
            stdout=subprocess.DEVNULL,
        )


if __name__ == "__main__":
    main()
