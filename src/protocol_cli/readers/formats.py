"""What a file is, by its first bytes and, for an archive, by its parts."""

from __future__ import annotations

import io
import re
import zipfile
from enum import StrEnum

HEAD = 1024
OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
IMAGES = {
    b"\x89PNG\r\n\x1a\n": "png",
    b"\xff\xd8\xff": "jpeg",
    b"II*\x00": "tiff",
    b"MM\x00*": "tiff",
    b"GIF8": "gif",
    b"BM": "bmp",
    b"AT&TFORM": "djvu",
}
ARCHIVES = {b"7z\xbc\xaf\x27\x1c": "7z", b"Rar!\x1a\x07": "rar", b"\x1f\x8b": "gzip"}
# UTF-16 names of the streams of an OLE2 file tell which of the old Office formats it is.
OLE2_STREAMS = {
    "doc": "WordDocument",
    "xls": "Workbook",
    "ppt": "PowerPoint Document",
    "msg": "__properties_version1.0",
    "encrypted": "EncryptedPackage",
}
HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|p|div|table|br|span|meta)\b[^<>]{0,500}>", re.IGNORECASE)
EML = re.compile(rb"\A(?:[A-Za-z-]{2,40}:[^\r\n]{0,998}\r?\n(?:[ \t][^\r\n]{0,998}\r?\n){0,50}){3,}")


class Format(StrEnum):
    """The contents told apart; the command line names those it cannot read."""

    TEXT = "txt"
    PDF = "pdf"
    DOCX = "docx"
    IMAGE = "image"
    DOC = "doc"
    XLS = "xls"
    PPT = "ppt"
    MSG = "msg"
    ENCRYPTED_OFFICE = "encrypted"
    RTF = "rtf"
    ODT = "odt"
    XLSX = "xlsx"
    PPTX = "pptx"
    EPUB = "epub"
    ZIP = "zip"
    ARCHIVE = "archive"
    HTML = "html"
    XML = "xml"
    OLE2 = "ole2"

    def detail(self, data: bytes) -> str:
        """The word for a message: of an image or an archive, which one."""
        if self is Format.IMAGE:
            return next((word for magic, word in IMAGES.items() if data.startswith(magic)), "image")
        if self is Format.ARCHIVE:
            return next((word for magic, word in ARCHIVES.items() if data.startswith(magic)), "archive")
        return self.value


def sniff(data: bytes) -> Format:
    """The format of `data` by its content; TEXT when nothing else claims it."""
    head = data[:HEAD]
    if b"%PDF-" in head:
        return Format.PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _archive(data)
    if head.startswith(OLE2):
        return _ole2(data)
    if any(head.startswith(magic) for magic in IMAGES if magic != b"BM") or _is_bitmap(head):
        return Format.IMAGE
    if any(head.startswith(magic) for magic in ARCHIVES):
        return Format.ARCHIVE
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if text.startswith(b"{\\rtf"):
        return Format.RTF
    if text.startswith(b"<?xml") and not HTML.search(head):
        return Format.XML
    if text.startswith(b"<") and HTML.match(text):
        return Format.HTML
    return Format.TEXT


def _is_bitmap(head: bytes) -> bool:
    # «BM» may begin a text as well: the reserved bytes of the header are zero.
    return head.startswith(b"BM") and head[6:10] == b"\0\0\0\0"


def _ole2(data: bytes) -> Format:
    for word, stream in OLE2_STREAMS.items():
        if stream.encode("utf-16-le") in data:
            return Format(word)
    return Format.OLE2


def _archive(data: bytes) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            mimetype = _mimetype(archive) if "mimetype" in names else ""
    except Exception:  # noqa: BLE001 - zipfile fails in many ways on a damaged archive; which part was it?
        return Format.DOCX if b"word/" in data else Format.ZIP
    if "[Content_Types].xml" in names:
        for folder, kind in (("word/", Format.DOCX), ("xl/", Format.XLSX), ("ppt/", Format.PPTX)):
            if any(name.startswith(folder) for name in names):
                return kind
        return Format.DOCX if "_rels/.rels" in names else Format.ZIP
    if mimetype.startswith("application/vnd.oasis.opendocument.text"):
        return Format.ODT
    if mimetype == "application/epub+zip":
        return Format.EPUB
    return Format.ZIP


def _mimetype(archive: zipfile.ZipFile) -> str:
    with archive.open("mimetype") as stream:
        return stream.read(100).decode("ascii", "replace")
