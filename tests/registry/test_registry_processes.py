"""Several processes, and processes that die."""

from __future__ import annotations

import datetime as dt
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from protocol_cli.registry import Registry, upkeep

HERE = Path(__file__).parent
WRITER = """
import sys
from registry_documents import assignment, protocol, responsible, term
from protocol_cli.registry import Registry
path, writer, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
for number in range(count):
    content = f"{writer}-{number}"
    with Registry.open(path) as registry:
        names = [responsible(f"отдел {order % 3}") for order in range(2)]
        decisions = [assignment(f"{content}-{order}", term("2021-06-10"), *names) for order in range(20)]
        print(registry.save(protocol(*decisions, content=content)).id, flush=True)
"""


def start(path: Path, writer: int, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(path), str(writer), str(count)]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": str(HERE)}
    )


def whole_documents(path: Path) -> set[str]:
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return {
            short
            for short, assignments, ties, contents, passages in connection.execute(
                "SELECT d.id, count(DISTINCT a.key), count(*), count(DISTINCT c.document),"
                " (SELECT count(*) FROM passages AS p JOIN words ON words.rowid = p.key WHERE p.document = d.key)"
                " FROM documents d JOIN contents c ON c.document = d.key JOIN assignments a ON a.document = d.key"
                " JOIN responsibles r ON r.assignment = a.key GROUP BY d.key"
            )
            if (assignments, ties, contents, passages) == (20, 40, 1, 20)
        }


def test_processes_that_write_at_once_lose_nothing(tmp_path: Path):
    path = tmp_path / "registry.sqlite"
    writers = [start(path, writer, 5) for writer in range(8)]
    said = [writer.communicate(timeout=120) for writer in writers]
    assert [(writer.returncode, errors) for writer, (_, errors) in zip(writers, said, strict=True)] == [(0, "")] * 8
    reported = [line for out, _ in said for line in out.split()]
    assert len(set(reported)) == 40
    assert whole_documents(path) == set(reported)


@pytest.mark.skipif(sys.platform == "win32", reason="no kill -9")
@pytest.mark.parametrize("seconds", [0.05, 0.2, 0.4])
def test_a_killed_process_leaves_whole_documents_only(tmp_path: Path, seconds: float):
    path = tmp_path / "registry.sqlite"
    writer = start(path, 0, 10_000)
    assert writer.stdout is not None
    first = writer.stdout.readline().strip()
    time.sleep(seconds)
    writer.send_signal(signal.SIGKILL)
    reported = {first, *writer.communicate()[0].split()}
    reported = {short for short in reported if len(short) >= 8}  # the last line may be cut
    saved = whole_documents(path)
    assert reported <= saved
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM documents").fetchone() == (len(saved),)


@pytest.mark.skipif(sys.platform == "win32", reason="no kill -9")
def test_writers_of_whom_one_after_another_is_killed(tmp_path: Path):
    path = tmp_path / "registry.sqlite"
    chance = random.Random(7)
    writers = [start(path, writer, 200) for writer in range(8)]
    reported: set[str] = set()
    for writer in chance.sample(writers, 6):
        time.sleep(chance.uniform(0.05, 0.4))
        writer.send_signal(signal.SIGKILL)
    for writer in writers[:]:
        if writer.returncode is None and writer.poll() is None:
            time.sleep(0.1)
            writer.terminate()
        out, _ = writer.communicate(timeout=60)
        reported |= {line for line in out.split("\n")[:-1] if line}  # the last line may be cut
    saved = whole_documents(path)
    assert reported
    assert reported <= saved
    with Registry.open(path) as registry:
        assert upkeep.fault(registry) is None
        assert registry.statistics(dt.date(2021, 6, 10))["documents"] == len(saved)
        with sqlite3.connect(path) as connection:
            assert connection.execute("SELECT count(*) FROM documents").fetchone() == (len(saved),)
