"""Both README files: the same commands and examples in both, links that lead somewhere, answers that are real."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
READMES = ["README.md", "README.ru.md"]
COMMAND = re.compile(r"<!-- command: (\w+) -->\n```sh\n(.*?)\n```", re.DOTALL)


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_both_readmes_have_the_same_two_commands_of_one_line() -> None:
    commands = [dict(COMMAND.findall(read(name))) for name in READMES]
    assert commands[0] == commands[1]
    assert list(commands[0]) == ["try", "test"]
    assert all("\n" not in command for command in commands[0].values())


def test_both_readmes_show_the_same_examples() -> None:
    english, russian = (re.findall(r"^\$ (.+)$", read(name), re.MULTILINE) for name in READMES)
    assert english
    assert english == russian


@pytest.mark.parametrize("name", READMES)
def test_files_that_a_readme_links_are_there(name: str) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", read(name))
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.skipif(sys.platform == "win32", reason="the examples are shown as on a terminal")
def test_examples_print_what_the_readmes_show() -> None:
    checked = subprocess.run(
        [sys.executable, ROOT / "docs" / "examples.py"], capture_output=True, encoding="utf-8", check=False
    )
    assert checked.returncode == 0, f"{checked.stdout}\n{checked.stderr}\nrun docs/examples.py --write and look at it"
