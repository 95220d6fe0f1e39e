"""How quickly the program starts, measured beside `python -c "import typer"` in one run.

    python bench/startup.py [--runs 21] [--assignments 100000]

Prints the medians and the ratios of the budgets, and ends with 1 when one is exceeded. The runs of all commands are
interleaved, so that a busy moment of the machine falls on all of them alike.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from protocol_cli.models import (
    Assignment,
    Deadline,
    DeadlineKind,
    Document,
    DocumentKind,
    Precision,
    Protocol,
    Responsible,
    Role,
    SourceInfo,
    Span,
)
from protocol_cli.registry import Registry

PER_DOCUMENT = 20
FIRST_DAY = dt.date(2021, 1, 1)


def document(number: int) -> Document:
    """A protocol with twenty decisions; days and names go round."""
    place = Span(start=0, end=1, page=1)
    decisions = []
    for order in range(PER_DOCUMENT):
        serial = number * PER_DOCUMENT + order
        due = FIRST_DAY + dt.timedelta(days=serial % 3000)
        name = f"отдел № {serial % 700}"
        decisions.append(
            Assignment(
                number=str(order + 1),
                text=f"Представить сведения № {serial} о выполнении плана мероприятий за отчётный период",
                responsible=(Responsible(text=name, name=name, role=Role.LEAD),),
                deadline=Deadline(
                    text="до указанного дня", kind=DeadlineKind.DATE, due=due, precision=Precision.DAY, span=place
                ),
                span=place,
            )
        )
    return Document(
        source=SourceInfo(name=f"{number}.txt", format="txt", sha256=f"{number:064x}"[::-1]),
        kind=DocumentKind.PROTOCOL,
        protocols=(Protocol(number=str(number), date=FIRST_DAY, decisions=tuple(decisions), span=place),),
    )


def fill(path: Path, assignments: int) -> None:
    """Make a registry of so many assignments."""
    with Registry.open(path) as registry:
        for number in range(assignments // PER_DOCUMENT):
            registry.save(document(number))


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """How long the command runs."""
    began = time.perf_counter()
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - began


def main() -> int:
    """Measure, print, judge."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=21)
    parser.add_argument("--assignments", type=int, default=100_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "registry.sqlite"
        print(f"filling a registry with {options.assignments} assignments …", file=sys.stderr)
        fill(path, options.assignments)
        environment = os.environ | {"PROTOCOL_DB": str(path), "PROTOCOL_LANG": "ru"}
        script = Path(sys.executable).with_name("protocol")
        protocol = [str(script)] if script.exists() else [sys.executable, "-m", "protocol_cli"]
        window = ["--after", "2023-03-01", "--before", "2023-03-03"]
        commands: dict[str, tuple[list[str], float | None]] = {
            "import typer": ([sys.executable, "-c", "import typer"], None),
            "--help": ([*protocol, "--help"], 2.0),
            "deadlines --after … --before …": ([*protocol, "deadlines", *window], 3.0),
            "deadlines --responsible …": ([*protocol, "deadlines", *window, "--responsible", "отдел"], 3.0),
            "deadlines (all of them)": ([*protocol, "deadlines"], None),
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(options.runs):
            for name, (command, limit) in commands.items():
                if limit is not None or name == "import typer" or not times[name]:
                    times[name].append(seconds(command, environment))
    base = statistics.median(times["import typer"])
    exceeded = False
    for name, (_, limit) in commands.items():
        median = statistics.median(times[name])
        ratio = median / base
        judged = "" if limit is None else f"  budget {limit:.1f}  {'ok' if ratio <= limit else 'EXCEEDED'}"
        exceeded = exceeded or (limit is not None and ratio > limit)
        print(f"{name:32} {median * 1000:8.1f} ms  ×{ratio:5.2f}{judged}")
    return int(exceeded)


if __name__ == "__main__":
    sys.exit(main())
