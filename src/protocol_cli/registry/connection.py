"""Opening the SQLite file, and saying in the project's words what SQLite says in its own."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from protocol_cli.registry.errors import RegistryError, Trouble

BUSY_SECONDS = 30.0

# First match wins; the words are SQLite's.
TROUBLES: tuple[tuple[str, Trouble], ...] = (
    ("locked", Trouble.LOCKED),
    ("readonly", Trouble.READ_ONLY),
    ("not a database", Trouble.DAMAGED),
    ("malformed", Trouble.DAMAGED),
    ("disk is full", Trouble.FULL),
    ("unable to open", Trouble.DENIED),
    ("disk i/o error", Trouble.FAILED),
)


@contextmanager
def explained(place: str) -> Iterator[None]:
    """Turn sqlite3's and the system's errors into RegistryError with its reason."""
    try:
        yield
    except sqlite3.Error as error:
        words = str(error)
        lowered = words.lower()
        trouble = next((trouble for mark, trouble in TROUBLES if mark in lowered), Trouble.FAILED)
        raise RegistryError(place, trouble, words) from error
    except OSError as error:
        raise RegistryError(place, Trouble.DENIED, error.strerror or str(error)) from error


def connect_for_writing(path: Path | None) -> sqlite3.Connection:
    """A connection to the file, created with its folder when there is none; None gives a nameless temporary registry.

    A temporary registry spills to a temporary file of SQLite's and vanishes when closed. Raises sqlite3.Error, OSError.
    """
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(str(path) if path else "", timeout=BUSY_SECONDS, isolation_level=None)
    try:
        _prepare(connection)
        if path is not None:
            _use_write_ahead_log(connection)
            connection.execute("PRAGMA synchronous = NORMAL")
        else:
            connection.execute("PRAGMA synchronous = OFF")
    except BaseException:
        connection.close()
        raise
    return connection


def connect_for_reading(path: Path) -> sqlite3.Connection:
    """A connection that cannot change the file. Raises sqlite3.Error where the file cannot be read as a database."""
    address = f"file:{quote(str(path.absolute()))}?mode=ro"
    connection = sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        _prepare(connection)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        connection.close()
        # A write-ahead log needs a writable folder even to read; without a log beside it the file is whole by itself.
        if Path(f"{path}-wal").exists() or not path.is_file():
            raise
        connection = sqlite3.connect(f"{address}&immutable=1", uri=True, isolation_level=None)
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except BaseException:
            connection.close()
            raise
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    # Nothing in a file that came from elsewhere may run code of its own.
    connection.execute("PRAGMA trusted_schema = OFF")


def _use_write_ahead_log(connection: sqlite3.Connection) -> None:
    """Turning the log on needs the file alone, and SQLite does not wait for that as it waits for a lock."""
    patience = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > patience:
                raise
            time.sleep(0.02)
