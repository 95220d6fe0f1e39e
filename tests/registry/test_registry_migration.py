"""A registry of every released schema is brought up to date, and nothing of it is lost."""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from protocol_cli.registry import DeadlineFilter, ListFilter, Registry, upkeep
from protocol_cli.registry.schema import MIGRATIONS, statements_from

OLD = Path(__file__).parent / "files" / "schema1.db"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A registry as version 0.1.0 left it: two letters and a protocol of invented offices."""
    return Path(shutil.copy(OLD, tmp_path / "registry.sqlite"))


def contents(path: Path) -> list[tuple[object, ...]]:
    question = (
        "SELECT d.id, d.sha256, d.source, d.path, d.saved_at, d.read_by, c.json, c.text FROM documents AS d"
        " JOIN contents AS c ON c.document = d.key ORDER BY d.sha256"
    )
    with sqlite3.connect(path) as connection:
        return connection.execute(question).fetchall()


def terms(path: Path) -> list[tuple[object, ...]]:
    with sqlite3.connect(path) as connection:
        return sorted(connection.execute("SELECT document, place, due, kind, responsible, text FROM decisions"))


def test_documents_and_assignments_stay(old: Path):
    before = contents(old), terms(old)
    Registry.open(old).close()
    assert (contents(old), terms(old)) == before


def test_a_question_is_enough(old: Path):
    with Registry.open_existing(old) as registry:  # type: ignore[union-attr]
        assert len(list(registry.deadlines(DeadlineFilter(undated=True)))) == 17
        assert [record["number"] for record in registry.lines("documents")] == ["7", "08-11/194", "43-1186"]
        assert next(iter(registry.search("обследованием", ListFilter(kind="decision"))))["document"] == "c2b03e16"
        assert upkeep.fault(registry) is None
        assert upkeep.info(registry)["schema"] == len(MIGRATIONS)


def test_the_old_tables_are_gone(old: Path):
    Registry.open(old).close()
    with sqlite3.connect(old) as connection:
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    assert not {"old_documents", "old_contents", "documents_number"} & names


def test_an_upgraded_registry_is_as_a_new_one(old: Path, tmp_path: Path):
    new = tmp_path / "new.sqlite"
    Registry.open(old).close()
    Registry.open(new).close()

    def tables(path: Path) -> set[tuple[str, str]]:
        with sqlite3.connect(path) as connection:
            found = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
            return {(name, " ".join(sql.replace('"', "").split())) for name, sql in found}

    assert tables(old) == tables(new)


def test_the_way_of_migrations_leads_where_a_new_registry_begins():
    connection = sqlite3.connect(":memory:")
    for migration in MIGRATIONS:
        for statement in migration:
            connection.execute(statement)
    connection.execute("DROP TABLE old_contents")
    connection.execute("DROP TABLE old_documents")
    other = sqlite3.connect(":memory:")
    for statement in statements_from(0):
        other.execute(statement)
    question = "SELECT name, sql FROM sqlite_master ORDER BY name"
    assert connection.execute(question).fetchall() == other.execute(question).fetchall()


def test_a_migration_that_fails_half_way_leaves_the_old_registry(old: Path, monkeypatch: pytest.MonkeyPatch):
    before = contents(old)

    def broken(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("protocol_cli.registry.writing.insert_document", broken)
    with pytest.raises(RuntimeError):
        Registry.open(old)
    with sqlite3.connect(old) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    assert contents(old) == before


def test_the_stored_documents_are_answers_of_parse(old: Path):
    for row in contents(old):
        assert json.loads(str(row[6]))["schema_version"] == "1.0"
