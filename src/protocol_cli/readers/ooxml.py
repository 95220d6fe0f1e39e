"""The parts of a Word file: a zip archive of XML, opened with limits, since the input may be hostile."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import Any

from protocol_cli.readers.errors import ReadError, Unreadable

PART_LIMIT = 64 * 1024 * 1024
PARTS_LIMIT = 20_000
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# «Strict» files differ from the usual ones only in the names of their namespaces.
STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
# lxml has no type information of its own.
Element = Any


class Package:
    """An OOXML archive: `xml(path)` gives a part's root element, `targets(path)` what a part refers to."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            self._parts = {info.filename.lstrip("/"): info for info in self._archive.infolist()}
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeDecodeError) as error:
            raise ReadError(name, Unreadable.DAMAGED, "zip") from error
        if len(self._parts) > PARTS_LIMIT:
            raise ReadError(name, Unreadable.TOO_LARGE, "zip")

    def __contains__(self, path: str) -> bool:
        return path in self._parts

    def read(self, path: str) -> bytes:
        """The bytes of a part. Raises ReadError when it is missing, broken, locked or too large."""
        info = self._parts.get(path)
        if info is None:
            raise ReadError(self._name, Unreadable.DAMAGED, path)
        if info.flag_bits & 1:
            raise ReadError(self._name, Unreadable.ENCRYPTED)
        try:
            with self._archive.open(info) as stream:
                # The archive's own word about the size is not to be believed.
                data = stream.read(PART_LIMIT + 1)
        except (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, NotImplementedError) as error:
            raise ReadError(self._name, Unreadable.DAMAGED, path) from error
        except Exception as error:  # lzma and bz2 have errors of their own
            raise ReadError(self._name, Unreadable.DAMAGED, path) from error
        if len(data) > PART_LIMIT:
            raise ReadError(self._name, Unreadable.TOO_LARGE, path)
        return data

    def xml(self, path: str) -> Element:
        """The root element of an XML part. Raises ReadError; entities are refused, not resolved."""
        from lxml import etree

        data = self.read(path)
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise ReadError(self._name, Unreadable.DAMAGED, f"{path}: DOCTYPE")
        for strict, usual in STRICT:
            data = data.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            return etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise ReadError(self._name, Unreadable.DAMAGED, path) from error

    def optional_xml(self, path: str | None) -> Element | None:
        """The root element of a part that a document can be read without; None when missing or broken."""
        if path is None or path not in self._parts:
            return None
        try:
            return self.xml(path)
        except ReadError:
            return None

    def targets(self, path: str) -> dict[str, tuple[str, str]]:
        """The relations of a part: identifier → (kind, path). Kind is the last word of the relation's type."""
        folder, _, file = path.rpartition("/")
        root = self.optional_xml(posixpath.join(folder, "_rels", file + ".rels"))
        if root is None:
            return {}
        found = {}
        for relation in root:
            if relation.get("TargetMode") == "External":
                continue
            target = relation.get("Target", "")
            whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found[relation.get("Id", "")] = (relation.get("Type", "").rpartition("/")[2], whole)
        return found

    def main_part(self) -> str:
        """The path of the document itself."""
        for kind, path in self.targets("").values():
            if kind == "officeDocument" and path in self._parts:
                return path
        return "word/document.xml"
