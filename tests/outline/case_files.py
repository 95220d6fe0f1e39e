"""Case files: a new case never touches test code.

Lines (`line_cases`): `text => expected`, one a line; `! text` expects nothing; `? ` before either marks a known gap.
Blocks (`block_cases`): `== name`, the text as it stands in a document, then its answers on lines that begin with `=> `.
A line `# gap: why` in a block marks a known gap; it fails once it is read right, so that it gets taken out. Lines that
begin with `#` are comments. `⏎` in a line case is a line end.
"""

from __future__ import annotations

from pathlib import Path

import pytest

GAP = pytest.mark.xfail(strict=True)


def line_cases(path: Path) -> list:
    """The cases of a file as pytest parameters: text, expected («» where nothing is expected)."""
    params = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        bare = line.removeprefix("? ")
        text, arrow, expected = bare.removeprefix("! ").partition(" => ")
        assert bool(arrow) != bare.startswith("! "), f"{path.name}:{number}: an answer, or «! » before the text"
        marks = [GAP] if bare is not line and line.startswith("? ") else []
        params.append(pytest.param(text.replace("⏎", "\n"), expected.strip(), id=f"{number}: {text[:50]}", marks=marks))
    return params


def block_cases(path: Path) -> list:
    """The cases of a file as pytest parameters: text, list of answers."""
    params: list = []
    name, text, answers, gap = "", [], [], False

    def close() -> None:
        if name:
            assert answers, f"{path.name}: no answer to «{name}»"
            params.append(pytest.param("\n".join(text).strip("\n"), list(answers), id=name, marks=[GAP] if gap else []))

    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            close()
            name, text, answers, gap = line[3:].strip(), [], [], False
        elif line.startswith("# gap:"):
            gap = True
        elif line.startswith("=> "):
            answers.append(line[3:].rstrip())
        elif not line.startswith("#"):
            text.append(line)
    close()
    return params
