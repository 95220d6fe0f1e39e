"""Recording a document: its rows appear all at once, and an assignment keeps its journal."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from protocol_cli.registry.flatten import document_row, document_rows
from protocol_cli.registry.journal import apply_journal
from protocol_cli.registry.keys import document_key
from protocol_cli.registry.rows import Saved
from protocol_cli.registry.tallies import count_in

if TYPE_CHECKING:
    from protocol_cli.models import Document
    from protocol_cli.registry.database import Database, Row

SHORT_ID = 8
KEPT_ONCE = frozenset({"parties", "people", "organizations"})
# A row comes after those that it points at.
ORDER = (
    "protocols", "numbers", "assignments", "later_terms", "recurrences", "parties", "responsibles", "agenda", "people",
    "appearances", "organizations", "involvements", "mentions", "passages",
)  # fmt: skip


def write_document(database: Database, document: Document, path: str | None, read_by: str | None) -> Saved:
    """Record the document inside the caller's transaction; see `Registry.save`."""
    answer = document.model_dump_json(exclude={"text"})
    known = database.execute(
        "SELECT d.key, d.id, c.json, d.source, d.path, d.saved_at FROM documents AS d"
        " JOIN contents AS c ON c.document = d.key WHERE d.sha256 = ?",
        (document.source.sha256,),
    ).fetchone()
    if known is None:
        short = _free_id(database, document.source.sha256)
        insert_document(database, document, answer, {"id": short, "path": path, "read_by": read_by})
        return Saved(short, new=True)
    key, short, before, source, known_path, saved_at = known
    if _same_answer(before, answer):
        return Saved(short, new=False)
    forget_document(database, key)
    kept: Row = {"id": short, "source": source, "path": known_path, "saved_at": saved_at, "read_by": read_by}
    insert_document(database, document, answer, kept)
    return Saved(short, new=False, updated=True)


def insert_document(database: Database, document: Document, answer: str, kept: Row) -> None:
    """Add the rows of a document that is not there; `kept` are the columns that the document does not say itself."""
    row = document_row(document) | kept
    key = document_key(str(row["date"]) if row["date"] else None, document.source.sha256)
    while database.execute("SELECT 1 FROM documents WHERE key = ?", (key,)).fetchone():
        key += 1
    database.insert("documents", [row | {"key": key}])
    database.insert("contents", [{"document": key, "json": answer, "text": document.text}])
    tables = document_rows(document, key).tables
    for table in ORDER:
        rows = tables.get(table, [])
        database.insert(table, _once(rows) if table in KEPT_ONCE else rows, known=table in KEPT_ONCE)
    if not database.server:
        database.execute("INSERT INTO words (rowid, stems) SELECT key, stems FROM passages WHERE document = ?", (key,))
    apply_journal(database, document.source.sha256, key)
    count_in(database, key, 1)


def forget_document(database: Database, key: int) -> None:
    """Take the document with this key out; names that only it held stay until `upkeep.vacuum`."""
    count_in(database, key, -1)
    if not database.server:
        taken = "INSERT INTO words (words, rowid, stems) SELECT 'delete', key, stems FROM passages WHERE document = ?"
        database.execute(taken, (key,))
    database.execute("DELETE FROM documents WHERE key = ?", (key,))


def refill(database: Database) -> None:
    """Record the documents of `old_documents` again, under their ids, and drop the old tables."""
    from protocol_cli.models import Document

    old = database.execute(
        "SELECT d.id, d.source, d.path, d.read_by, d.saved_at, c.json, c.text FROM old_documents AS d"
        " JOIN old_contents AS c ON c.document = d.key ORDER BY d.key"
    )
    for short, source, path, read_by, saved_at, answer, text in old:
        document = Document.model_validate_json(answer).model_copy(update={"text": text})
        kept: Row = {"id": short, "source": source, "path": path, "read_by": read_by, "saved_at": saved_at}
        insert_document(database, document, answer, kept)
    database.execute("DROP TABLE old_contents")
    database.execute("DROP TABLE old_documents")


def _once(rows: list[Row]) -> list[Row]:
    """Each row once, in the order of keys: two writers on a server take what both need in one order."""
    by_key = {row["key"]: row for row in reversed(rows)}
    return [by_key[key] for key in sorted(by_key, key=lambda key: int(key or 0))]


def _free_id(database: Database, sha256: str) -> str:
    for length in range(SHORT_ID, len(sha256)):
        short = sha256[:length]
        if not database.execute("SELECT 1 FROM documents WHERE id = ?", (short,)).fetchone():
            return short
    return sha256


def _same_answer(before: str, now: str) -> bool:
    """The file's name does not count: a copy of a letter is the same letter."""
    answers: Iterable[dict[str, object]] = (json.loads(before), json.loads(now))
    first, second = ({name: value for name, value in answer.items() if name != "source"} for answer in answers)
    return first == second
