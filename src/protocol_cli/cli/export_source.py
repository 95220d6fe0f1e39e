"""What is exported: the assignments that `protocol deadlines` would show, and the documents they stand in."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import IO, TYPE_CHECKING, Any, cast

from protocol_cli.cli.parse import INPUT_FAILED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from protocol_cli.export.filed import FiledDocument
    from protocol_cli.export.rows import AssignmentRow, Moment
    from protocol_cli.models import Document
    from protocol_cli.registry import DeadlineFilter, Registry

IN_MEMORY = 8_000_000  # bytes of documents that are kept before they go to a temporary file


class Selection:
    """The chosen assignments and their documents, given out one by one; `code` is 3 when an input failed, else 0."""

    def __init__(self, registry: Registry | None, wanted: DeadlineFilter, documents: DocumentStore | None, code: int) -> None:
        self._registry = registry
        self._wanted = wanted
        self._documents = documents
        self.code = code

    def rows(self, moment: Moment) -> Iterator[AssignmentRow]:
        """The assignments as rows, in the order of `protocol deadlines`. Raises RegistryError."""
        from protocol_cli.export.rows import row_from_record

        paths = self._documents.paths if self._documents else {}
        for record in self._registry.deadlines(self._wanted) if self._registry else ():
            yield row_from_record(cast("Mapping[str, Any]", record), moment, paths.get(record["document"]))

    @property
    def has_documents(self) -> bool:
        """Whether the documents are at hand: they are when files were named."""
        return self._documents is not None

    def documents(self) -> Iterator[FiledDocument]:
        """The documents of the files, in order, each once."""
        if self._documents:
            yield from self._documents.read()


class DocumentStore:
    """Documents put aside while their assignments are chosen; memory does not grow with their number."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._seen: dict[str, int] = {}
        self.paths: dict[str, str] = {}

    def add(self, short_id: str, document: Document, path: str | None) -> None:
        """Put one aside, the same only once."""
        if short_id in self._seen:
            return
        self._seen[short_id] = len(self._seen)
        if path:
            self.paths[short_id] = path
        self._stream.write(document.model_dump_json().encode() + b"\n")

    def read(self) -> Iterator[FiledDocument]:
        """All of them, as they were put."""
        from protocol_cli.export.filed import FiledDocument
        from protocol_cli.models import Document

        self._stream.seek(0)
        for short_id, line in zip(self._seen, self._stream, strict=True):
            yield FiledDocument(short_id, Document.model_validate_json(line), self.paths.get(short_id))


@contextmanager
def selection(files: Sequence[str] | None, db: str | None, wanted: DeadlineFilter) -> Iterator[Selection]:
    """Read the files, or open the registry where none are named. Raises RegistryError."""
    from protocol_cli.cli.deadlines import existing_registry
    from protocol_cli.registry import Registry

    with ExitStack() as stack:
        if not files:
            yield Selection(stack.enter_context(existing_registry(db)), wanted, None, 0)
            return
        registry = stack.enter_context(Registry.temporary())
        spool = stack.enter_context(tempfile.SpooledTemporaryFile(max_size=IN_MEMORY))
        store = DocumentStore(cast("IO[bytes]", spool))
        code = _gather(registry, store, files)
        yield Selection(registry, wanted, store, code)


def _gather(registry: Registry, store: DocumentStore, files: Sequence[str]) -> int:
    from protocol_cli.cli.inputs import read_documents_or_json, recognised

    code = 0
    for given in read_documents_or_json(files):
        if given.document is None or not recognised(given.document, given.name):
            code = INPUT_FAILED
        else:
            saved = registry.save(given.document, given.path)
            store.add(saved.id, given.document, given.path)
    return code
