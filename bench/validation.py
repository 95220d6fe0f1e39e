"""How long the rules take on a document that is read already, warm and by rule.

    python bench/validation.py [FILE …] [--runs 200] [--rules]

Prints the median for each file (by default the samples), and ends with 1 when one exceeds the budget of 2 ms. With
--rules the slowest rules follow.
"""

from __future__ import annotations

import argparse
import datetime as dt
import statistics
import sys
import time
from collections import Counter
from pathlib import Path

from protocol_cli.models import Document
from protocol_cli.reading import parse
from protocol_cli.validation import Settings, all_rules, validate
from protocol_cli.validation.paper import Paper

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
BUDGET = 0.002
TODAY = dt.date(2026, 1, 12)


def median(document: Document, runs: int) -> float:
    """The median of so many validations, in seconds."""
    settings = Settings(today=TODAY)
    validate(document, settings)
    times = []
    for _ in range(runs):
        began = time.perf_counter()
        validate(document, settings)
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def by_rule(documents: list[Document], runs: int) -> Counter[str]:
    """Seconds that each rule took on all documents together; what papers keep is made anew for each."""
    taken: Counter[str] = Counter()
    for document in documents:
        for _ in range(runs):
            paper = Paper(document, Settings(today=TODAY))
            for rule in all_rules():
                began = time.perf_counter()
                list(rule.check(paper))
                taken[rule.code] += time.perf_counter() - began
    return taken


def main() -> int:
    """Measure, print, judge."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument("--rules", action="store_true")
    options = parser.parse_args()
    files = options.files or sorted(SAMPLES.glob("*.txt"))
    documents = {path.name: parse(path, with_text=True) for path in files}
    exceeded = False
    for name, document in documents.items():
        taken = median(document, options.runs)
        exceeded = exceeded or taken > BUDGET
        judged = "ok" if taken <= BUDGET else "EXCEEDED"
        print(f"{name:32} {len(document.text or ''):7} characters  {taken * 1000:6.2f} ms  budget {BUDGET * 1000:.0f}  {judged}")
    if options.rules:
        total = by_rule(list(documents.values()), 20)
        for code, taken in total.most_common(12):
            print(f"{code}  {taken / total.total():6.1%}")
    return int(exceeded)


if __name__ == "__main__":
    sys.exit(main())
