"""Help, usage errors, and a start that stays short."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest

from protocol_cli import __version__
from protocol_cli.cli.app import COMMANDS

ENGLISH_WORDS = re.compile(
    r"\b(usage|options|arguments|commands|show this message|error|missing|no such|invalid|try|default|required)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_speaks_the_user_s_language(protocol, command: str):
    args = [command] if command else []
    russian, english = protocol(*args, "--help"), protocol(*args, "--help", lang="en")
    assert (russian.returncode, english.returncode) == (0, 0)
    assert "Использование: protocol" in russian.stdout
    assert "Usage: protocol" in english.stdout
    assert not ENGLISH_WORDS.search(russian.stdout)
    assert not re.search("Параметры|Показать", english.stdout)


def test_no_command_shows_the_help(protocol):
    assert protocol().stdout == protocol("--help").stdout


def test_version(protocol):
    assert protocol("--version").stdout.split()[-1] == __version__


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["pars"], "нет команды «pars»; может быть, parse?"),
        (["ввв"], "нет команды «ввв»"),
        (["--vers"], "нет параметра --vers; может быть, --verbose, --version?"),
        (["parse"], "не указан ФАЙЛ…"),
        (["parse", "a.txt", "--format", "xml"], "--format: «xml» не подходит; можно: card, json, jsonl"),
        (["parse", "a.txt", "--db"], "параметру --db нужно значение"),
        (["parse", "a.txt", "--json=1"], "параметру --json значение не нужно"),
        (["schema", "лишнее слово"], "лишнее: лишнее слово"),
        (["deadlines", "--before", "31.06.2021"], "--before: «31.06.2021» – не дата. Примеры: 2021-06-10, 10.06.2021"),
        (["parse", "a.txt", "-o", "нет/b.json"], "--output: нет папки"),
    ],
)
def test_wrong_usage_is_told(protocol, args: list[str], told: str):
    done = protocol(*args)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr.splitlines()[-1]
    assert not ENGLISH_WORDS.search(done.stderr.replace("--verbose", "").replace("--version", "").replace("--help", ""))


def test_wrong_usage_is_told_in_english(protocol):
    assert protocol("pars", lang="en").stderr.splitlines()[-1] == "Error: no such command: pars; did you mean parse?"
    assert "31.06.2021' is no date. Examples:" in protocol("deadlines", "--after", "31.06.2021", lang="en").stderr


def test_schema_is_the_contract(protocol):
    schema = json.loads(protocol("schema").stdout)
    assert schema["properties"]["schema_version"]["const"] == "1.0"
    assert {"for", "against", "abstained"} <= set(schema["$defs"]["Vote"]["properties"])
    assert "copy" in schema["$defs"]["Addressee"]["properties"]


def test_completion_knows_commands_and_options(protocol):
    def completed(words: str, position: int) -> list[str]:
        env = {"_PROTOCOL_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(position)}
        return protocol(env=env).stdout.split()

    assert completed("protocol ", 1) == list(COMMANDS)
    assert completed("protocol deadlines --be", 2) == ["--before"]
    assert completed("protocol parse a.txt --format j", 4) == ["json", "jsonl"]


HEAVY = {
    "pydantic", "rich", "dateparser", "holidays", "docx", "pdfplumber", "pypdfium2", "pymorphy3", "protocol_cli.models",
}  # fmt: skip
IMPORTED = """
import sys
from protocol_cli.__main__ import main
sys.argv = ["protocol", *sys.argv[1:]]
main()
print(" ".join(sys.modules), file=sys.stderr)
"""


@pytest.mark.parametrize(
    "args",
    [
        ["--help"],
        ["parse", "--help"],
        ["deadlines", "--before", "2021-06-10"],
        ["deadlines", "--all", "--responsible", "x"],
    ],
)
def test_nothing_heavy_is_imported(environment, protocol, meeting: str, tmp_path, args: list[str]):
    from protocol_cli.models import Document
    from protocol_cli.registry import Registry

    db = tmp_path / "registry.sqlite"
    with Registry.open(db) as registry:
        registry.save(Document.model_validate_json(meeting))
    done = subprocess.run(
        [sys.executable, "-c", IMPORTED, *args],
        env=environment | {"PROTOCOL_DB": str(db)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout
    assert not HEAVY & set(done.stderr.split())
