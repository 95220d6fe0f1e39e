"""The registry of documents: what was read is kept, and asked."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from protocol_cli.registry import queries
from protocol_cli.registry.connection import connect_for_reading, connect_for_writing, explained
from protocol_cli.registry.errors import RegistryError, Trouble
from protocol_cli.registry.flatten import Row, assignment_rows, document_row, protocol_rows
from protocol_cli.registry.rows import DeadlineFilter, DeadlineRecord, Saved
from protocol_cli.registry.schema import MIGRATIONS, check_ownership, migrate

if TYPE_CHECKING:
    from protocol_cli.models import Document

SHORT_ID = 8


class Registry:
    """An open registry; a context manager. All its methods raise RegistryError and nothing else.

    One process uses one Registry from one thread; several processes may have the same file open at once.
    """

    def __init__(self, connection: sqlite3.Connection, place: str) -> None:
        self._connection = connection
        self.place = place

    @classmethod
    def open(cls, path: Path | str) -> Self:
        """Open for reading and writing; the file and its folder are created, an older schema is brought up to date."""
        place = str(path)
        _refuse_what_is_no_file(place)
        with explained(place):
            connection = connect_for_writing(Path(path))
            try:
                migrate(connection, place)
            except BaseException:
                connection.close()
                raise
        return cls(connection, place)

    @classmethod
    def open_existing(cls, path: Path | str) -> Self | None:
        """Open for questions; None when there is no file yet. The file is not changed unless its schema is older."""
        place = str(path)
        _refuse_what_is_no_file(place)
        with explained(place):
            if not Path(path).exists():
                return None
            connection = connect_for_reading(Path(path))
            try:
                version = check_ownership(connection, place)
            except BaseException:
                connection.close()
                raise
            if version < len(MIGRATIONS):
                connection.close()
                return cls.open(path)
        return cls(connection, place)

    @classmethod
    def temporary(cls) -> Self:
        """A registry for one question: nameless, outside memory when it grows, gone when closed."""
        with explained(":temporary:"):
            connection = connect_for_writing(None)
            migrate(connection, ":temporary:")
        return cls(connection, ":temporary:")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the file go."""
        self._connection.close()

    def save(self, document: Document, path: str | None = None, *, read_by: str | None = None) -> Saved:
        """Record the document, whole or not at all; once for the same content (`source.sha256`).

        `path` is where the file lies, `read_by` the version of the program that read it. A content that is there
        already stays as it is, unless it now reads differently (a later version of the program): then its rows are
        made anew under the same id.
        """
        answer = document.model_dump_json(exclude={"text"})
        with self._transaction() as connection:
            known = connection.execute(
                "SELECT d.key, d.id, c.json FROM documents AS d JOIN contents AS c ON c.document = d.key"
                " WHERE d.sha256 = ?",
                (document.source.sha256,),
            ).fetchone()
            if known is None:
                short = self._free_id(document.source.sha256)
                row = document_row(document) | {"id": short, "path": path, "read_by": read_by}
                key = _insert(connection, "documents", row)
                saved = Saved(short, new=True)
            else:
                key, short, before = known
                if _same_answer(before, answer):
                    return Saved(short, new=False)
                self._forget_rows(key, document, read_by)
                saved = Saved(short, new=False, updated=True)
            contents: Row = {"document": key, "json": answer, "text": document.text}
            _insert(connection, "contents", contents)
            self._insert_rows(key, document)
        return saved

    def deadlines(self, wanted: DeadlineFilter | None = None) -> Iterator[DeadlineRecord]:
        """The assignments with a term: by day, then those without one. What was saved first does not matter."""
        with explained(self.place):
            yield from queries.deadlines(self._connection, wanted or DeadlineFilter())

    def is_empty(self) -> bool:
        """Whether there is no document in it."""
        with explained(self.place):
            return self._connection.execute("SELECT 1 FROM documents LIMIT 1").fetchone() is None

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with explained(self.place):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def _free_id(self, sha256: str) -> str:
        for length in range(SHORT_ID, len(sha256)):
            short = sha256[:length]
            if not self._connection.execute("SELECT 1 FROM documents WHERE id = ?", (short,)).fetchone():
                return short
        return sha256

    def _forget_rows(self, key: int, document: Document, read_by: str | None) -> None:
        for table in ("contents", "assignments", "protocols"):
            self._connection.execute(f"DELETE FROM {table} WHERE document = ?", (key,))  # noqa: S608 - our own names
        row = document_row(document) | {"read_by": read_by}
        row.pop("source")
        columns = ", ".join(f"{name} = ?" for name in row)
        self._connection.execute(f"UPDATE documents SET {columns} WHERE key = ?", (*row.values(), key))  # noqa: S608

    def _insert_rows(self, document_key: int, document: Document) -> None:
        connection = self._connection
        for row in protocol_rows(document):
            _insert(connection, "protocols", row | {"document": document_key})
        for rows in assignment_rows(document):
            assignment_key = _insert(connection, "assignments", rows.assignment | {"document": document_key})
            for party, tie in rows.responsible:
                _insert(connection, "parties", party, "OR IGNORE")
                identity = (party["identity"],)
                found = connection.execute("SELECT key FROM parties WHERE identity = ?", identity).fetchone()
                _insert(connection, "responsibles", tie | {"assignment": assignment_key, "party": found[0]})


def _refuse_what_is_no_file(place: str) -> None:
    if "://" in place:  # the address may hold a password
        raise RegistryError(place.partition("://")[0] + "://…", Trouble.UNSUPPORTED)
    if Path(place).is_dir():
        raise RegistryError(place, Trouble.FOLDER)


def _insert(connection: sqlite3.Connection, table: str, row: Row, conflict: str = "") -> int:
    names, marks = ", ".join(row), ", ".join("?" * len(row))
    statement = f"INSERT {conflict} INTO {table} ({names}) VALUES ({marks})"  # noqa: S608 - our own names
    return connection.execute(statement, tuple(row.values())).lastrowid or 0


def _same_answer(before: str, now: str) -> bool:
    """The file's name does not count: a copy of a letter is the same letter."""
    answers: Iterable[dict[str, object]] = (json.loads(before), json.loads(now))
    first, second = ({name: value for name, value in answer.items() if name != "source"} for answer in answers)
    return first == second
