"""How long reading and laying out a PDF takes, beside what pdfium needs for its text and the boxes of its characters.

    python bench/reading.py FILE.pdf …

Both run warm in one process; the least of many runs counts.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2

from protocol_cli.layout.page import lay_out
from protocol_cli.readers import read_bytes

RUNS = 15
FILES = Path(__file__).parent.parent / "tests" / "readers" / "files"


def pdfium_alone(data: bytes) -> None:
    """Text and boxes of all characters, as pypdfium2 gives them."""
    document = pypdfium2.PdfDocument(data)
    for page in document:
        text_page = page.get_textpage()
        text_page.get_text_range()
        for place in range(text_page.count_chars()):
            text_page.get_charbox(place)
    document.close()


def ours(data: bytes) -> None:
    lay_out(read_bytes(data, "bench.pdf"))


def least(function: Callable[[bytes], None], data: bytes) -> float:
    """The least of `RUNS` times, in seconds."""
    function(data)
    times = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        function(data)
        times.append(time.perf_counter() - begin)
    return min(times)


def main() -> None:
    paths = [Path(name) for name in sys.argv[1:]] or [
        path for path in sorted(FILES.glob("*.pdf")) if path.stem != "encrypted"
    ]
    for path in paths:
        data = path.read_bytes()
        alone, own = least(pdfium_alone, data), least(ours, data)
        print(f"{path.name}: pdfium {alone * 1000:.1f} ms, ours {own * 1000:.1f} ms, ratio {own / alone:.2f}")


if __name__ == "__main__":
    main()
