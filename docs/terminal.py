"""Runs a command on a terminal of its own, as a person sees it (Linux, macOS)."""

# ruff: noqa: INP001
# A script's neighbour, not a package.

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def show(command: str, width: int, language: str, **variables: str) -> tuple[str, int]:
    """Run a shell command in the project's folder; return what its terminal shows, escape sequences included.

    The second value is the exit code. Standard error is left out, standard input is empty; `variables` are added to the
    environment, from which only PATH and HOME are kept, with this interpreter's programs first.
    """
    environment = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": os.environ.get("HOME", "/"),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "COLUMNS": str(width),
        "LINES": "60",
        "LC_ALL": "C.UTF-8",
        "PYTHONIOENCODING": "utf-8",
        "PROTOCOL_LANG": language,
    } | variables
    ours, theirs = pty.openpty()
    with subprocess.Popen(  # noqa: S602 - the commands are our own papers'
        command,
        shell=True,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
    ) as process:
        os.close(theirs)
        written = bytearray()
        while True:
            try:
                chunk = os.read(ours, 65536)
            except OSError:  # how Linux says that the other side has closed
                break
            if not chunk:
                break
            written += chunk
    os.close(ours)
    return written.decode().replace("\r\n", "\n"), process.returncode
