"""How long a whole parse takes in a warm process, beside what the same work costs elsewhere.

    python bench/parse.py [FILE.pdf …]

For a PDF: pdfium's text and character boxes alone (budget 5 ×), and pdfplumber's `extract_text` (budget ¼ of it).
All run in turn in one process; the least of many runs counts.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import pdfplumber
from reading import pdfium_alone

from protocol_cli.reading import parse

RUNS = 12
HERE = Path(__file__).parent.parent
FILES = [HERE / "samples" / "letter.pdf", HERE / "tests" / "readers" / "files" / "two_columns.pdf"]


def least(functions: list[Callable[[], object]], runs: int = RUNS) -> list[float]:
    """The least time of each function, in seconds, the functions run in turn."""
    best = [float("inf")] * len(functions)
    for _ in range(runs):
        for i, function in enumerate(functions):
            begin = time.perf_counter()
            function()
            best[i] = min(best[i], time.perf_counter() - begin)
    return best


def plumbed(path: Path) -> None:
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()


def main() -> None:
    for path in [Path(name) for name in sys.argv[1:]] or FILES:
        data = path.read_bytes()
        parse(data, name=path.name)
        own, pdfium = least([lambda d=data, n=path.name: parse(d, name=n), lambda d=data: pdfium_alone(d)])
        (plumber,) = least([lambda p=path: plumbed(p)], 3)
        print(
            f"{path.name}: parse {own * 1e3:.1f} ms = {own / pdfium:.2f} × pdfium's text and boxes ({pdfium * 1e3:.1f} ms, budget 5)"
            f" = {own / plumber:.3f} × pdfplumber's text ({plumber * 1e3:.0f} ms, budget 0.25)"
        )


if __name__ == "__main__":
    main()
