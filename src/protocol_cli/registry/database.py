"""What the registry needs of a database: the seam between SQLite's file and PostgreSQL's server.

Statements are written once, as SQLite takes them: «?» for values, `+column` where its planner must leave an index
alone, INDEXED BY where it must take one. A server's side turns them into its own.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Protocol

from protocol_cli.registry.connection import explained

Value = str | int | None
Row = dict[str, Value]


class Rows(Protocol):
    """The rows of an answer."""

    def fetchone(self) -> Any: ...  # noqa: ANN401 - a row of whatever was asked for
    def fetchmany(self, size: int, /) -> Sequence[Any]: ...
    def fetchall(self) -> Sequence[Any]: ...
    def __iter__(self) -> Iterator[Any]: ...


class Database(Protocol):
    """An open database; every method may raise the driver's errors, which `explained` turns into RegistryError."""

    place: str
    server: bool

    def execute(self, statement: str, values: Sequence[Value] = (), /) -> Rows:
        """Run one statement."""
        ...

    def insert(self, table: str, rows: Sequence[Row], *, known: bool = False) -> None:
        """Add rows that have the same columns; with `known`, those that are there already stay as they are."""
        ...

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing; one writer at a time."""
        ...

    def explained(self) -> AbstractContextManager[None]:
        """Turn the driver's errors into RegistryError."""
        ...

    def close(self) -> None:
        """Let it go."""
        ...


class SqliteDatabase:
    """An SQLite file, or a nameless temporary one."""

    server = False

    def __init__(self, connection: sqlite3.Connection, place: str) -> None:
        self.connection = connection
        self.place = place

    def execute(self, statement: str, values: Sequence[Value] = (), /) -> sqlite3.Cursor:
        """Run one statement."""
        return self.connection.execute(statement, values)

    def insert(self, table: str, rows: Sequence[Row], *, known: bool = False) -> None:
        """Add rows that have the same columns."""
        if rows:
            statement = _insert_statement(table, rows[0], known=known)
            self.connection.executemany(statement, [tuple(row.values()) for row in rows])

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; one writer at a time. A transaction that is open already is joined."""
        if self.connection.in_transaction:
            yield
            return
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.connection.execute("COMMIT")
        except BaseException:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise

    def explained(self) -> AbstractContextManager[None]:
        """Turn sqlite3's errors into RegistryError."""
        return explained(self.place)

    def close(self) -> None:
        """Let the file go."""
        self.connection.close()


def _insert_statement(table: str, columns: Iterable[str], *, known: bool) -> str:
    names = list(columns)
    marks = ", ".join("?" * len(names))
    tail = " ON CONFLICT DO NOTHING" if known else ""
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks}){tail}"  # noqa: S608 - our own names



