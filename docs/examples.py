"""Checks that the examples in both README files print what is shown, or writes what they print.

    python docs/examples.py [--write]

An example is a line «$ command» in a fenced block `console`, and the lines under it; the blocks of one file run in
order, with one registry that is empty at first, on a terminal of 100 columns. Examples with a program that is not
installed are left alone.
"""

# ruff: noqa: INP001, T201
# A script, not a package.

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
from difflib import unified_diff
from pathlib import Path

from terminal import ROOT, show

LANGUAGES = {"README.md": "en", "README.ru.md": "ru"}
WIDTH = 100
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)
COMMAND = re.compile(r"^\$ (.+)$", re.MULTILINE)
QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
STYLING = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]| +$", re.MULTILINE)


def can_run(command: str) -> bool:
    """Tell whether every program of a pipeline is there."""
    programs = [part.split()[0] for part in QUOTED.sub("", command).split("|")]
    own = str(Path(sys.executable).parent)
    return all(shutil.which(program) or shutil.which(program, path=own) for program in programs)


def run_block(block: str, language: str, registry: str) -> str:
    """Take a block's text, return it as it should be. Raise RuntimeError when a command fails or the block prints nothing."""
    commands = COMMAND.findall(block)
    if not all(map(can_run, commands)):
        return block
    written, said = "", False
    for command in commands:
        printed, code = show(command, WIDTH, language, PROTOCOL_DB=registry, NO_COLOR="1")
        printed = STYLING.sub("", printed)
        if code:
            raise RuntimeError(f"$ {command}\nexit code {code}\n{printed}")
        written += f"$ {command}\n{printed.strip(chr(10)).rstrip()}\n" if printed.strip() else f"$ {command}\n"
        said = said or bool(printed.strip())
    if not said:
        raise RuntimeError(f"{block}\nprints nothing")
    return written


def run_file(name: str) -> str:
    """Take a README's name, return its text with every example as it should be."""
    with tempfile.TemporaryDirectory() as folder:
        registry = str(Path(folder) / "registry.sqlite")
        text = (ROOT / name).read_text(encoding="utf-8")
        return BLOCK.sub(lambda block: run_block(block[0], LANGUAGES[name], registry), text)


def main() -> None:
    """Check or write both files; the exit code is 1 when one shows what is not printed."""
    parser = argparse.ArgumentParser(description="Checks the README's examples.")
    parser.add_argument("--write", action="store_true", help="write what the examples print into the files")
    options = parser.parse_args()
    differs = False
    for name in LANGUAGES:
        kept, right = (ROOT / name).read_text(encoding="utf-8"), run_file(name)
        if options.write:
            (ROOT / name).write_text(right, encoding="utf-8")
        elif kept != right:
            differs = True
            print(*unified_diff(kept.splitlines(), right.splitlines(), name, f"{name} as run", lineterm=""), sep="\n")
    sys.exit(differs)


if __name__ == "__main__":
    main()
