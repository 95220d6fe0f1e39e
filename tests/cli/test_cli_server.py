"""The registry on a server, from the command line: the same commands, the same answers."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
SERVER = os.environ.get("PROTOCOL_TEST_POSTGRES", "")
QUESTIONS = [
    ["documents"], ["decisions"], ["agenda"], ["speakers"], ["people"], ["people", "Малькову"], ["organizations"],
    ["references"], ["search", "работами"], ["thread", "08-11/194"], ["deadlines", "--all"], ["status"],
    ["deadlines", "--within", "2w", "--today", "2022-11-28"], ["stats", "--today", "2022-11-20"],
]  # fmt: skip


@pytest.mark.skipif(not SERVER, reason="PROTOCOL_TEST_POSTGRES names no server")
def test_the_same_commands_and_the_same_answers(protocol, tmp_path: Path):
    import psycopg

    with psycopg.connect(SERVER, autocommit=True) as connection:
        connection.execute("DROP SCHEMA IF EXISTS protocol CASCADE")
    file, server = {"PROTOCOL_DB": str(tmp_path / "registry.sqlite")}, {"PROTOCOL_DB": SERVER}
    for place in (file, server):
        assert protocol("add", SAMPLES / "answer.txt", SAMPLES / "commission.txt", env=place).returncode == 0
        assert protocol("done", "7:2.1", "--on", "2022-11-25", env=place).returncode == 0
        assert protocol("extend", "7:1.2", "--to", "2022-12-01", "--reason", "просьба", env=place).returncode == 0
    for question in QUESTIONS:
        on_file, on_server = (json.loads(protocol(*question, env=place).stdout) for place in (file, server))
        for entry in (*on_file, *on_server) if question == ["status"] else ():
            del entry["made_at"]
        assert on_file == on_server
        assert on_file
    assert protocol("db", "check", env=server).returncode == 0
    assert json.loads(protocol("db", "info", env=server).stdout)["kind"] == "postgresql"
    assert protocol("db", "vacuum", env=server).returncode == 0
    assert protocol("db", "backup", "copy", env=server).returncode == 4
    assert protocol("remove", "7", env=server).returncode == 0


@pytest.mark.parametrize(
    "args", [["documents"], ["deadlines"], ["add", SAMPLES / "answer.txt"], ["done", "7:1"], ["db", "info"], ["stats"]]
)
def test_a_server_that_does_not_answer_is_one_line(protocol, args: list[object]):
    pytest.importorskip("psycopg")
    address = "postgresql://me:secret@127.0.0.1:1/office"
    done = protocol(*args, env={"PROTOCOL_DB": address})
    assert (done.returncode, done.stdout) == (4, "")
    assert len(done.stderr.splitlines()) == 1
    assert "сервер реестра postgresql://127.0.0.1:1/office не отвечает" in done.stderr
    assert "secret" not in done.stderr
