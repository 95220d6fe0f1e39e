"""Files that cannot be used are told apart, and none of them is touched."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from registry_documents import assignment, protocol, term

from protocol_cli.registry import Registry, RegistryError, Trouble, schema, upkeep

DOCUMENT = protocol(assignment("Сделать", term("2021-06-10")))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "registry.sqlite"
    with Registry.open(path) as registry:
        registry.save(DOCUMENT)
    return path


def trouble(path: Path | str, opener: str) -> Trouble:
    with pytest.raises(RegistryError) as raised:
        getattr(Registry, opener)(path)
    assert str(path).partition("://")[0] in raised.value.place
    return raised.value.trouble


BOTH = pytest.mark.parametrize("opener", ["open", "open_existing"])


def test_nothing_is_created_for_a_question(tmp_path: Path):
    assert Registry.open_existing(tmp_path / "none" / "registry.sqlite") is None
    assert list(tmp_path.iterdir()) == []


@BOTH
def test_a_newer_schema_is_refused(path: Path, opener: str):
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {len(schema.MIGRATIONS) + 1}")
    connection.close()
    assert trouble(path, opener) is Trouble.NEWER


@BOTH
def test_another_program_s_database_is_refused_and_left_alone(tmp_path: Path, opener: str):
    path = tmp_path / "history.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE visits (url TEXT)")
    connection.close()
    assert trouble(path, opener) is Trouble.FOREIGN
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("visits",)]


@BOTH
def test_what_is_no_database_is_refused_and_left_alone(tmp_path: Path, opener: str):
    path = tmp_path / "letter.txt"
    path.write_text("Уважаемые руководители!" * 100, encoding="utf-8")
    before = path.read_bytes()
    assert trouble(path, opener) is Trouble.DAMAGED
    assert path.read_bytes() == before


@BOTH
def test_a_file_cut_in_half_is_told(path: Path, opener: str):
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(RegistryError) as raised:
        registry = getattr(Registry, opener)(path)
        list(registry.deadlines())
        registry.save(protocol(assignment("Другое"), content="b"))
    assert raised.value.trouble is Trouble.DAMAGED


@BOTH
def test_a_folder_is_told(tmp_path: Path, opener: str):
    assert trouble(tmp_path, opener) is Trouble.FOLDER


def test_a_path_through_a_file_is_told(path: Path):
    assert trouble(path / "registry.sqlite", "open") is Trouble.DENIED


@BOTH
def test_a_server_is_told_without_its_password(opener: str):
    with pytest.raises(RegistryError) as raised:
        getattr(Registry, opener)("mysql://user:secret@host/db")
    assert raised.value.trouble is Trouble.UNSUPPORTED
    assert "secret" not in str(raised.value)


def test_a_question_does_not_change_the_file(path: Path):
    before = path.read_bytes()
    with Registry.open_existing(path) as registry:  # type: ignore[union-attr]
        assert len(list(registry.deadlines())) == 1
        with pytest.raises(RegistryError) as raised:
            registry.save(protocol(assignment("Другое"), content="b"))
    assert raised.value.trouble is Trouble.READ_ONLY
    assert path.read_bytes() == before


def test_a_lock_is_waited_for_and_then_told(path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("protocol_cli.registry.connection.BUSY_SECONDS", 0.1)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Registry.open(path) as registry, pytest.raises(RegistryError) as raised:
        registry.save(protocol(assignment("Другое"), content="b"))
    assert raised.value.trouble is Trouble.LOCKED
    other.close()


def test_a_full_disk_is_told_and_loses_nothing(path: Path):
    with Registry.open(path) as registry:
        pages = registry.database.execute("PRAGMA page_count").fetchone()[0]
        registry.database.execute(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(RegistryError) as raised:
            for number in range(50):
                text = f"Дело {number} " * 200
                registry.save(protocol(assignment(text, term("2021-06-10")), content=str(number), text=text))
        assert raised.value.trouble is Trouble.FULL
        whole = len(list(registry.lines("documents")))
    with Registry.open(path) as registry:
        assert len(list(registry.lines("documents"))) == whole
        assert upkeep.fault(registry) is None


def test_a_migration_that_fails_leaves_the_file_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch):
    broken = (*schema.MIGRATIONS, ("CREATE TABLE added (x)", "CREATE TABLE added (x)"))
    monkeypatch.setattr(schema, "MIGRATIONS", broken)
    with pytest.raises(RegistryError):
        Registry.open(path)
    monkeypatch.undo()
    with Registry.open(path) as registry:
        assert len(list(registry.deadlines())) == 1


def test_an_older_schema_is_brought_up_to_date_on_a_question(path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, ("CREATE TABLE added (x)",)))
    monkeypatch.setattr("protocol_cli.registry.registry.MIGRATIONS", schema.MIGRATIONS)
    with Registry.open_existing(path) as registry:  # type: ignore[union-attr]
        assert len(list(registry.deadlines())) == 1
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM added").fetchone() == (0,)
        assert connection.execute("PRAGMA user_version").fetchone() == (len(schema.MIGRATIONS),)
