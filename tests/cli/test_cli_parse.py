"""`protocol parse` as a user runs it."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
LETTER = SAMPLES / "letter.txt"
STYLE = re.compile(r"\x1b\[[0-9;]*m")
DUE = ["2021-05-31", "2021-06-10", "2021-08-15", "2021-08-15", "2021-09-15", "2025-12-31", None, None, None, None]


def due(document: dict[str, object]) -> list[str | None]:
    [protocol] = document["protocols"]  # type: ignore[misc]
    return [decision["deadline"]["due"] for decision in protocol["decisions"]]


@pytest.mark.parametrize("name", ["letter.txt", "letter.docx", "letter.pdf"])
def test_one_file_is_one_object(protocol, name: str):
    done = protocol("parse", SAMPLES / name)
    assert done.returncode == 0
    assert due(json.loads(done.stdout)) == DUE
    assert "text" not in json.loads(done.stdout)


def test_several_files_are_lines(protocol):
    done = protocol("parse", LETTER, SAMPLES / "letter.pdf")
    assert [json.loads(line)["source"]["format"] for line in done.stdout.splitlines()] == ["txt", "pdf"]


def test_format_overrides(protocol):
    both = [LETTER, SAMPLES / "answer.txt"]
    assert len(json.loads(protocol("parse", *both, "--format", "json").stdout)) == 2
    assert len(protocol("parse", LETTER, "--format", "jsonl").stdout.splitlines()) == 1
    assert "╭─ Письмо №" in protocol("parse", LETTER, "--format", "card").stdout


def test_standard_input(protocol):
    document = json.loads(protocol("parse", "-", stdin=LETTER.read_bytes()).stdout)
    assert (document["source"]["name"], due(document)) == ("stdin", DUE)


TYPEWRITER = str.maketrans({"«": '"', "»": '"', "–": "-", "—": "-", "№": "N"})  # KOI8-R and CP866 have no others


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1251", "koi8-r", "cp866", "utf-16"])
def test_encodings(protocol, tmp_path: Path, encoding: str):
    path = tmp_path / "письмо.txt"
    typed = LETTER.read_text(encoding="utf-8").translate(TYPEWRITER)
    path.write_bytes(typed.encode(encoding))
    assert due(json.loads(protocol("parse", path, "--no-save").stdout)) == DUE


def test_with_text_spans_hold(protocol):
    document = json.loads(protocol("parse", LETTER, "--with-text", "--no-save").stdout)
    for decision in document["protocols"][0]["decisions"]:
        span = decision["span"]
        assert decision["number"] in document["text"][span["start"] : span["end"]]


def test_it_is_recorded_once_and_told(protocol, home: Path):
    first, second = protocol("parse", LETTER), protocol("parse", LETTER)
    assert "letter.txt: записан в реестр (" in first.stderr
    assert "letter.txt: уже есть в реестре (" in second.stderr
    [db] = home.rglob("registry.sqlite")
    with sqlite3.connect(db) as connection:
        assert connection.execute("SELECT source, path FROM documents").fetchall() == [("letter.txt", str(LETTER))]
    assert protocol("parse", LETTER, "--quiet").stderr == ""
    assert json.loads(protocol("deadlines", "--before", "2021-06-10").stdout)[1]["due"] == "2021-06-10"


def test_the_registry_may_lie_elsewhere(protocol, tmp_path: Path, home: Path):
    protocol("parse", LETTER, "--db", tmp_path / "a.sqlite")
    protocol("parse", LETTER, env={"PROTOCOL_DB": str(tmp_path / "folder" / "b.sqlite")})
    assert (tmp_path / "a.sqlite").exists()
    assert (tmp_path / "folder" / "b.sqlite").exists()
    assert list(home.iterdir()) == []


def test_no_save(protocol, home: Path):
    assert protocol("parse", LETTER, "--no-save").stderr == ""
    assert list(home.iterdir()) == []


def test_a_registry_that_cannot_be_written_is_one_warning(protocol, tmp_path: Path):
    done = protocol("parse", LETTER, SAMPLES / "answer.txt", "--db", LETTER)
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 2
    [warning] = done.stderr.splitlines()
    assert "letter.txt: в реестр не записан – " in warning


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX rights")
def test_a_read_only_folder(environment, tmp_path: Path):
    folder = tmp_path / "readonly"
    folder.mkdir()
    folder.chmod(0o555)
    if os.access(folder, os.W_OK):
        pytest.skip("this user may write anywhere")
    done = subprocess.run(
        [sys.executable, "-m", "protocol_cli", "parse", LETTER, "--db", folder / "registry.sqlite"],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, due(json.loads(done.stdout))) == (0, DUE)
    assert len(done.stderr.splitlines()) == 1


BAD = {
    "missing.txt": (None, "файла нет"),
    "folder": ("folder", "это папка"),
    "empty.txt": (b"", "файл пуст"),
    "image.png": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00", ""),
    "half.pdf": ("half", ""),
    "noise.bin": (bytes(range(256)) * 40, ""),
}


@pytest.fixture
def bad_files(tmp_path: Path) -> Path:
    for name, (content, _) in BAD.items():
        if content == "folder":
            (tmp_path / name).mkdir()
        elif content == "half":
            whole = (SAMPLES / "letter.pdf").read_bytes()
            (tmp_path / name).write_bytes(whole[: len(whole) // 2])
        elif isinstance(content, bytes):
            (tmp_path / name).write_bytes(content)
    return tmp_path


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_gives_no_document_is_one_line(protocol, bad_files: Path, name: str):
    done = protocol("parse", bad_files / name, "--no-save")
    assert done.returncode == 3
    [line] = done.stderr.splitlines()
    assert f"{name}: " in line
    assert BAD[name][1] in line
    if "не письмо" not in line:
        assert done.stdout == ""


def test_the_others_are_done(protocol, bad_files: Path):
    done = protocol("parse", *(bad_files / name for name in BAD), LETTER, "--no-save", lang="en")
    assert done.returncode == 3
    assert due(json.loads(done.stdout.splitlines()[-1])) == DUE
    assert len(done.stderr.splitlines()) == len(BAD)


def test_what_is_not_recognised(protocol, tmp_path: Path, home: Path):
    path = tmp_path / "recipe.txt"
    path.write_text("Борщ\n\nСвёклу нарезать соломкой и тушить полчаса.\n", encoding="utf-8")
    done = protocol("parse", path)
    assert (done.returncode, json.loads(done.stdout)["kind"]) == (3, "other")
    [line] = done.stderr.splitlines()
    assert "recipe.txt: это не письмо, не протокол и не перечень поручений" in line
    assert list(home.rglob("*.sqlite")) == []


def test_output_is_written_whole_and_never_over_a_file(protocol, tmp_path: Path):
    target = tmp_path / "ответ.json"
    done = protocol("parse", LETTER, "--no-save", "-o", target)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", f"записано: {target}\n")
    before = target.read_bytes()
    assert due(json.loads(before)) == DUE
    assert protocol("parse", SAMPLES / "answer.txt", "--no-save", "-o", target).returncode == 2
    assert target.read_bytes() == before
    assert protocol("parse", SAMPLES / "answer.txt", "--no-save", "-o", target, "--force").returncode == 0
    assert target.read_bytes() != before
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["ответ.json"]


def test_output_leaves_nothing_when_nothing_was_read(protocol, tmp_path: Path):
    assert protocol("parse", "missing.txt", "-o", "a.json").returncode == 3
    assert [path for path in tmp_path.iterdir() if path.is_file()] == []


def test_output_is_never_an_input(protocol, tmp_path: Path):
    copy = tmp_path / "letter.txt"
    copy.write_bytes(LETTER.read_bytes())
    assert protocol("parse", copy, "-o", copy, "--force").returncode == 2
    assert copy.read_bytes() == LETTER.read_bytes()


@pytest.mark.parametrize(("lang", "labels"), [
    ("ru", ["Письмо № ", "Кому", "О чём", "Подпись", "Исполнитель", "Протокол от 16.04.2021 пт", "Председатель",
            "Участники", "Повестка", "Докладчик", "Решения", "Ответственные", "10.06.2021 чт"]),
    ("en", ["Letter № ", "To", "Subject", "Signed", "Executor", "Protocol of 16.04.2021 Fri", "Chair", "Agenda",
            "Decisions", "Responsible", "10.06.2021 Thu"]),
])  # fmt: skip
def test_a_card_on_a_terminal(terminal, lang: str, labels: list[str]):
    out = STYLE.sub("", terminal("parse", LETTER, "--no-save", lang=lang))
    assert [label for label in labels if label not in out] == []


@pytest.mark.parametrize("columns", [60, 80, 200])
def test_a_card_fits_the_terminal(terminal, columns: int):
    out = terminal("parse", LETTER, "--no-save", columns=columns, env={"TERM": "dumb"})
    assert max(map(len, out.splitlines())) <= min(columns, 120)


def test_json_on_a_terminal(terminal):
    assert due(json.loads(terminal("parse", LETTER, "--no-save", "--json"))) == DUE


def test_no_colour_when_asked(terminal):
    assert "\x1b[3" in terminal("parse", LETTER, "--no-save")
    assert "\x1b[3" not in terminal("parse", LETTER, "--no-save", env={"NO_COLOR": "1"})


def test_from_the_pipe_to_deadlines(protocol):
    lines = protocol("parse", LETTER, SAMPLES / "answer.txt", "--no-save").stdout
    piped = protocol("deadlines", "-", "--all", stdin=lines)
    assert piped.stdout == protocol("deadlines", LETTER, SAMPLES / "answer.txt", "--all").stdout
    assert len(json.loads(piped.stdout)) >= len(DUE)


def test_an_internal_error_is_one_line_and_the_batch_goes_on(environment, tmp_path: Path):
    broken = """
import sys
import protocol_cli.reading as reading
good = reading.parse
def parse(source, **kwargs):
    if source.name == "answer.txt":
        raise RuntimeError("что-то сломалось")
    return good(source, **kwargs)
reading.parse = parse
from protocol_cli.__main__ import main
sys.argv = ["protocol", *sys.argv[1:]]
sys.exit(main())
"""
    command = [sys.executable, "-c", broken, "parse", "--no-save", str(SAMPLES / "answer.txt"), str(LETTER)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr.splitlines()[0].startswith(f"{SAMPLES / 'answer.txt'}: не удалось прочитать (внутренняя ошибка")
    assert "Traceback" not in done.stderr
    traced = subprocess.run(
        command, env=environment | {"PROTOCOL_DEBUG": "1"}, capture_output=True, text=True, check=False
    )
    assert "Traceback" in traced.stderr
