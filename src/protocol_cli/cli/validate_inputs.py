"""What is to be validated: files, folders, JSON of `protocol parse`, and documents of the registry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from protocol_cli.cli import talk
from protocol_cli.cli.inputs import Input, read_documents_or_json
from protocol_cli.cli.messages import tr
from protocol_cli.cli.options import registry_location

if TYPE_CHECKING:
    from protocol_cli.registry import Registry

# Inside a folder only what is named so is taken: it may hold anything else besides.
SUFFIXES = frozenset({".txt", ".docx", ".pdf", ".doc", ".odt", ".rtf", ".eml", ".json", ".jsonl", ".ndjson"})
ID = re.compile(r"[0-9a-f]{6,64}")
STDIN = "-"


def read_inputs(names: Sequence[str], db: str | None) -> Iterator[Input]:
    """Each document named; a failure is told on stderr and does not stop the rest. Raises RegistryError."""
    for name in names:
        path = Path(name)
        if name != STDIN and path.is_dir():
            files = folder_files(path)
            if not files:
                talk.complain(tr("validate.empty_folder", name=name))
                yield Input(name, None, None)
            yield from read_documents_or_json([str(file) for file in files])
        elif ID.fullmatch(name) and not path.exists():
            yield from _registered(name, db)
        else:
            yield from read_documents_or_json([name])


def folder_files(folder: Path) -> list[Path]:
    """The papers in a folder and below, by name; hidden files and what links lead to outside stay out."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in SUFFIXES
        and path.is_file()
        and not any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
    )


def _registered(name: str, db: str | None) -> Iterator[Input]:
    from protocol_cli.registry import Registry

    registry = Registry.open_existing(registry_location(db))
    if registry is None:
        talk.complain(tr("validate.not_registered", name=name))
        yield Input(name, None, None)
        return
    with registry:
        ids = [str(record["id"]) for record in registry.find(name)]
        if not ids:
            talk.complain(tr("validate.not_registered", name=name))
            yield Input(name, None, None)
        for each in ids:
            yield _document(registry, each)


def _document(registry: Registry, short_id: str) -> Input:
    from protocol_cli.models import Document

    answer = registry.document_json(short_id)
    if answer is None:
        return Input(short_id, None, None)
    statement = "SELECT c.text FROM documents AS d JOIN contents AS c ON c.document = d.key WHERE d.id = ?"
    stored = registry.database.execute(statement, (short_id,)).fetchone()
    document = Document.model_validate(answer | {"text": stored[0] if stored else None})
    known = registry.known(document.source.sha256)
    return Input(f"{short_id} {document.source.name}", str(known["path"]) if known and known["path"] else None, document)
