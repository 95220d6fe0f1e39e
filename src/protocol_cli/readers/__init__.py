"""Readers: bytes to a Source, by content and not by suffix."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from protocol_cli.readers.errors import ReadError, Unreadable
from protocol_cli.readers.formats import Format, sniff
from protocol_cli.readers.source import Box, Cell, Line, Page, Source

MAX_BYTES = 200 * 1024 * 1024

__all__ = [
    "MAX_BYTES",
    "Box",
    "Cell",
    "Line",
    "Page",
    "ReadError",
    "Source",
    "Unreadable",
    "read",
    "read_bytes",
    "read_path",
    "read_text",
]


def read(path_or_bytes: str | Path | bytes, name: str | None = None) -> Source:
    """A file, or the bytes of one, as a Source; `name` is what messages call it. Raises ReadError."""
    if isinstance(path_or_bytes, bytes):
        return read_bytes(path_or_bytes, name or "-")
    return read_path(Path(path_or_bytes), name)


def read_path(path: Path, name: str | None = None) -> Source:
    """The file at `path` as a Source. Raises ReadError, also when the file cannot be opened."""
    name = name or path.name
    try:
        if path.is_dir():
            raise ReadError(name, Unreadable.DIRECTORY)
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise ReadError(name, Unreadable.TOO_LARGE, f"{size // 2**20} MB")
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise ReadError(name, Unreadable.MISSING) from error
    except PermissionError as error:
        raise ReadError(name, Unreadable.DENIED) from error
    except (OSError, ValueError) as error:  # ValueError: a null byte in the path
        raise ReadError(name, Unreadable.MISSING, str(error)) from error
    return read_bytes(data, name)


def read_bytes(data: bytes, name: str) -> Source:
    """The bytes of a file as a Source: their content says what they are, not the suffix of `name`. Raises ReadError."""
    if not data:
        raise ReadError(name, Unreadable.EMPTY)
    if len(data) > MAX_BYTES:
        raise ReadError(name, Unreadable.TOO_LARGE, f"{len(data) // 2**20} MB")
    kind = sniff(data)
    digest = sha256(data).hexdigest()
    # Each format's reader, and what it stands on, loads only for a file that needs it.
    if kind is Format.PDF:
        from protocol_cli.readers.pdf import read_pdf

        return read_pdf(data, name, digest)
    if kind is Format.DOCX:
        from protocol_cli.readers.docx import read_docx

        return read_docx(data, name, digest)
    if kind is Format.IMAGE:
        raise ReadError(name, Unreadable.NEEDS_OCR, kind.detail(data))
    if kind is Format.ENCRYPTED_OFFICE:
        raise ReadError(name, Unreadable.ENCRYPTED)
    if kind is not Format.TEXT:
        raise ReadError(name, Unreadable.UNSUPPORTED, kind.detail(data))
    from protocol_cli.readers.text import read_text_bytes

    return read_text_bytes(data, name, digest)


def read_text(text: str, name: str) -> Source:
    """A text that is already decoded as a Source. Raises ReadError (EMPTY)."""
    from protocol_cli.readers.text import source_of

    return source_of(text, name, sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
