"""`protocol validate` and `protocol rules` as a user runs them."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LETTER = ROOT / "samples" / "letter.txt"


@pytest.fixture
def run(tmp_path: Path):
    home = tmp_path / "home"
    home.mkdir()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PROTOCOL_", "XDG_", "LC_", "LANG", "COLUMNS"))}
    environment = kept | {
        "HOME": str(home), "USERPROFILE": str(home), "APPDATA": str(home), "LOCALAPPDATA": str(home),
        "PROTOCOL_LANG": "ru", "PYTHONUTF8": "1", "PROTOCOL_DB": str(tmp_path / "registry.sqlite"),
    }  # fmt: skip

    def run(*args: object, stdin: str = "", lang: str = "ru") -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "protocol_cli", *map(str, args)],
            input=stdin, capture_output=True, check=False, cwd=tmp_path, env=environment | {"PROTOCOL_LANG": lang},
            encoding="utf-8", timeout=120,
        )  # fmt: skip
        assert "Traceback" not in done.stderr
        return done

    return run


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    path = folder / "письмо.txt"
    path.write_text(LETTER.read_text(encoding="utf-8").replace("8899014275/", "8899014276/"), encoding="utf-8")
    return path


def test_the_place_is_shown_with_a_caret(run, faulty: Path):
    done = run("validate", faulty, "--format", "text", "--select", "IDN")
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert lines[0].endswith("письмо.txt, стр. 1, строка 8: IDN001 ошибка: в ИНН 8899014276 ошибка: контрольное число не сходится")
    assert lines[1] == "    ИНН/КПП 8899014276/889901001"
    assert lines[2] == "            ^^^^^^^^^^"
    assert lines[3].startswith("  как исправить: сверьте ИНН")
    assert lines[-1].endswith("письмо.txt: 1 ошибка")


def test_in_english(run, faulty: Path):
    done = run("validate", faulty, "--format", "text", "--select", "IDN", lang="en")
    assert "page 1, line 8: IDN001 error: the ИНН 8899014276 is wrong" in done.stdout


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], 1),
        (["--ignore", "IDN001"], 0),
        (["--ignore", "idn"], 0),
        (["--select", "DUE,ASG"], 0),
        (["--select", "ABC"], 2),
        (["--severity", "fatal"], 2),
    ],
)
def test_exit_codes(run, faulty: Path, options: list[str], code: int):
    assert run("validate", faulty, *options).returncode == code


def test_strict_fails_on_warnings(run, tmp_path: Path):
    text = LETTER.read_text(encoding="utf-8").replace("М.В. Сухарева", "П.А. Ланских")
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert run("validate", "a.txt").returncode == 0
    assert run("validate", "a.txt", "--strict").returncode == 1


def test_what_cannot_be_read_ends_with_3(run, faulty: Path):
    done = run("validate", faulty, "missing.txt")
    assert done.returncode == 3
    assert "missing.txt" in done.stderr
    assert len(done.stdout.splitlines()) == 1


def test_json_of_one_file(run, faulty: Path):
    answer = json.loads(run("validate", faulty).stdout)
    assert answer["counts"]["error"] == 1
    assert answer["gost"] == "2016"
    finding = next(f for f in answer["findings"] if f["code"] == "IDN001")
    text = faulty.read_text(encoding="utf-8")
    assert text[finding["span"]["start"] : finding["span"]["end"]] == "8899014276"
    assert (finding["page"], finding["line"], finding["column"]) == (1, 8, 9)


def test_a_folder_gives_a_line_for_each_paper(run, faulty: Path):
    (faulty.parent / ".скрытый.txt").write_text("ПРОТОКОЛ", encoding="utf-8")
    (faulty.parent / "рисунок.png").write_bytes(b"\x89PNG")
    (faulty.parent / "вложенная").mkdir()
    (faulty.parent / "вложенная" / "второе.txt").write_text(LETTER.read_text(encoding="utf-8"), encoding="utf-8")
    done = run("validate", faulty.parent)
    assert [Path(json.loads(line)["source"]).name for line in done.stdout.splitlines()] == ["второе.txt", "письмо.txt"]
    assert run("validate", faulty.parent / "вложенная").returncode == 0


def test_standard_input_and_the_registry(run, faulty: Path):
    parsed = run("parse", faulty, "--json", "--with-text")
    piped = json.loads(run("validate", "-", stdin=parsed.stdout).stdout)
    number = re.search(r"\(([0-9a-f]{8})\)", parsed.stderr)
    assert number
    kept = json.loads(run("validate", number[1]).stdout)
    direct = json.loads(run("validate", faulty).stdout)
    assert piped["findings"] == kept["findings"] == direct["findings"]
    assert run("validate", "abcdef01").returncode == 3


def test_json_without_text_has_no_lines(run, faulty: Path):
    parsed = run("parse", faulty, "--json", "--no-save")
    done = run("validate", "-", stdin=parsed.stdout)
    finding = next(f for f in json.loads(done.stdout)["findings"] if f["code"] == "IDN001")
    assert finding["line"] is None
    assert "--with-text" in done.stderr


def test_csv_is_a_table(run, faulty: Path):
    rows = list(csv.DictReader(io.StringIO(run("validate", faulty, "--format", "csv").stdout)))
    assert next(row["code"] for row in rows) == "IDN001"
    assert run("validate", LETTER, "--format", "csv", "--select", "IDN").stdout.startswith("source,code,rule")


def test_sarif_points_into_the_file(run, faulty: Path):
    log = json.loads(run("validate", faulty, "--format", "sarif").stdout)
    result = log["runs"][0]["results"][0]
    region = result["locations"][0]["physicalLocation"]["region"]
    line = faulty.read_text(encoding="utf-8").split("\n")[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "8899014276"
    assert log["runs"][0]["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "IDN001"
    assert result["level"] == "error"


def test_statistics_sum_up(run, faulty: Path):
    rows = json.loads(run("validate", faulty, LETTER, "--statistics", "--format", "json").stdout)
    assert rows["documents"] == 2
    assert {row["code"]: (row["findings"], row["documents"]) for row in rows["rules"]}["DUE005"] == (4, 2)
    assert "IDN001" in run("validate", faulty, "--statistics", "--format", "text").stdout


def test_the_configuration_is_found_upwards(run, faulty: Path, tmp_path: Path):
    (tmp_path / "protocol.toml").write_text(
        '[validate]\nignore = ["ASG"]\nabbreviations = ["СИРО"]\n\n[validate.rules]\nIDN001 = "warning"\nDUE006 = "on"\n',
        encoding="utf-8",
    )
    done = run("validate", faulty)
    codes = {finding["code"] for finding in json.loads(done.stdout)["findings"]}
    assert done.returncode == 0
    assert codes & {"ASG002", "DOC025", "DUE006", "IDN001"} == {"DUE006", "IDN001"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[validate]\nprofil = 'gov'", "profil"),
        ("[validate]\nprofile = 'state'", "gov"),
        ("[validate]\nignore = 'DUE'", "ignore"),
        ("[validate.rules]\nDUE999 = 'off'", "DUE999"),
        ("[validate.rules]\nDUE005 = 'fatal'", "DUE005"),
        ("[school_year]\nlast = 'май'", "last"),
        ("[validate", "protocol.toml"),
    ],
)
def test_a_wrong_configuration_is_told(run, faulty: Path, tmp_path: Path, text: str, told: str):
    (tmp_path / "protocol.toml").write_text(text, encoding="utf-8")
    done = run("validate", faulty)
    assert done.returncode == 2
    assert told in done.stderr


def test_the_page_of_remarks_is_whole_and_escaped(run, faulty: Path, tmp_path: Path):
    text = faulty.read_text(encoding="utf-8").replace("Уважаемые коллеги!", "Уважаемые <script>alert(1)</script> коллеги!")
    faulty.write_text(text, encoding="utf-8")
    run("validate", faulty, "--annotate", "page.html")
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert page.count('<section class="sheet">') == 2
    assert re.search(r'<mark class="error" id="t1">8899014276', page)
    assert page.rstrip().endswith("</html>")
    assert "http-equiv" in page
    assert run("validate", faulty, "--annotate", "page.html").returncode == 2


def test_rules_are_listed_and_explained(run):
    rules = json.loads(run("rules", "--json").stdout)
    assert len(rules) > 70
    one = json.loads(run("rules", "due005").stdout)
    assert one["name"] == "deadline-on-a-day-off"
    assert "{" not in one["mend"]
    assert len(json.loads(run("rules", "IDN").stdout)) == 9
    assert run("rules", "XYZ1").returncode == 2


def test_the_page_of_rules_is_what_the_rules_say():
    done = subprocess.run([sys.executable, str(ROOT / "docs" / "make_rules.py"), "--check"], check=False, capture_output=True)
    assert done.returncode == 0, done.stdout.decode()
