"""The tables of the present schema.

Keys of rows say where a row stands (see keys.py), so `ORDER BY key` is an order by the document's day. The columns
`page`, `span_start`, `span_end` say where in the document's text it says so.
"""

from __future__ import annotations

from protocol_cli.registry.first_schema import FIRST

# What is kept for good.
KEPT: tuple[str, ...] = (
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
        search TEXT NOT NULL,
        read_by TEXT,
        saved_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
    )
    """,
    "CREATE INDEX documents_path ON documents (path)",
    # Apart from `documents`, so that lists do not drag whole texts through memory.
    """
    CREATE TABLE contents (
        document INTEGER PRIMARY KEY REFERENCES documents (key) ON DELETE CASCADE,
        json TEXT NOT NULL,
        text TEXT
    )
    """,
    # What was done about an assignment, known by its document's content and its place there: it outlives the rows.
    """
    CREATE TABLE journal (
        key INTEGER PRIMARY KEY,
        sha256 TEXT NOT NULL,
        place TEXT NOT NULL,
        action TEXT NOT NULL,
        day TEXT NOT NULL,
        before TEXT,
        until TEXT,
        note TEXT,
        made_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
    )
    """,
    "CREATE INDEX journal_place ON journal (sha256, place)",
)

# What the documents say, row by row.
DERIVED: tuple[str, ...] = (
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
    # Registration numbers; position 0 is the letter, others count the protocols.
    """
    CREATE TABLE numbers (
        document INTEGER NOT NULL REFERENCES documents (key) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        number_key TEXT NOT NULL,
        number TEXT NOT NULL,
        date TEXT,
        PRIMARY KEY (document, position)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX numbers_key ON numbers (number_key)",
    # `place` says where in the document the assignment stands («P1.2»: first protocol, second decision; «L1»: first
    # request of the letter) and survives a second reading; `key` may not. `day` is the term that counts now: `due`,
    # or the day to which the journal extended it; `done_on` is the journal's too, and `done_through` of a recurring one.
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
        day TEXT,
        done_on TEXT,
        done_through TEXT,
        UNIQUE (document, place)
    )
    """,
    "CREATE INDEX assignments_day ON assignments (day, key) WHERE day IS NOT NULL",
    "CREATE INDEX assignments_open ON assignments (day, key, done_through) WHERE day IS NOT NULL AND done_on IS NULL",
    """
    CREATE INDEX assignments_done ON assignments (day, key)
    WHERE day IS NOT NULL AND (done_on IS NOT NULL OR done_through IS NOT NULL)
    """,
    "CREATE INDEX assignments_kind ON assignments (kind, day, key) WHERE kind IS NOT NULL",
    "CREATE INDEX assignments_undated ON assignments (key) WHERE day IS NULL AND kind IS NOT NULL",
    # The days of terms that follow: «до 10 июня (промежуточный), до 1 декабря (итоговый)».
    """
    CREATE TABLE later_terms (
        assignment INTEGER NOT NULL REFERENCES assignments (key) ON DELETE CASCADE,
        step INTEGER NOT NULL,
        day TEXT NOT NULL,
        kind TEXT NOT NULL,
        term TEXT NOT NULL,
        PRIMARY KEY (assignment, step)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX later_terms_day ON later_terms (day, assignment, kind)",
    # Terms that come again, from `first` on (recurrence.py says what a phase is).
    """
    CREATE TABLE recurrences (
        assignment INTEGER NOT NULL REFERENCES assignments (key) ON DELETE CASCADE,
        step INTEGER NOT NULL,
        rule TEXT NOT NULL,
        phase TEXT NOT NULL,
        first TEXT NOT NULL,
        term TEXT NOT NULL,
        PRIMARY KEY (assignment, step)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX recurrences_rule ON recurrences (rule, phase, assignment)",
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
    """
    CREATE TABLE agenda (
        key INTEGER PRIMARY KEY,
        document INTEGER NOT NULL REFERENCES documents (key) ON DELETE CASCADE,
        protocol INTEGER NOT NULL,
        position INTEGER NOT NULL,
        number TEXT,
        title TEXT NOT NULL,
        page INTEGER NOT NULL,
        span_start INTEGER NOT NULL,
        span_end INTEGER NOT NULL
    )
    """,
    "CREATE INDEX agenda_document ON agenda (document)",
    # Forms of people's names, each once; people.py joins them.
    """
    CREATE TABLE people (
        key INTEGER PRIMARY KEY,
        identity TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        family TEXT NOT NULL,
        given TEXT NOT NULL,
        patronymic TEXT NOT NULL,
        search TEXT NOT NULL
    )
    """,
    "CREATE INDEX people_family ON people (family)",
    """
    CREATE TABLE appearances (
        key INTEGER PRIMARY KEY,
        document INTEGER NOT NULL REFERENCES documents (key) ON DELETE CASCADE,
        protocol INTEGER NOT NULL,
        role TEXT NOT NULL,
        person INTEGER NOT NULL REFERENCES people (key),
        position TEXT,
        organization TEXT,
        phone TEXT,
        email TEXT,
        agenda INTEGER REFERENCES agenda (key) ON DELETE CASCADE,
        assignment INTEGER REFERENCES assignments (key) ON DELETE CASCADE,
        said TEXT,
        page INTEGER NOT NULL,
        span_start INTEGER,
        span_end INTEGER
    )
    """,
    "CREATE INDEX appearances_document ON appearances (document)",
    "CREATE INDEX appearances_person ON appearances (person, role, document)",
    "CREATE INDEX appearances_position ON appearances (person, key) WHERE position IS NOT NULL",
    "CREATE INDEX appearances_role ON appearances (role, document)",
    "CREATE INDEX appearances_agenda ON appearances (agenda) WHERE agenda IS NOT NULL",
    "CREATE INDEX appearances_assignment ON appearances (assignment) WHERE assignment IS NOT NULL",
    """
    CREATE TABLE organizations (
        key INTEGER PRIMARY KEY,
        identity TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        short_name TEXT,
        search TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE involvements (
        key INTEGER PRIMARY KEY,
        document INTEGER NOT NULL REFERENCES documents (key) ON DELETE CASCADE,
        organization INTEGER NOT NULL REFERENCES organizations (key),
        role TEXT NOT NULL,
        text TEXT,
        page INTEGER NOT NULL
    )
    """,
    "CREATE INDEX involvements_document ON involvements (document)",
    "CREATE INDEX involvements_organization ON involvements (organization, role, document)",
    # Other documents that a document names; relation «reply» is «на № … от …».
    """
    CREATE TABLE mentions (
        key INTEGER PRIMARY KEY,
        document INTEGER NOT NULL REFERENCES documents (key) ON DELETE CASCADE,
        relation TEXT NOT NULL,
        kind TEXT,
        issuer TEXT,
        number TEXT,
        number_key TEXT,
        date TEXT,
        title TEXT,
        text TEXT,
        search TEXT NOT NULL,
        page INTEGER NOT NULL,
        span_start INTEGER,
        span_end INTEGER
    )
    """,
    "CREATE INDEX mentions_document ON mentions (document)",
    "CREATE INDEX mentions_number ON mentions (number_key) WHERE number_key IS NOT NULL",
    # Sums that are kept up with every change, so that the registry in numbers need not be counted (tallies.py).
    """
    CREATE TABLE tallies (
        what TEXT NOT NULL,
        label TEXT NOT NULL,
        number INTEGER NOT NULL,
        PRIMARY KEY (what, label)
    ) WITHOUT ROWID
    """,
    # What can be searched; `stems` are the words as search knows them.
    """
    CREATE TABLE passages (
        key INTEGER PRIMARY KEY,
        document INTEGER NOT NULL REFERENCES documents (key) ON DELETE CASCADE,
        part TEXT NOT NULL,
        place TEXT,
        page INTEGER NOT NULL,
        text TEXT NOT NULL,
        stems TEXT NOT NULL
    )
    """,
    "CREATE INDEX passages_document ON passages (document)",
)

# SQLite's own: the index of words. It is filled and emptied by writing.py, for a trigger on it is refused to a schema
# that is not trusted.
WORDS: tuple[str, ...] = (
    """
    CREATE VIRTUAL TABLE words USING fts5 (
        stems, content='passages', content_rowid='key', detail=none, columnsize=0,
        tokenize="unicode61 remove_diacritics 0"
    )
    """,
)

# For people who open the file with other tools.
VIEWS: tuple[str, ...] = (
    """
    CREATE VIEW decisions AS
    SELECT d.id AS document, d.source, d.kind AS document_kind,
           d.number AS document_number, d.date AS document_date,
           p.number AS protocol_number, p.date AS protocol_date,
           a.place, a.agenda_item, a.number, a.lead, a.text,
           (SELECT group_concat(name, '; ') FROM (
                SELECT r.assignment, parties.name FROM responsibles AS r
                JOIN parties ON parties.key = r.party
                WHERE r.assignment = a.key ORDER BY r.position) AS names) AS responsible,
           a.due, a.day, a.done_on, a.deadline, a.kind, a.start, a.rrule, a.event, a.page
    FROM assignments AS a
    JOIN documents AS d ON d.key = a.document
    LEFT JOIN protocols AS p ON p.document = a.document AND p.position = a.protocol
    """,
    "CREATE VIEW deadlines AS SELECT * FROM decisions WHERE kind IS NOT NULL ORDER BY day IS NULL, day",
    """
    CREATE VIEW speakers AS
    SELECT d.id AS document, d.source, d.date AS document_date, n.name, s.position, s.organization, s.role,
           g.number AS agenda_item, g.title, s.page
    FROM appearances AS s
    JOIN documents AS d ON d.key = s.document
    JOIN people AS n ON n.key = s.person
    LEFT JOIN agenda AS g ON g.key = s.agenda
    WHERE s.role IN ('speaker', 'heard', 'spoke')
    """,
    """
    CREATE VIEW doc_references AS
    SELECT d.id AS document, d.source, d.date AS document_date, m.relation, m.kind, m.issuer, m.number, m.date,
           m.title, m.text, m.page
    FROM mentions AS m
    JOIN documents AS d ON d.key = m.document
    """,
)

TABLES: tuple[str, ...] = (*KEPT, *DERIVED, *WORDS, *VIEWS)

# The documents of schema 1 are recorded anew: its rows lacked most of what is asked now, and its keys said nothing.
SECOND: tuple[str, ...] = (
    "DROP VIEW deadlines",
    "DROP VIEW decisions",
    "DROP TABLE responsibles",
    "DROP TABLE parties",
    "DROP TABLE assignments",
    "DROP TABLE protocols",
    "DROP INDEX documents_number",
    "DROP INDEX documents_date",
    "ALTER TABLE contents RENAME TO old_contents",
    "ALTER TABLE documents RENAME TO old_documents",
    *TABLES,
)

__all__ = ["DERIVED", "FIRST", "KEPT", "SECOND", "TABLES", "VIEWS", "WORDS"]
