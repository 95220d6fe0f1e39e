"""The tables of the registry and the way to them from every released schema.

A schema's number is the count of migrations applied. A released migration is never edited; a change of the tables is a
new one at the end. What is kept for good are `documents`, `contents` and `journal`; all other tables say again, row by
row, what `contents` holds as JSON, and are made anew from it. SQLite keeps the number in `PRAGMA user_version`, and
says whose the file is by `PRAGMA application_id`, so that another program's database given by mistake is refused and
not filled with our tables. The statements are SQLite's; `postgres.py` turns them into its own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from protocol_cli.registry.errors import RegistryError, Trouble
from protocol_cli.registry.tables import FIRST, SECOND, TABLES

if TYPE_CHECKING:
    import sqlite3

APPLICATION_ID = 0x50524F54  # "PROT"

MIGRATIONS: tuple[tuple[str, ...], ...] = (FIRST, SECOND)
REFILLED = 2  # the last schema from which all documents are recorded anew


def schema_version(connection: sqlite3.Connection) -> int:
    """The number of the schema that the file holds; 0 for a new file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def check_ownership(connection: sqlite3.Connection, place: str) -> int:
    """The file's schema number, when this program can work with the file.

    Raises RegistryError: FOREIGN for a database of another program, NEWER for a schema of a later version.
    """
    version = schema_version(connection)
    owner = int(connection.execute("PRAGMA application_id").fetchone()[0])
    if owner != APPLICATION_ID:
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if owner or version or tables:
            raise RegistryError(place, Trouble.FOREIGN)
    if version > len(MIGRATIONS):
        raise RegistryError(place, Trouble.NEWER, f"{version} > {len(MIGRATIONS)}")
    return version


def migrate(connection: sqlite3.Connection, place: str, refill: Callable[[], None]) -> None:
    """Bring the file to the present schema, in one transaction; a file that has it is left alone.

    `refill` records the documents of `old_documents` and `old_contents` again. Raises RegistryError as
    `check_ownership`, sqlite3.Error as sqlite3 does.
    """
    if check_ownership(connection, place) == len(MIGRATIONS):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have been quicker while we waited for the lock.
        version = check_ownership(connection, place)
        for statement in statements_from(version):
            connection.execute(statement)
        if 0 < version < REFILLED:
            refill()
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def statements_from(version: int) -> list[str]:
    """The statements that lead from a schema to the present one; a new registry gets the present tables at once."""
    if version == 0:
        return list(TABLES)
    return [statement for migration in MIGRATIONS[version:] for statement in migration]
