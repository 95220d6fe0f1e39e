"""Import and housekeeping on the command line."""

from __future__ import annotations

import json
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
NAMES = ("letter.txt", "answer.txt", "commission.docx")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inner = tmp_path / "письма" / "май"
    inner.mkdir(parents=True)
    for name in NAMES:
        shutil.copy(SAMPLES / name, inner / name)
    (inner / ".скрытый.txt").write_text("не для реестра", encoding="utf-8")
    (inner / "~$письмо.docx").write_text("не для реестра", encoding="utf-8")
    (inner / "снимок.png").write_bytes(b"\x89PNG")
    return tmp_path / "письма"


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "registry.sqlite"


def sources(protocol, db: Path) -> set[str]:
    return {record["source"] for record in json.loads(protocol("documents", "--db", db).stdout)}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_folder_is_added_once(protocol, folder: Path, db: Path, jobs: str):
    first = protocol("add", folder, "--db", db, "--jobs", jobs)
    assert (first.returncode, first.stderr) == (0, "новых – 3, изменённых – 0, без изменений – 0, не прочитано – 0\n")
    assert sources(protocol, db) == set(NAMES)
    again = protocol("add", folder, folder / "май" / "letter.txt", "--db", db)
    assert again.stderr == "новых – 0, изменённых – 0, без изменений – 3, не прочитано – 0\n"
    assert protocol("add", folder, "--db", db, "--quiet").stderr == ""


def test_what_changed_takes_the_place_of_the_old(protocol, folder: Path, db: Path):
    protocol("add", folder, "--db", db)
    letter = folder / "май" / "letter.txt"
    letter.write_text(letter.read_text(encoding="utf-8").replace("43-1186", "43-1999"), encoding="utf-8")
    assert "изменённых – 1, без изменений – 2" in protocol("add", folder, "--db", db).stderr
    records = json.loads(protocol("documents", "--kind", "letter", "--db", db).stdout)
    assert [record["number"] for record in records] == ["08-11/194", "43-1999"]


def test_a_copy_and_a_moved_file_are_the_same_document(protocol, folder: Path, db: Path):
    protocol("add", folder, "--db", db)
    shutil.copy(folder / "май" / "letter.txt", folder / "копия.txt")
    assert "новых – 0, изменённых – 0, без изменений – 4" in protocol("add", folder, "--db", db).stderr
    (folder / "май" / "letter.txt").unlink()
    (folder / "копия.txt").rename(folder / "новое имя.txt")
    assert "новых – 0" in protocol("add", folder, "--db", db).stderr
    assert protocol("reparse", "--db", db).returncode == 0


def test_bad_files_do_not_stop_the_rest(protocol, folder: Path, db: Path):
    (folder / "пустой.txt").write_text("", encoding="utf-8")
    (folder / "стихи.txt").write_text("Мой дядя самых честных правил\n" * 5, encoding="utf-8")
    done = protocol("add", folder, "нет.txt", "--db", db)
    assert done.returncode == 3
    assert "файл пуст" in done.stderr
    assert "это не письмо" in done.stderr
    assert "нет.txt: файла нет" in done.stderr
    assert "новых – 3, изменённых – 0, без изменений – 0, не прочитано – 3" in done.stderr


def test_progress_is_for_terminals(terminal, protocol, folder: Path, db: Path):
    assert "3/3" in terminal("add", folder, "--db", db)
    assert "█" not in protocol("add", folder, "--db", db).stderr


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT to one process")
def test_an_interruption_keeps_what_is_done(environment: dict[str, str], tmp_path: Path, protocol, db: Path):
    many = tmp_path / "много"
    many.mkdir()
    text = (SAMPLES / "answer.txt").read_text(encoding="utf-8")
    for number in range(300):
        (many / f"{number:03}.txt").write_text(text.replace("08-11/194", f"08-11/{number}"), encoding="utf-8")
    command = [sys.executable, "-m", "protocol_cli", "add", str(many), "--db", str(db), "--jobs", "2"]
    adding = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
    for _ in range(200):
        time.sleep(0.05)
        if db.exists() and count(db) > 3:
            break
    adding.send_signal(signal.SIGINT)
    _, errors = adding.communicate(timeout=60)
    assert adding.returncode == 130
    assert "Traceback" not in errors
    done = count(db)
    assert 3 < done < 300
    rest = protocol("add", many, "--db", db).stderr
    assert f"новых – {300 - done}, изменённых – 0, без изменений – {done}" in rest


def count(db: Path) -> int:
    with sqlite3.connect(db) as connection:
        try:
            return int(connection.execute("SELECT count(*) FROM documents").fetchone()[0])
        except sqlite3.OperationalError:
            return 0


def test_remove(protocol, folder: Path, db: Path):
    protocol("add", folder, "--db", db)
    done = protocol("remove", "43-1186", "--db", db)
    assert (done.returncode, done.stderr) == (0, "e0e03588: убран из реестра (letter.txt)\n")
    assert (folder / "май" / "letter.txt").exists()
    assert sources(protocol, db) == {"answer.txt", "commission.docx"}
    assert protocol("remove", "43-1186", "--db", db).returncode == 3
    assert protocol("remove", "x", "--db", db.with_name("none.sqlite")).returncode == 3


def test_reparse_shows_what_changed(protocol, folder: Path, db: Path):
    protocol("add", folder, "--db", db)
    with sqlite3.connect(db) as connection:
        [(key, answer)] = connection.execute(
            "SELECT c.document, c.json FROM contents AS c JOIN documents AS d ON d.key = c.document"
            " WHERE d.source = 'answer.txt'"
        )
        older = json.loads(answer)
        older["letter"]["subject"] = "О прежнем чтении"
        connection.execute("UPDATE contents SET json = ? WHERE document = ?", (json.dumps(older), key))
    connection.close()
    done = protocol("reparse", "--db", db)
    assert done.returncode == 0
    assert "834b14b7: читается иначе (answer.txt)" in done.stderr
    assert "letter.subject: «О прежнем чтении» → «О подключении" in done.stderr
    assert "читается иначе – 1, без изменений – 2" in done.stderr
    (folder / "май" / "letter.txt").unlink()
    again = protocol("reparse", "--db", db)
    assert again.returncode == 3
    assert "файла letter.txt на месте нет" in again.stderr


def test_db(protocol, folder: Path, db: Path, tmp_path: Path):
    assert protocol("db", "path", "--db", db).stdout == f"{db}\n"
    assert protocol("db", "path", "--db", "postgresql://me:secret@host/office").stdout == "postgresql://host/office\n"
    assert not db.exists()
    assert protocol("db", "check", "--db", db).returncode == 4
    protocol("add", folder, "--db", db)
    found = json.loads(protocol("db", "info", "--db", db).stdout)
    assert (found["documents"], found["kind"]) == (3, "sqlite")
    assert "реестр цел" in protocol("db", "check", "--db", db).stderr
    copy = tmp_path / "копия.sqlite"
    assert protocol("db", "backup", copy, "--db", db).returncode == 0
    assert sources(protocol, copy) == set(NAMES)
    refused = protocol("db", "backup", copy, "--db", db)
    assert refused.returncode == 2
    assert "файл уже есть" in refused.stderr
    assert protocol("db", "backup", copy, "--force", "--db", db).returncode == 0
    assert protocol("db", "vacuum", "--db", db).returncode == 0
    assert list(tmp_path.glob(".*.part")) == []


def test_a_damaged_registry_is_told(protocol, folder: Path, db: Path):
    protocol("add", folder, "--db", db)
    with sqlite3.connect(db) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("DELETE FROM contents")
    connection.close()
    done = protocol("db", "check", "--db", db)
    assert done.returncode == 4
    assert "реестр повреждён" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_told(protocol, db: Path):
    done = protocol("add", SAMPLES / "letter.txt", "--db", "/dev/full")
    assert done.returncode == 4
    assert len(done.stderr.splitlines()) == 1
