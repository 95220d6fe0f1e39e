"""Why a file cannot be read: something a person must mend before anything can go on."""

from __future__ import annotations

from enum import StrEnum


class Unreadable(StrEnum):
    """The reasons; the command line says each in the user's language."""

    MISSING = "missing"
    DIRECTORY = "directory"
    DENIED = "denied"
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    NO_PAGES = "no_pages"
    NEEDS_OCR = "needs_ocr"
    UNSUPPORTED = "unsupported"


class ReadError(Exception):
    """A file that gives no document: `name` of the file, `reason`, and `detail` (a format, a size; may be empty)."""

    def __init__(self, name: str, reason: Unreadable, detail: str = "") -> None:
        super().__init__(f"{name}: {reason.value}" + (f" ({detail})" if detail else ""))
        self.name = name
        self.reason = reason
        self.detail = detail
