"""How long, and with how much memory, a registry of many assignments is written to each format.

    python bench/export.py [--assignments 100000] [FORMAT…]

Each format is a process of its own, as a user runs it. What a budget limits is the time that it computes, so that a busy
machine does not count. Ends with 1 when a budget is exceeded.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from startup import fill

# seconds and megabytes for 100 000 assignments
BUDGETS: dict[str, tuple[float | None, float | None]] = {
    "csv": (10, 300),
    "ics": (30, 300),
    "xlsx": (60, 300),
    "jsonl": (None, 300),
    "md": (None, 300),
    "docx": (None, 300),
    "html": (None, 300),
}


def measured(command: list[str], environment: dict[str, str]) -> tuple[float, float, float]:
    """The seconds that the command runs and that it computes, and the most memory it has, in megabytes."""
    began = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status):
        raise SystemExit(f"failed: {' '.join(command)}")
    return time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main() -> int:
    """Measure, print, judge."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("formats", nargs="*", default=list(BUDGETS))
    parser.add_argument("--assignments", type=int, default=100_000)
    options = parser.parse_args()
    exceeded = False
    with tempfile.TemporaryDirectory() as folder:
        registry = Path(folder) / "registry.sqlite"
        print(f"filling a registry with {options.assignments} assignments …", file=sys.stderr)
        fill(registry, options.assignments)
        environment = os.environ | {"PROTOCOL_DB": str(registry), "PROTOCOL_LANG": "ru"}
        for form in options.formats:
            target = Path(folder) / f"assignments.{form}"
            what = ["report"] if form == "html" else ["export", "--to", form]
            command = [sys.executable, "-m", "protocol_cli", *what, "-o", str(target), "--today", "2026-03-02"]
            elapsed, seconds, megabytes = measured(command, environment)
            most_seconds, most_megabytes = BUDGETS[form]
            over = (most_seconds is not None and seconds > most_seconds) or (
                most_megabytes is not None and megabytes > most_megabytes
            )
            exceeded = exceeded or over
            size = target.stat().st_size / 1e6
            budget = f"budget {most_seconds or '–'} s, {most_megabytes or '–'} MB"
            print(f"{form:6} {elapsed:7.2f} s, computing {seconds:7.2f} s {megabytes:7.0f} MB  file {size:6.1f} MB  {budget}  {'EXCEEDED' if over else 'ok'}")
    return int(exceeded)


if __name__ == "__main__":
    sys.exit(main())
