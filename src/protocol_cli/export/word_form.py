"""The Word document that a list is written into: our own plain form, or an office's own file with marks in it.

A form's paragraph that holds {{поручения}} is where the list goes (without one: the end); {{заголовок}} and {{дата}} are
filled in wherever they stand.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from protocol_cli.export.word_xml import joined

LIST_MARK = "{{поручения}}"
TITLE_MARK = "{{заголовок}}"
DATE_MARK = "{{дата}}"
_SPLIT = "protocol-list-goes-here"
_BODY = "word/document.xml"
FONT = "Times New Roman"


class FormError(ValueError):
    """The office's form is no Word document."""


def write_into_form(stream: BinaryIO, form: Any, body: Iterator[str]) -> None:  # noqa: ANN401 - python-docx's Document
    """Write the Word document `form` to `stream` with the pieces of `body` in the place of its mark."""
    skeleton = BytesIO()
    _set_mark(form)
    form.save(skeleton)
    with zipfile.ZipFile(skeleton) as source, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as target:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename != _BODY:
                target.writestr(entry.filename, data)
                continue
            begin, end = _halves(data)
            with target.open(_BODY, "w", force_zip64=True) as part:
                part.write(begin)
                for portion in joined(body):
                    part.write(portion)
                part.write(end)


def own_form(*, landscape: bool) -> Any:  # noqa: ANN401
    """A blank document by ГОСТ Р 7.0.97: A4, its fields, Times New Roman, page numbers at the top from the second page."""
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    form = Document()
    section = form.sections[0]
    short, long = Mm(210), Mm(297)
    section.page_width, section.page_height = (long, short) if landscape else (short, long)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.left_margin, section.right_margin = (Mm(20), Mm(10)) if landscape else (Mm(30), Mm(15))
    section.top_margin = section.bottom_margin = Mm(20)
    section.different_first_page_header_footer = True
    normal = form.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(12)
    normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FONT)
    normal.element.rPr.rFonts.set(qn("w:cs"), FONT)
    normal.paragraph_format.space_after = Pt(0)
    _set_language(normal, qn)
    _number_pages(section.header.paragraphs[0])
    form.core_properties.author = ""
    form.core_properties.comments = ""
    return form


def office_form(path: Path, title: str, date: str) -> Any:  # noqa: ANN401
    """An office's own form with title and date filled in. Raises FormError for what is no .docx, OSError."""
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError

    try:
        form = Document(str(path))
    except (PackageNotFoundError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise FormError(str(path)) from error
    values = {TITLE_MARK: title, DATE_MARK: date}
    for paragraph in _all_paragraphs(form):
        text = paragraph.text
        if any(mark in text for mark in values):
            for mark, value in values.items():
                text = text.replace(mark, value)
            _set_text(paragraph, text)
    return form


def text_width(form: Any) -> int:  # noqa: ANN401
    """The width between the fields of the last section, in twentieths of a point."""
    section = form.sections[-1]
    return int((section.page_width - section.left_margin - section.right_margin) / 635)


def _all_paragraphs(form: Any) -> Iterator[Any]:  # noqa: ANN401
    yield from form.paragraphs
    for table in form.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from cell.paragraphs
    for section in form.sections:
        yield from section.header.paragraphs
        yield from section.footer.paragraphs


def _set_text(paragraph: Any, text: str) -> None:  # noqa: ANN401
    """Put the text into the first run, whose look it takes."""
    runs = paragraph.runs
    if not runs:
        paragraph.add_run(text)
        return
    runs[0].text = text
    for run in runs[1:]:
        run.text = ""


def _set_mark(form: Any) -> None:  # noqa: ANN401
    """Leave one paragraph that holds nothing but our mark, at the place of the list."""
    place = next((paragraph for paragraph in form.paragraphs if LIST_MARK in paragraph.text), None)
    if place is None:
        place = form.add_paragraph()
    for child in list(place._p):  # noqa: SLF001 - python-docx has no public way to empty a paragraph
        place._p.remove(child)  # noqa: SLF001
    place.add_run(_SPLIT)


def _halves(document_xml: bytes) -> tuple[bytes, bytes]:
    """What stands before and after the paragraph with our mark."""
    at = document_xml.index(_SPLIT.encode())
    begin = max(document_xml.rfind(b"<w:p>", 0, at), document_xml.rfind(b"<w:p ", 0, at))
    end = document_xml.index(b"</w:p>", at) + len(b"</w:p>")
    return document_xml[:begin], document_xml[end:]


def _set_language(style: Any, qn: Any) -> None:  # noqa: ANN401
    from docx.oxml import OxmlElement

    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "ru-RU")
    style.element.get_or_add_rPr().append(language)


def _number_pages(paragraph: Any) -> None:  # noqa: ANN401
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run()
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)  # noqa: SLF001 - fields have no public way
