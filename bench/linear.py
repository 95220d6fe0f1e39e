"""Time of reading against the length of the document: it must grow no faster than the document does.

    python bench/linear.py [FILE…]            documents of tests/golden when no files are named
    python bench/linear.py --times 10 30      other lengths (default 10 100)

Each text is read as it is and joined with itself so many times, a page after a page, as a file of many protocols is.
Exits with 1 when a text 100 times longer takes more than 130 times as long: the budget is 1.3 times the length.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from pathlib import Path

from protocol_cli import parse

GOLDEN = Path(__file__).parent.parent / "tests" / "golden"
CHOSEN = ("letters/security-with-long-protocol.txt", "protocols/ministry-roman-sections.txt", "protocols/owners-meeting.txt", "other/law.txt")
BUDGET = 1.3
SHORT_ROUNDS, LONG_ROUNDS = 9, 1


def seconds(text: str, rounds: int) -> float:
    """The least processor time of so many readings."""
    best = float("inf")
    for _ in range(rounds):
        gc.collect()
        began = time.process_time()
        parse(text)
        best = min(best, time.process_time() - began)
    return best


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("files", nargs="*", type=Path)
    options.add_argument("--times", nargs="+", type=int, default=[10, 100])
    chosen = options.parse_args()
    slow = 0
    for path in chosen.files or [GOLDEN / name for name in CHOSEN]:
        text = path.read_text(encoding="utf-8")
        parse(text)  # dictionaries are loaded before the clock starts
        one = seconds(text, SHORT_ROUNDS)
        print(f"{path.name}: {len(text)} characters, {one * 1000:.1f} ms")
        for times in chosen.times:
            many = seconds("\f".join([text] * times), LONG_ROUNDS)
            over = many > one * times * BUDGET
            slow += over
            print(f"  {times:5} times longer: {many:7.2f} s, {many / one:6.1f} times as long{'  OVER BUDGET' if over else ''}")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
