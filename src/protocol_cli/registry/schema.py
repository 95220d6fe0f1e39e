"""The tables of the registry and the way to them from every released schema.

A schema's number is kept in `PRAGMA user_version`: the count of migrations applied. A released migration is never
edited; a change of the tables is a new one at the end. The file says whose it is by `PRAGMA application_id`, so that
another program's database given by mistake is refused and not filled with our tables.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from protocol_cli.registry.errors import RegistryError, Trouble

if TYPE_CHECKING:
    import sqlite3

APPLICATION_ID = 0x50524F54  # "PROT"

FIRST: tuple[str, ...] = (
    # One row for each content ever recorded. `id` is the beginning of `sha256`, as long as it must be to be unique.
    """
    CREATE TABLE documents (
        key INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        sha256 TEXT NOT NULL UNIQUE,
        source TEXT NOT NULL,
        path TEXT,
        format TEXT NOT NULL,
        pages INTEGER,
        kind TEXT NOT NULL,
        organization TEXT,
        subject TEXT,
        number TEXT,
        date TEXT,
        read_by TEXT,
        saved_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
    )
    """,
    "CREATE INDEX documents_number ON documents (number)",
    "CREATE INDEX documents_date ON documents (date)",
    # Apart from `documents`, so that lists do not drag whole texts through memory.
    """
    CREATE TABLE contents (
        document INTEGER PRIMARY KEY REFERENCES documents (key) ON DELETE CASCADE,
        json TEXT NOT NULL,
        text TEXT
    )
    """,
    """
    CREATE TABLE protocols (
        document INTEGER NOT NULL REFERENCES documents (key) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        title TEXT,
        meeting TEXT,
        number TEXT,
        date TEXT,
        place TEXT,
        PRIMARY KEY (document, position)
    ) WITHOUT ROWID
    """,
    # `place` says where in the document the assignment stands («P1.2»: first protocol, second decision; «L1»: first
    # request of the letter) and survives a second reading; `key` does not.
    """
    CREATE TABLE assignments (
        key INTEGER PRIMARY KEY,
        document INTEGER NOT NULL REFERENCES documents (key) ON DELETE CASCADE,
        place TEXT NOT NULL,
        protocol INTEGER NOT NULL,
        position INTEGER NOT NULL,
        number TEXT,
        lead TEXT,
        text TEXT NOT NULL,
        agenda_item TEXT,
        control TEXT,
        page INTEGER NOT NULL,
        span_start INTEGER NOT NULL,
        span_end INTEGER NOT NULL,
        deadline TEXT,
        kind TEXT,
        due TEXT,
        start TEXT,
        time TEXT,
        precision TEXT,
        rrule TEXT,
        duration TEXT,
        working_days INTEGER,
        event TEXT,
        next TEXT,
        UNIQUE (document, place)
    )
    """,
    "CREATE INDEX assignments_due ON assignments (due) WHERE due IS NOT NULL",
    "CREATE INDEX assignments_undated ON assignments (kind) WHERE due IS NULL AND kind IS NOT NULL",
    # Few names answer for very many assignments: each is kept, and searched, once.
    """
    CREATE TABLE parties (
        key INTEGER PRIMARY KEY,
        identity TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        full_name TEXT,
        person TEXT,
        family_name TEXT,
        given_name TEXT,
        patronymic_name TEXT,
        position TEXT,
        organization TEXT,
        search TEXT NOT NULL
    )
    """,
    "CREATE INDEX parties_name ON parties (name)",
    "CREATE INDEX parties_family_name ON parties (family_name)",
    """
    CREATE TABLE responsibles (
        assignment INTEGER NOT NULL REFERENCES assignments (key) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        party INTEGER NOT NULL REFERENCES parties (key),
        role TEXT NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (assignment, position)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX responsibles_party ON responsibles (party, assignment)",
    # For people who open the file with other tools.
    """
    CREATE VIEW decisions AS
    SELECT d.id AS document, d.source, d.kind AS document_kind,
           d.number AS document_number, d.date AS document_date,
           p.number AS protocol_number, p.date AS protocol_date,
           a.place, a.agenda_item, a.number, a.lead, a.text,
           (SELECT group_concat(name, '; ') FROM (
                SELECT r.assignment, parties.name FROM responsibles AS r
                JOIN parties ON parties.key = r.party
                WHERE r.assignment = a.key ORDER BY r.position)) AS responsible,
           a.due, a.deadline, a.kind, a.start, a.rrule, a.event, a.page
    FROM assignments AS a
    JOIN documents AS d ON d.key = a.document
    LEFT JOIN protocols AS p ON p.document = a.document AND p.position = a.protocol
    """,
    "CREATE VIEW deadlines AS SELECT * FROM decisions WHERE kind IS NOT NULL ORDER BY due IS NULL, due",
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (FIRST,)


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


def migrate(connection: sqlite3.Connection, place: str) -> None:
    """Bring the file to the present schema, in one transaction; a file that has it is left alone.

    Raises RegistryError as `check_ownership`, sqlite3.Error as sqlite3 does.
    """
    if check_ownership(connection, place) == len(MIGRATIONS):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have been quicker while we waited for the lock.
        for migration in MIGRATIONS[check_ownership(connection, place) :]:
            for statement in migration:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
