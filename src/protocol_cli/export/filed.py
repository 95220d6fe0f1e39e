"""A document with what the office knows of it beside its content."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from protocol_cli.models import Document, Protocol


@dataclass(frozen=True, slots=True)
class FiledDocument:
    """A document, its short `id`, and where its file lies (None: not known)."""

    id: str
    document: Document
    path: str | None = None


def file_link(path: str, page: int | None = None) -> str:
    """«file:///home/u/%D0%BF%D0%B8%D1%81%D1%8C%D0%BC%D0%BE.pdf#page=3» of an absolute path (RFC 8089)."""
    forward = path.replace("\\", "/")
    link = "file://" + ("" if forward.startswith("/") else "/") + quote(forward, safe="/:")
    return f"{link}#page={page}" if page and forward.lower().endswith(".pdf") else link


def protocol_heading(protocol: Protocol) -> str:
    """«протокол № 7 от 16.04.2021»."""
    from protocol_cli.export.wording import numbered

    return numbered("протокол", protocol.number, protocol.date.isoformat() if protocol.date else None)
