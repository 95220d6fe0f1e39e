"""Several processes, and processes that die."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

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
            for short, assignments, ties, contents in connection.execute(
                "SELECT d.id, count(DISTINCT a.key), count(*), count(DISTINCT c.document) FROM documents d"
                " JOIN contents c ON c.document = d.key JOIN assignments a ON a.document = d.key"
                " JOIN responsibles r ON r.assignment = a.key GROUP BY d.key"
            )
            if (assignments, ties, contents) == (20, 40, 1)
        }


def test_processes_that_write_at_once_lose_nothing(tmp_path: Path):
    path = tmp_path / "registry.sqlite"
    writers = [start(path, writer, 10) for writer in range(4)]
    said = [writer.communicate(timeout=120) for writer in writers]
    assert [(writer.returncode, errors) for writer, (_, errors) in zip(writers, said, strict=True)] == [(0, "")] * 4
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
