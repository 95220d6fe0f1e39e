"""Both README files: the same commands in both, and every example prints what it says it prints.

An example is a fenced block `console`: a line «$ command», then what it prints; several may follow one another in a
block and all examples of a file run in order, with one registry. A line «…» in an answer stands for any lines.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
READMES = ["README.md", "README.ru.md"]
LANGUAGE = {"README.md": "en", "README.ru.md": "ru"}
COMMAND = re.compile(r"<!-- command: (\w+) -->\n```sh\n(.*?)\n```", re.DOTALL)
CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)
EXAMPLE = re.compile(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def examples(name: str) -> list[tuple[str, str]]:
    return [found for block in CONSOLE.findall(read(name)) for found in EXAMPLE.findall(block)]


def test_both_readmes_have_the_same_two_commands_of_one_line() -> None:
    commands = [dict(COMMAND.findall(read(name))) for name in READMES]
    assert commands[0] == commands[1]
    assert list(commands[0]) == ["try", "test"]
    assert all("\n" not in command for command in commands[0].values())


def test_both_readmes_show_the_same_examples() -> None:
    english, russian = ([command for command, _ in examples(name)] for name in READMES)
    assert english
    assert english == russian


@pytest.mark.parametrize("name", READMES)
def test_files_that_a_readme_links_are_there(name: str) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", read(name))
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("name", READMES)
def test_examples_print_what_the_readme_shows(name: str, tmp_path: Path) -> None:
    environment = os.environ | {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PROTOCOL_DB": str(tmp_path / "registry.sqlite"),
        "PROTOCOL_LANG": LANGUAGE[name],
        "PYTHONIOENCODING": "utf-8",
        "COLUMNS": "110",
        "NO_COLOR": "1",
    }
    for command, shown in examples(name):
        programs = [part.split()[0] for part in command.split(" | ")]
        if not all(shutil.which(program, path=environment["PATH"]) for program in programs):
            continue
        done = subprocess.run(
            command, shell=True, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, f"$ {command}\n{done.stderr}"
        pattern = ".*".join(re.escape(part) for part in re.split(r"^…\n", shown, flags=re.MULTILINE))
        assert re.fullmatch(pattern, done.stdout, re.DOTALL), f"$ {command}\n{done.stdout}"
