"""Pages of a PDF file as pictures, with the place of each letter on them."""

from __future__ import annotations

import ctypes
import io
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from protocol_cli.export.glyphs import UNIT, Glyph

SCALE = 1.6  # 115 dots an inch: small print can be read, a page takes some 60 kB
MOST_PIXELS = 3_000
COLOURS = 32
QUALITY = 70


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page: its `width` and `height` in pixels, the picture as a data URI, and its letters in the file's order."""

    width: int
    height: int
    picture: str
    glyphs: tuple[Glyph, ...]


def page_images(path: Path) -> Iterator[PageImage]:
    """The pages in order, one by one. Raises OSError, or pypdfium2's error for a file that is no PDF."""
    import pypdfium2
    from pypdfium2 import raw

    document = pypdfium2.PdfDocument(path.read_bytes())
    try:
        for number in range(len(document)):
            page = document[number]
            try:
                yield _page(page, raw)
            finally:
                page.close()
    finally:
        document.close()


def _page(page: Any, raw: Any) -> PageImage:  # noqa: ANN401 - pypdfium2's
    width, height = page.get_size()
    scale = min(SCALE, MOST_PIXELS / max(width, height, 1))
    bitmap = page.render(scale=scale)
    try:
        image = bitmap.to_pil()
        picture = _data_uri(image)
        size = image.size
    finally:
        bitmap.close()
    return PageImage(size[0], size[1], picture, tuple(_glyphs(page, raw)))


def _data_uri(image: Any) -> str:  # noqa: ANN401
    """PNG of few colours for print, JPEG for a scan: whichever is smaller."""
    plain = image.convert("RGB")
    png, jpeg = io.BytesIO(), io.BytesIO()
    plain.quantize(COLOURS).save(png, "PNG", optimize=True)
    plain.save(jpeg, "JPEG", quality=QUALITY)
    kind, data = min((("png", png.getvalue()), ("jpeg", jpeg.getvalue())), key=lambda one: len(one[1]))
    return f"data:image/{kind};base64,{b64encode(data).decode()}"


def _glyphs(page: Any, raw: Any) -> Iterator[Glyph]:  # noqa: ANN401
    """The letters with their boxes in UNITs of the page, as it is shown: turned and cropped."""
    text_page = page.get_textpage()
    x, y = ctypes.c_int(), ctypes.c_int()
    box = raw.FS_RECTF()
    try:
        for index in range(raw.FPDFText_CountChars(text_page.raw)):
            code = raw.FPDFText_GetUnicode(text_page.raw, index)
            if code <= 32 or not raw.FPDFText_GetLooseCharBox(text_page.raw, index, ctypes.byref(box)):
                continue
            corners = []
            for across, up in ((box.left, box.top), (box.right, box.bottom)):
                raw.FPDF_PageToDevice(page.raw, 0, 0, UNIT, UNIT, 0, across, up, ctypes.byref(x), ctypes.byref(y))
                corners.append((x.value, y.value))
            (x0, y0), (x1, y1) = corners
            if x0 != x1 and y0 != y1:
                yield Glyph(chr(code), min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
    finally:
        text_page.close()
