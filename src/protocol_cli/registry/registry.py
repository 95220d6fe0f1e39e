"""The registry of documents: what was read is kept, and asked."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from protocol_cli.registry import queries
from protocol_cli.registry.connection import connect_for_reading, connect_for_writing, explained
from protocol_cli.registry.database import Database, SqliteDatabase
from protocol_cli.registry.errors import RegistryError, Trouble
from protocol_cli.registry.rows import DeadlineFilter, DeadlineRecord, ListFilter, Record, Saved
from protocol_cli.registry.schema import MIGRATIONS, check_ownership, migrate

if TYPE_CHECKING:
    from protocol_cli.models import Document
    from protocol_cli.registry.journal import Action

SERVERS = ("postgresql://", "postgres://")


class Registry:
    """An open registry; a context manager. All its methods raise RegistryError and nothing else.

    One process uses one Registry from one thread; several processes may have the same file open at once.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self.place = database.place

    @classmethod
    def open(cls, path: Path | str) -> Self:
        """Open for reading and writing; the file and its folder are created, an older schema is brought up to date."""
        place = str(path)
        if place.startswith(SERVERS):
            from protocol_cli.registry.postgres import open_server

            return cls(open_server(place))
        _refuse_what_is_no_file(place)
        with explained(place):
            connection = connect_for_writing(Path(path))
        return cls(_migrated(connection, place))

    @classmethod
    def open_existing(cls, path: Path | str) -> Self | None:
        """Open for questions; None when there is no file yet. The file is not changed unless its schema is older."""
        place = str(path)
        if place.startswith(SERVERS):
            from protocol_cli.registry.postgres import open_server

            return cls(open_server(place))
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
        return cls(SqliteDatabase(connection, place))

    @classmethod
    def temporary(cls) -> Self:
        """A registry for one question: nameless, outside memory when it grows, gone when closed."""
        place = ":temporary:"
        with explained(place):
            connection = connect_for_writing(None)
        return cls(_migrated(connection, place))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the file go."""
        self._database.close()

    # what is recorded

    def save(self, document: Document, path: str | None = None, *, read_by: str | None = None) -> Saved:
        """Record the document, whole or not at all; once for the same content (`source.sha256`).

        `path` is where the file lies, `read_by` the version of the program that read it. A content that is there
        already stays as it is, unless it now reads differently (a later version of the program): then its rows are
        made anew under the same id.
        """
        from protocol_cli.registry.writing import write_document

        with self._transaction():
            return write_document(self._database, document, path, read_by)

    def replace(self, document: Document, path: str, *, read_by: str | None = None) -> Saved:
        """Record the document in the place of what lay at `path` before; else as `save`."""
        from protocol_cli.registry.writing import forget_document, write_document

        with self._transaction():
            saved = write_document(self._database, document, path, read_by)
            sha256 = document.source.sha256
            before = "SELECT key FROM documents WHERE path = ? AND sha256 <> ?"
            for (key,) in self._database.execute(before, (path, sha256)).fetchall():
                forget_document(self._database, key)
            # A content that is known from a file which is gone lies here now.
            self._database.execute("UPDATE documents SET path = ? WHERE sha256 = ?", (path, sha256))
            return saved

    def remove(self, document: str) -> bool:
        """Take a document out, by its id; its journal stays. False when there is none."""
        from protocol_cli.registry.writing import forget_document

        with self._transaction():
            known = self._database.execute("SELECT key FROM documents WHERE id = ?", (document,)).fetchone()
            if known:
                forget_document(self._database, known[0])
            return known is not None

    def write_journal(
        self, assignment: int, action: Action, day: dt.date, *, until: dt.date | None = None, note: str | None = None
    ) -> None:
        """Write down what was done about the assignment with this key (`find_assignments`); see journal.py."""
        from protocol_cli.registry.journal import add_entry

        with self._transaction():
            add_entry(self._database, assignment, action, day, until=until, note=note)

    # what is asked

    def deadlines(self, wanted: DeadlineFilter | None = None) -> Iterator[DeadlineRecord]:
        """The assignments with a term: by day, then those without one. What was saved first does not matter."""
        with self._explained():
            yield from queries.deadlines(self._database, wanted or DeadlineFilter())

    def lines(self, what: str, wanted: ListFilter | None = None) -> Iterator[Record]:
        """The lines of a list: «documents», «decisions», «agenda», «speakers» or «references»."""
        from protocol_cli.registry import listings

        listing: listings.Listing = getattr(listings, what.upper())
        with self._explained():
            yield from listing.select(self._database, wanted or ListFilter())

    def people(self, wanted: ListFilter | None = None) -> Iterator[Record]:
        """The people, each once with all forms of the name."""
        from protocol_cli.registry.persons import people

        with self._explained():
            yield from people(self._database, wanted or ListFilter())

    def appearances(self, wanted: ListFilter) -> Iterator[Record]:
        """Everything that the people of the name `wanted.name` are in."""
        from protocol_cli.registry.persons import appearances

        with self._explained():
            yield from appearances(self._database, wanted)

    def organizations(self, wanted: ListFilter | None = None) -> Iterator[Record]:
        """The organisations, each once."""
        from protocol_cli.registry.organizations import organizations

        with self._explained():
            yield from organizations(self._database, wanted or ListFilter())

    def search(self, question: str, wanted: ListFilter | None = None) -> Iterator[Record]:
        """The passages that hold the words of the question, in any form."""
        from protocol_cli.registry.fulltext import search

        with self._explained():
            yield from search(self._database, question, wanted or ListFilter())

    def thread(self, question: str) -> list[Record]:
        """The letters that hang together with the one named."""
        from protocol_cli.registry.threads import thread

        with self._explained():
            return thread(self._database, question)

    def statistics(self, today: dt.date) -> Record:
        """The registry in numbers on the day `today`."""
        from protocol_cli.registry.statistics import statistics

        with self._explained():
            return statistics(self._database, today)

    def find(self, question: str) -> Iterable[Record]:
        """The documents named by an id, its beginning, a registration number or a file name, as `lines("documents")`."""
        from protocol_cli.registry.listings import DOCUMENTS

        with self._explained():
            return list(DOCUMENTS.select(self._database, ListFilter(document=question)))

    def find_assignments(self, question: str) -> Iterable[Record]:
        """The assignments named by «document:place»: see assignments.py; each with its `key` and its journal."""
        from protocol_cli.registry.assignments import find_assignments

        with self._explained():
            return find_assignments(self._database, question)

    def journal(self, wanted: ListFilter | None = None) -> Iterator[Record]:
        """The journal's entries, the latest first, with the assignments that they are about."""
        from protocol_cli.registry.assignments import journal

        with self._explained():
            yield from journal(self._database, wanted or ListFilter())

    def document_json(self, document: str) -> dict[str, Any] | None:
        """The whole answer of `protocol parse` for the document with this id, without its text; None for no such id."""
        with self._explained():
            found = self._database.execute(
                "SELECT c.json FROM documents AS d JOIN contents AS c ON c.document = d.key WHERE d.id = ?", (document,)
            ).fetchone()
        answer: dict[str, Any] | None = json.loads(found[0]) if found else None
        return answer

    def known(self, sha256: str) -> Record | None:
        """Where the document of this content lies, as `paths` has it; None when there is none."""
        return next(self._paths("sha256 = ?", sha256), None)

    def at_path(self, path: str) -> list[Record]:
        """The documents recorded from the file at this place."""
        return list(self._paths("path = ?", path))

    def paths(self) -> Iterator[Record]:
        """Where every document lies: id, source, path (or null), sha256, read_by."""
        yield from self._paths("1 = 1")

    def _paths(self, condition: str, *values: str) -> Iterator[Record]:
        names = ("id", "source", "path", "sha256", "read_by")
        statement = f"SELECT {', '.join(names)} FROM documents WHERE {condition} ORDER BY key"  # noqa: S608 - our own words
        with self._explained():
            for row in self._database.execute(statement, values).fetchall():
                yield dict(zip(names, row, strict=True))

    def is_empty(self) -> bool:
        """Whether there is no document in it."""
        with self._explained():
            return self._database.execute("SELECT 1 FROM documents LIMIT 1").fetchone() is None

    @property
    def database(self) -> Database:
        """The database itself, for upkeep.py."""
        return self._database

    @contextmanager
    def _explained(self) -> Iterator[None]:
        with self._database.explained():
            yield

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with self._database.explained(), self._database.transaction():
            yield


def _migrated(connection: sqlite3.Connection, place: str) -> SqliteDatabase:
    """The database of the connection, brought to the present schema; the connection is closed when that fails."""
    database = SqliteDatabase(connection, place)

    def record_anew() -> None:
        from protocol_cli.registry.writing import refill

        refill(database)

    try:
        with explained(place):
            migrate(connection, place, record_anew)
    except BaseException:
        connection.close()
        raise
    return database


def _refuse_what_is_no_file(place: str) -> None:
    if "://" in place:  # the address may hold a password
        raise RegistryError(place.partition("://")[0] + "://…", Trouble.UNSUPPORTED)
    if Path(place).is_dir():
        raise RegistryError(place, Trouble.FOLDER)
