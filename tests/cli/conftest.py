"""The program as a user runs it: a process of its own, an empty home, a pipe or a terminal."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from parsed_documents import decision, document

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def environment(home: Path) -> dict[str, str]:
    dropped = ("XDG_", "PROTOCOL_", "LC_", "LANG", "NO_COLOR", "COLUMNS", "PYTHON", "FORCE_COLOR", "TERM")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
    return kept | {
        "HOME": str(home), "USERPROFILE": str(home), "APPDATA": str(home), "LOCALAPPDATA": str(home),
        "PROTOCOL_LANG": "ru", "PYTHONUTF8": "1", "TERM": "xterm-256color",
    }  # fmt: skip


@pytest.fixture
def protocol(environment: dict[str, str], tmp_path: Path) -> Run:
    """Run `protocol` in a pipe: `protocol("parse", file, lang="en", stdin=…, env={…})`."""

    def run(
        *args: object, lang: str = "ru", stdin: str | bytes = "", env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "protocol_cli", *map(str, args)],
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            check=False,
            env=environment | {"PROTOCOL_LANG": lang} | (env or {}),
            cwd=tmp_path,
            timeout=120,
        )
        out, errors = (stream.decode("utf-8", "replace").replace("\r\n", "\n") for stream in (done.stdout, done.stderr))
        assert "Traceback" not in errors
        return subprocess.CompletedProcess(done.args, done.returncode, out, errors)

    return run


@pytest.fixture
def terminal(environment: dict[str, str], tmp_path: Path) -> Callable[..., str]:
    """Run `protocol` on a terminal of so many columns and return what the terminal got, both streams together."""
    pty = pytest.importorskip("pty")
    import fcntl
    import struct
    import termios

    def run(*args: object, lang: str = "ru", columns: int = 100, env: dict[str, str] | None = None) -> str:
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        process = subprocess.Popen(
            [sys.executable, "-m", "protocol_cli", *map(str, args)],
            stdin=theirs, stdout=theirs, stderr=theirs, cwd=tmp_path,
            env=environment | {"PROTOCOL_LANG": lang} | (env or {}),
        )  # fmt: skip
        os.close(theirs)
        got = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # the other side is closed
                break
            if not piece:
                break
            got += piece
        os.close(ours)
        process.wait(timeout=60)
        return got.decode().replace("\r\n", "\n")

    return run


@pytest.fixture
def meeting() -> str:
    """JSON of a protocol with four decisions: 31 May, 10 June, 15 August, and one without a day."""
    return json.dumps(
        document(
            decision("1", "Наполнить банк заданий", "2021-05-31", "до 31 мая 2021 года", "руководители ОО"),
            decision("2", "Провести анализ", "2021-06-10", "до 10 июня 2021 года", "руководители МОУО", "отдел ОО"),
            decision("3", "Расширить тематику", "2021-08-15", "до 15 августа 2021 года", "руководители ОО"),
            decision("4", "Обеспечивать порядок", None, "постоянно", "руководители МОУО"),
        ),
        ensure_ascii=False,
    )
