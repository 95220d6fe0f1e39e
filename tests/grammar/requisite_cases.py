"""Reads the case files of requisites: a line of text, then its answers on lines that begin with «=> ».

A text with «! » before it must give nothing; «? » marks a known gap, which is reported as an expected failure.
"""

from __future__ import annotations

from pathlib import Path

import pytest

CASES = Path(__file__).parent / "cases"


def requisite_cases(name: str) -> list:
    """The cases of a file as pytest parameters: text, list of answers, each a list of fields («-» is None)."""
    params: list = []
    text: str | None = None
    answers: list[list[str | None]] = []

    def close() -> None:
        if text is None:
            return
        gap = text.startswith("? ")
        clean = text.removeprefix("? ").removeprefix("! ")
        assert answers or text.startswith("! "), f"no answer: {text}"
        params.append(pytest.param(clean, list(answers), id=clean[:60], marks=[pytest.mark.xfail(strict=True)] * gap))

    for line in (CASES / name).read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("=> "):
            fields = [f.strip() for f in line[3:].split(" | ")]
            answers.append([None if f == "-" else f for f in fields])
            continue
        close()
        text, answers = line, []
    close()
    return params
