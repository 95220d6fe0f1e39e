"""The tables of schema 1, as they were released: never edited."""

from __future__ import annotations

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
