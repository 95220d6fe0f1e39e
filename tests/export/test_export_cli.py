"""`protocol export`, `report`, `view` and `diff` as a user runs them."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest
from export_rows import SAMPLES

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def surroundings(tmp_path: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PROTOCOL_", "LC_", "LANG"))}
    return kept | {"PROTOCOL_LANG": "ru", "PROTOCOL_DB": str(tmp_path / "registry.sqlite"), "PYTHONUTF8": "1"}


@pytest.fixture
def run(surroundings: dict[str, str], tmp_path: Path) -> Run:
    def start(*args: object, stdin: str = "", lang: str = "ru") -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "protocol_cli", *map(str, args)],
            input=stdin.encode(), capture_output=True, check=False, cwd=tmp_path, timeout=120,
            env=surroundings | {"PROTOCOL_LANG": lang},
        )  # fmt: skip
        errors = done.stderr.decode()
        assert "Traceback" not in errors
        return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode("utf-8", "replace"), errors)

    return start


LETTER = SAMPLES / "letter.txt"
TODAY = ("--today", "2021-06-05")


def test_answers_as_deadlines_does_from_files_pipe_and_registry(run: Run) -> None:
    wanted = json.loads(run("deadlines", LETTER, "--before", "2021-08-15", "--json").stdout)
    from_file = json.loads(run("export", LETTER, "--to", "json", "--before", "2021-08-15").stdout)
    assert [one["id"] for one in from_file] == [one["id"] for one in wanted]
    assert [one["effective_due"] for one in from_file] == ["2021-05-31", "2021-06-10", "2021-08-13", "2021-08-13"]
    parsed = run("parse", LETTER)  # records it
    assert json.loads(run("export", "-", "--to", "json", "--before", "2021-08-15", stdin=parsed.stdout).stdout) == from_file
    assert json.loads(run("export", "--to", "json", "--before", "2021-08-15").stdout) == from_file


@pytest.mark.parametrize("suffix", ["xlsx", "csv", "ics", "docx", "md", "json", "jsonl"])
def test_format_by_suffix(run: Run, tmp_path: Path, suffix: str) -> None:
    target = tmp_path / f"поручения.{suffix}"
    done = run("export", LETTER, "-o", target, "--all", *TODAY)
    assert done.returncode == 0
    assert "записано" in done.stderr
    assert "10 поручений" in done.stderr
    beginning = target.read_bytes()[:16]
    expected = {
        "xlsx": b"PK", "docx": b"PK", "csv": b"\xef\xbb\xbf", "ics": b"BEGIN:VCALENDAR\r", "md": b"# ", "json": b"[\n{", "jsonl": b"{",
    }  # fmt: skip
    assert beginning.startswith(expected[suffix])


def test_csv_goes_to_a_pipe_with_its_line_ends(run: Run) -> None:
    out = run("export", LETTER, "--to", "csv", "--dialect", "rfc4180").stdout
    lines = list(csv.DictReader(io.StringIO(out)))
    assert len(lines) == 6
    assert out.count("\r\n") == 7
    assert lines[0]["Срок"] == "2021-05-31"


def test_xlsx_has_documents_agenda_and_participants_from_files_and_registry(run: Run, tmp_path: Path) -> None:
    run("parse", LETTER, SAMPLES / "commission.docx")
    target = tmp_path / "a.xlsx"
    assert run("export", "-o", target).returncode == 0
    book = openpyxl.load_workbook(target)
    assert book["Документы"].max_row == 3
    assert book["Участники"].max_row > 5
    sheet = book["Поручения"]
    link = sheet.cell(2, [cell.value for cell in sheet[1]].index("Файл") + 1).hyperlink.target
    assert link.lower().startswith("file:///")
    assert link.endswith("letter.txt")
    assert run("export", "-o", target, "--force", "--before", "2021-06-10").returncode == 0
    assert openpyxl.load_workbook(target)["Документы"].max_row == 2  # only the letter has such a term


def test_xlsx_goes_to_a_pipe(surroundings: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "protocol_cli", "export", str(LETTER), "--to", "xlsx"],
        capture_output=True, check=True, env=surroundings, timeout=60,
    )  # fmt: skip
    assert openpyxl.load_workbook(io.BytesIO(done.stdout))["Поручения"].max_row == 7


def test_a_file_is_replaced_only_with_force(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    target.write_text("моё", encoding="utf-8")
    refused = run("export", LETTER, "-o", target)
    assert refused.returncode == 2
    assert "--force" in refused.stderr
    assert target.read_text(encoding="utf-8") == "моё"
    assert run("export", LETTER, "-o", target, "--force").returncode == 0
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")
    assert {path.name for path in tmp_path.iterdir()} <= {"a.csv", "registry.sqlite"}


def test_what_is_wrong_is_said_before_anything_is_written(run: Run, tmp_path: Path) -> None:
    assert run("export", LETTER).returncode == 2
    assert "--to" in run("export", LETTER, "-o", tmp_path / "a.odt").stderr
    assert run("export", LETTER, "-o", tmp_path / "нет" / "a.csv").returncode == 2
    assert run("export", LETTER, "-o", tmp_path / "a.ics", "--alarms", "скоро").returncode == 2
    bad = run("export", LETTER, "-o", tmp_path / "a.docx", "--template", tmp_path / "нет.docx")
    assert bad.returncode == 2
    assert "бланк" in bad.stderr
    assert not list(tmp_path.glob("a.*"))
    assert not list(tmp_path.glob(".a.*"))


def test_an_unreadable_file_is_told_and_the_rest_is_written(run: Run, tmp_path: Path) -> None:
    done = run("export", LETTER, tmp_path / "нет.pdf", "-o", tmp_path / "a.csv")
    assert done.returncode == 3
    assert "нет.pdf" in done.stderr
    assert (tmp_path / "a.csv").exists()


def test_extract_and_reminders(run: Run, tmp_path: Path) -> None:
    done = run("export", SAMPLES / "commission.txt", "-o", tmp_path / "в.docx", "--form", "extract", "--items", "1.2, 2.1")
    assert done.returncode == 0
    texts = [one.text for one in docx.Document(str(tmp_path / "в.docx")).paragraphs]
    assert "ВЫПИСКА ИЗ ПРОТОКОЛА" in texts
    assert sum(text.startswith(("1.", "2.")) for text in texts) >= 2
    wrong = run("export", SAMPLES / "commission.txt", "-o", tmp_path / "г.docx", "--form", "extract", "--items", "99")
    assert wrong.returncode == 2
    assert "1.1" in wrong.stderr  # the numbers that there are
    assert run("export", LETTER, "-o", tmp_path / "н.docx", "--form", "reminders", "--responsible", "МОУО", *TODAY).returncode == 0


def test_one_document_for_akn(run: Run, tmp_path: Path) -> None:
    assert run("export", LETTER, "-o", tmp_path / "a.akn").returncode == 0
    assert run("export", LETTER, SAMPLES / "commission.txt", "-o", tmp_path / "b.akn").returncode == 2
    run("parse", LETTER)
    assert run("export", "--document", "43-1186", "-o", tmp_path / "c.akn").returncode == 0
    assert (tmp_path / "c.akn").read_bytes() == (tmp_path / "a.akn").read_bytes()


def test_journal_shows_in_the_files(run: Run, tmp_path: Path) -> None:
    run("parse", LETTER)
    first = json.loads(run("deadlines", "--json").stdout)[0]["id"]
    assert run("done", first, "--on", "2021-05-30").returncode == 0
    text = run("export", "--to", "ics", *TODAY).stdout
    assert text.count("STATUS:COMPLETED") == 1
    lines = list(csv.DictReader(io.StringIO(run("export", "--to", "csv", "--dialect", "rfc4180", *TODAY).stdout)))
    assert lines[0]["Состояние"] == "исполнено"
    assert lines[0]["Отметка об исполнении"] == "исполнено 30.05.2021"


def test_an_empty_registry_gives_whole_files_and_says_so(run: Run, tmp_path: Path) -> None:
    for suffix in ("xlsx", "csv", "docx", "md"):
        done = run("export", "-o", tmp_path / f"a.{suffix}")
        assert done.returncode == 0
        assert "реестр пуст" in done.stderr
    assert run("report", "-o", tmp_path / "a.html").returncode == 0


def test_report_and_view(run: Run, tmp_path: Path) -> None:
    assert run("report", LETTER, "-o", tmp_path / "о.html", *TODAY).returncode == 0
    assert "Поручений: 10" in (tmp_path / "о.html").read_text(encoding="utf-8")
    assert run("report", LETTER, "-o", tmp_path / "п.html", "--dated", *TODAY).returncode == 0
    assert "Поручений: 6" in (tmp_path / "п.html").read_text(encoding="utf-8")
    assert run("view", SAMPLES / "letter.pdf", "-o", tmp_path / "v.html").returncode == 0
    assert "data:image/" in (tmp_path / "v.html").read_text(encoding="utf-8")
    parsed = run("parse", LETTER, "--with-text", "--no-save").stdout
    assert "Председатель" in run("view", "-", stdin=parsed).stdout
    assert run("view", "-", stdin=run("parse", LETTER, "--no-save").stdout).returncode == 3


def test_diff_tells_what_changed(run: Run, tmp_path: Path) -> None:
    text = LETTER.read_text(encoding="utf-8")
    assert "до 10 июня 2021 года" in text
    draft = tmp_path / "проект.txt"
    draft.write_text(text.replace("до 10 июня 2021 года", "до 25 июня 2021 года", 1), encoding="utf-8")
    answer = json.loads(run("diff", draft, LETTER, "--json").stdout)
    assert [(one["change"], one["fields"], one["days"]) for one in answer["changes"]] == [("changed", ["deadline"], -15)]
    assert answer["same"] == 9
    table = run("diff", draft, LETTER, "--format", "table")
    assert "срок раньше" in " ".join(table.stdout.split())
    assert run("diff", LETTER, LETTER, "--format", "table").stdout.strip().endswith("10 без изменений")


@pytest.mark.parametrize("command", ["export", "report", "view", "diff"])
@pytest.mark.parametrize("lang", ["ru", "en"])
def test_help_is_in_the_language(run: Run, command: str, lang: str) -> None:
    done = run(command, "--help", lang=lang)
    assert done.returncode == 0
    assert ("Примеры" if lang == "ru" else "Examples") in done.stdout


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupted_export_leaves_nothing(surroundings: dict[str, str], tmp_path: Path, number: int, code: int) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    given = tmp_path / "many.jsonl"
    line = subprocess.run(
        [sys.executable, "-m", "protocol_cli", "parse", str(LETTER), "--no-save", "--format", "jsonl"],
        capture_output=True, check=True, env=surroundings, timeout=60,
    ).stdout.decode()  # fmt: skip
    given.write_text("".join(line.replace("letter.txt", f"{n}.txt").replace('"sha256": "', f'"sha256": "{n:05}') for n in range(500)), encoding="utf-8")
    out = tmp_path / "out"
    out.mkdir()
    process = subprocess.Popen(
        [sys.executable, "-m", "protocol_cli", "export", str(given), "-o", str(out / "a.xlsx")],
        env=surroundings | {"TMPDIR": str(scratch)}, stderr=subprocess.PIPE,
    )  # fmt: skip
    deadline = time.monotonic() + 60
    while not list(out.iterdir()) and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.02)
    time.sleep(0.1)
    process.send_signal(number)
    process.communicate(timeout=60)
    assert process.returncode == code
    assert list(out.iterdir()) == []
    assert list(scratch.iterdir()) == []
