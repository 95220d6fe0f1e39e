"""Text files in any encoding alive in Russian offices."""

from __future__ import annotations

import re

from protocol_cli.readers.encodings import decode
from protocol_cli.readers.errors import ReadError, Unreadable
from protocol_cli.readers.formats import HEAD
from protocol_cli.readers.source import Line, Page, Source

# Ends of lines as other systems write them; a vertical tab is Word's line break in a text it saved.
LINE_ENDS = re.compile("\r\n|[\r\v\x85\u2028\u2029]")
TAG = re.compile(r"<(?:!doctype\s+html|html|head|body|table|div|p|br|span)\b[^<>]{0,500}>", re.IGNORECASE)
END_OF_FILE = "\x1a"


def read_text_bytes(data: bytes, name: str, sha256: str) -> Source:
    """A text file as a Source: one Line for each line, empty ones too. Raises ReadError (UNSUPPORTED, EMPTY)."""
    text = decode(data)
    if text is None:
        raise ReadError(name, Unreadable.UNSUPPORTED)
    if len(TAG.findall(text[: 16 * HEAD])) > 2:
        raise ReadError(name, Unreadable.UNSUPPORTED, "html")
    return source_of(text, name, sha256)


def source_of(text: str, name: str, sha256: str) -> Source:
    """A decoded text as a Source: form feeds part its pages. Raises ReadError (EMPTY)."""
    text = LINE_ENDS.sub("\n", text.lstrip("\ufeff").rstrip(END_OF_FILE))
    said = text.rstrip()
    if not said:
        raise ReadError(name, Unreadable.EMPTY)
    if "\f" in text[len(said) :]:  # a feed after the last page opens no page more
        text = said + "\n"
    pages = tuple(Page(tuple(Line(line) for line in page.split("\n"))) for page in text.split("\f"))
    return Source(name, "txt", sha256, pages, paged=len(pages) > 1)
