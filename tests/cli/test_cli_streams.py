"""Streams that cannot take what is written."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from protocol_cli.cli.output import JsonWriter, json_text
from protocol_cli.cli.plain import one_line, plain

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX streams")


def shell(command: str, environment: dict[str, str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-c", command], env=environment, cwd=folder, capture_output=True, text=True, check=False
    )


def test_an_encoding_without_cyrillic(protocol, meeting: str):
    env = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = protocol("deadlines", "-", stdin=meeting, env=env)
    assert done.returncode == 0
    assert done.stdout.isascii()
    assert json.loads(done.stdout)[0]["text"] == "Наполнить банк заданий"
    assert protocol("deadlines", "-", "--format", "table", stdin=meeting, env=env).returncode == 0
    assert protocol("--help", env=env).returncode == 0
    assert protocol("pars", env=env).returncode == 2


@POSIX
def test_a_reader_that_goes_away(environment, meeting: str, tmp_path: Path):
    (tmp_path / "meeting.jsonl").write_text("\n".join([meeting] * 3), encoding="utf-8")
    command = f"{sys.executable} -m protocol_cli deadlines meeting.jsonl | true; echo ${{PIPESTATUS[0]}}"
    done = shell(command, environment, tmp_path)
    assert (done.stdout.strip(), done.stderr) == ("141", "")


@POSIX
def test_a_full_disk(environment, meeting: str, tmp_path: Path):
    (tmp_path / "meeting.json").write_text(meeting, encoding="utf-8")
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full")
    command = f"{sys.executable} -m protocol_cli deadlines meeting.json > /dev/full"
    done = shell(command, environment, tmp_path)
    assert (done.returncode, done.stderr) == (4, "не удалось вывести ответ: на диске нет места\n")


@POSIX
@pytest.mark.parametrize(("closed", "code"), [(">&-", 0), ("2>&-", 0), ("<&-", 0)])
def test_a_closed_stream(environment, meeting: str, tmp_path: Path, closed: str, code: int):
    (tmp_path / "meeting.json").write_text(meeting, encoding="utf-8")
    command = f"{sys.executable} -m protocol_cli deadlines meeting.json {closed}"
    done = shell(command, environment, tmp_path)
    assert (done.returncode, done.stderr) == (code, "")


@POSIX
def test_interrupted(environment, tmp_path: Path):
    import signal
    import time

    process = subprocess.Popen(
        [sys.executable, "-m", "protocol_cli", "deadlines", "-"],
        stdin=subprocess.PIPE, stderr=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, cwd=tmp_path,
    )  # fmt: skip
    time.sleep(1.5)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"Traceback" not in errors


@pytest.mark.parametrize("text", ["\x1b[31m", "\x7f", "\x9b2J", "\u2028", "\u202e", "\ud800", "\u0000", "«ёЁ»№—"])
def test_json_is_the_same_value_and_steers_nothing(text: str):
    written = json_text({"text": text})
    assert json.loads(written) == {"text": text}
    assert not any(sign in written for sign in "\x1b\x7f\x9b\u2028\u202e\ud800\u0000")
    assert json.loads(json_text({"text": text}, ascii_only=True)) == {"text": text}


@pytest.mark.parametrize(
    ("form", "many", "values", "written"),
    [
        ("json", False, [{"a": 1}], '{\n  "a": 1\n}\n'),
        ("json", False, [], ""),
        ("json", True, [], "[]\n"),
        ("json", True, [1, 2], "[\n1,\n2\n]\n"),
        ("jsonl", True, [1, 2], "1\n2\n"),
        ("jsonl", True, [], ""),
    ],
)
def test_forms_of_json(form: str, many: bool, values: list[object], written: str):
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n")
    writer = JsonWriter(stream, form, many=many)
    for value in values:
        writer.add(value)
    writer.close()
    assert stream.buffer.getvalue().decode() == written  # type: ignore[attr-defined]


def test_plain_text_keeps_lines_and_loses_commands():
    assert plain("а\x1b[31mб\tв\nг\x07\u202e") == "а[31mб в\nг"
    assert one_line(" а\nб\t\tв\r\n") == "а б в"
