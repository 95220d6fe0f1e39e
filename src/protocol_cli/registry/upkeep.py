"""The registry itself: how much is in it, whether it is whole, a copy, tidying."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from protocol_cli.registry.database import SqliteDatabase
from protocol_cli.registry.errors import RegistryError, Trouble
from protocol_cli.registry.schema import MIGRATIONS

if TYPE_CHECKING:
    from protocol_cli.registry.registry import Registry
    from protocol_cli.registry.rows import Record

COUNTED = ("documents", "assignments", "people", "journal")
ORPHANS = (
    "DELETE FROM parties WHERE NOT EXISTS (SELECT 1 FROM responsibles WHERE party = parties.key)",
    "DELETE FROM people WHERE NOT EXISTS (SELECT 1 FROM appearances WHERE person = people.key)",
    "DELETE FROM organizations WHERE NOT EXISTS (SELECT 1 FROM involvements WHERE organization = organizations.key)",
)


def info(registry: Registry) -> Record:
    """Place, storage, schema, size in bytes, and how many rows the main tables have. Raises RegistryError."""
    database = registry.database
    with database.explained():
        counted = {name: database.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in COUNTED}  # noqa: S608 - our own names
        if database.server:
            asked = (
                "SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class AS c"
                " JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE n.nspname = 'protocol' AND c.relkind = 'r'"
            )
            size = int(database.execute(asked).fetchone()[0])
        else:
            pages, each = (database.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
            size = pages * each
    kind = "postgresql" if database.server else "sqlite"
    return {"place": registry.place, "kind": kind, "schema": len(MIGRATIONS), "size": size, **counted}


def fault(registry: Registry) -> str | None:
    """What is wrong with the registry; None when it is whole. Raises RegistryError where it cannot even be asked."""
    database = registry.database
    with database.explained():
        if not database.server:
            found = database.execute("PRAGMA integrity_check(1)").fetchone()[0]
            if found != "ok":
                return str(found)
            if broken := database.execute("PRAGMA foreign_key_check").fetchone():
                return f"{broken[0]} → {broken[2]}"
            if database.execute("SELECT count(*) FROM words").fetchone() != database.execute(
                "SELECT count(*) FROM passages"
            ).fetchone():
                return "words ≠ passages"
        missing = database.execute(
            "SELECT d.id FROM documents AS d WHERE NOT EXISTS (SELECT 1 FROM contents WHERE document = d.key) LIMIT 1"
        ).fetchone()
        return f"{missing[0]}: contents" if missing else None


def backup(registry: Registry, path: Path) -> None:
    """Write a copy of the file, whole, while others may be writing to it.

    Raises RegistryError: UNSUPPORTED for a server, and as the copy's own file does.
    """
    database = registry.database
    if not isinstance(database, SqliteDatabase):
        raise RegistryError(registry.place, Trouble.UNSUPPORTED)
    beside = path.with_name(f".{path.name}.part")
    with database.explained():
        try:
            copy = sqlite3.connect(beside)
            try:
                database.connection.backup(copy)
                copy.execute("PRAGMA journal_mode = DELETE")
            finally:
                copy.close()
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)


def vacuum(registry: Registry) -> None:
    """Drop names that no document has any more, and give the space back. Raises RegistryError."""
    database = registry.database
    with database.explained():
        with database.transaction():
            for statement in ORPHANS:
                database.execute(statement)
        if database.server:
            database.execute("VACUUM ANALYZE")
            return
        database.execute("INSERT INTO words (words) VALUES ('optimize')")
        database.execute("VACUUM")
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
