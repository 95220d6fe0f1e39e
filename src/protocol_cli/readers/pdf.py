"""PDF files through pdfium: the text layer as lines with their places on the page."""

from __future__ import annotations

import ctypes
import re

from protocol_cli.readers.errors import ReadError, Unreadable
from protocol_cli.readers.geometry import Geometry, Pdfium
from protocol_cli.readers.pdf_lines import lines_of
from protocol_cli.readers.pdf_tables import find_grid
from protocol_cli.readers.source import Page, Source
from protocol_cli.readers.table_pages import join_tables

MOST_PAGES = 5_000
GARBLED = 0.3
PASSWORD_ERRORS = {4}
# A bad text layer under a scan.
LONG_WORD = re.compile(r"[^\W\d_]{4,}")
CYRILLIC = re.compile(r"[\u0400-\u04ff]")
LATIN = re.compile(r"[A-Za-z]")
SAMPLE = 20_000
FEWEST_WORDS = 20
FEW_RUSSIAN = 0.1
MANY_MIXED = 0.25
MOST_OBJECTS = 5_000
MOST_OF_PAGE = 0.5


def read_pdf(data: bytes, name: str, sha256: str) -> Source:
    """A PDF as a Source: one Line for each piece of a printed line between wide gaps, in the order of the file.

    A box stands on the line's baseline. Pages that are only an image are left out and named in `unread_pages`.
    Raises ReadError (ENCRYPTED, DAMAGED, NO_PAGES, NEEDS_OCR, TOO_LARGE, EMPTY).
    """
    import pypdfium2
    from pypdfium2 import raw

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) in PASSWORD_ERRORS or "password" in str(error).lower()
        raise ReadError(
            name, Unreadable.ENCRYPTED if locked else Unreadable.DAMAGED, "" if locked else "pdf"
        ) from error
    try:
        count = len(document)
        if not count:
            raise ReadError(name, Unreadable.NO_PAGES)
        if count > MOST_PAGES:
            raise ReadError(name, Unreadable.TOO_LARGE, f"{count} pages")
        return _read(document, raw, count, name, sha256)
    finally:
        document.close()


def _read(document: Pdfium, raw: Pdfium, count: int, name: str, sha256: str) -> Source:
    pages: list[Page] = []
    unread: list[int] = []
    blank = tables = 0
    for number in range(count):
        handle = raw.FPDF_LoadPage(document.raw, number)
        if not handle:
            unread.append(number + 1)
            pages.append(Page(()))
            continue
        text_page = raw.FPDFText_LoadPage(handle)
        try:
            page = _page(raw, handle, text_page, tables)
            if not page.lines:
                if raw.FPDFPage_CountObjects(handle) > 0:
                    unread.append(number + 1)
                else:
                    blank += 1
            pages.append(page)
            tables = max([tables, *(cell.table + 1 for cell in page.cells)])
        finally:
            if text_page:
                raw.FPDFText_ClosePage(text_page)
            raw.FPDF_ClosePage(handle)
    if not any(page.lines for page in pages):
        if blank == count:
            raise ReadError(name, Unreadable.EMPTY, "pdf")
        raise ReadError(name, Unreadable.NEEDS_OCR, "pdf")
    return Source(name, "pdf", sha256, join_tables(pages), paged=True, unread_pages=tuple(unread))


def _page(raw: Pdfium, handle: Pdfium, text_page: Pdfium, tables: int) -> Page:
    geometry = _geometry(raw, handle)
    text = _text(raw, text_page) if text_page else ""
    if not text.strip() or _is_garbled(text) or (_is_misread(text) and _is_scan(raw, handle, geometry)):
        return Page((), geometry.width, geometry.height)
    grid = find_grid(raw, handle, geometry, tables)
    return Page(tuple(lines_of(raw, text_page, text, geometry, grid)), geometry.width, geometry.height, grid.cells)


def _geometry(raw: Pdfium, handle: Pdfium) -> Geometry:
    box = raw.FS_RECTF()
    if not raw.FPDF_GetPageBoundingBox(handle, ctypes.byref(box)):
        box.left, box.bottom, box.right, box.top = 0.0, 0.0, 595.0, 842.0
    return Geometry(box.left, box.bottom, box.right, box.top, raw.FPDFPage_GetRotation(handle) % 4)


def _text(raw: Pdfium, text_page: Pdfium) -> str:
    count = raw.FPDFText_CountChars(text_page)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(text_page, 0, count, buffer)
    return bytes(buffer)[: max(0, written - 1) * 2].decode("utf-16-le", "replace")


def _is_garbled(text: str) -> bool:
    """Whether the layer has no letters: fonts without a table of characters give private or control ones."""
    seen = [char for char in text if not char.isspace()]
    bad = sum(1 for char in seen if char < " " or char == "\ufffd" or "\ue000" <= char <= "\uf8ff")
    return bad > len(seen) * GARBLED


def _is_misread(text: str) -> bool:
    """Whether a machine read Russian letters as Latin ones («Пpедсeдaтелro», «MKHJtCTEPCTBO»)."""
    words = LONG_WORD.findall(text[:SAMPLE])
    cyrillic = sum(1 for word in words if CYRILLIC.search(word))
    mixed = sum(1 for word in words if CYRILLIC.search(word) and LATIN.search(word))
    return len(words) >= FEWEST_WORDS and (cyrillic < len(words) * FEW_RUSSIAN or mixed > len(words) * MANY_MIXED)


def _is_scan(raw: Pdfium, handle: Pdfium, geometry: Geometry) -> bool:
    """Whether an image covers most of the page."""
    edges = [ctypes.c_float() for _ in range(4)]
    covered = 0.0
    for number in range(min(raw.FPDFPage_CountObjects(handle), MOST_OBJECTS)):
        shape = raw.FPDFPage_GetObject(handle, number)
        if raw.FPDFPageObj_GetType(shape) != raw.FPDF_PAGEOBJ_IMAGE:
            continue
        if raw.FPDFPageObj_GetBounds(shape, *(ctypes.byref(edge) for edge in edges)):
            left, bottom, right, top = (edge.value for edge in edges)
            covered += abs((right - left) * (top - bottom))
    return covered > geometry.width * geometry.height * MOST_OF_PAGE
