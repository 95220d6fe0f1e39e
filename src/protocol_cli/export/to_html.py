"""The report: one HTML page with a summary, a timeline of terms, and a table that is filtered as one types."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import IO, TextIO

from protocol_cli.export.html_page import script_json, trusted, write_page
from protocol_cli.export.rows import AssignmentRow, Moment, State
from protocol_cli.export.safe import plain
from protocol_cli.export.timeline import Bar, timeline
from protocol_cli.export.wording import NOBODY, STATES, document_title, item_title, short_day, term_text

IN_MEMORY = 8_000_000  # bytes of rows that are kept before they go to a temporary file
MOST_LEADERS = 12
DONE = (State.DONE, State.DONE_LATE)


@dataclass(slots=True)
class _Leader:
    """What one who answers has to do."""

    name: str
    total: int = 0
    late: int = 0
    done: int = 0


@dataclass(slots=True)
class _Summary:
    """What is counted while the rows go by."""

    total: int = 0
    states: Counter[State] = field(default_factory=Counter)
    days: Counter[tuple[dt.date, State]] = field(default_factory=Counter)
    documents: dict[str, int] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    leaders: dict[str, _Leader] = field(default_factory=dict)

    def add(self, row: AssignmentRow) -> None:
        """Count one row."""
        self.total += 1
        self.states[row.state] += 1
        if row.due:
            self.days[row.due, row.state] += 1
        leader = self.leaders.setdefault(row.lead, _Leader(plain(row.lead) or NOBODY))
        leader.total += 1
        leader.late += row.state is State.OVERDUE
        leader.done += row.state in DONE


def write_report(stream: TextIO, rows: Iterable[AssignmentRow], moment: Moment, asked: str = "") -> int:
    """Write the page; return how many assignments it shows. `asked` tells the filter, as in «, срок по 10.06.2021»."""
    summary = _Summary()
    with tempfile.SpooledTemporaryFile(max_size=IN_MEMORY) as spool:
        for row in rows:
            summary.add(row)
            line = script_json(_packed(row, summary))
            spool.write(line.encode("utf-8", "replace") + b"\n")
        spool.seek(0)
        bars, unit = timeline(summary.days)
        leaders = sorted(summary.leaders.values(), key=lambda one: (-one.late, -one.total, one.name))
        values = {
            "title": "Поручения и сроки",
            "day": short_day(moment.today),
            "asked": plain(asked),
            "total": summary.total,
            "documents": list(summary.documents),
            "states": list(_cards(summary)),
            "bars": [_scaled(bar, max(bar.count for bar in bars)) for bar in bars],
            "unit": unit,
            "leaders": leaders[:MOST_LEADERS],
            "more_leaders": max(len(leaders) - MOST_LEADERS, 0),
            "data": trusted(_data(summary, spool)),
        }
        write_page(stream, "report", values)
    return summary.total


def _packed(row: AssignmentRow, summary: _Summary) -> list[object]:
    """The row as the page's script takes it; names and documents by their numbers."""
    document = summary.documents.setdefault(plain(document_title(row.record)), len(summary.documents))
    return [
        row.text,
        [summary.names.setdefault(plain(name), len(summary.names)) for name in row.responsible],
        row.due.isoformat() if row.due else "",
        term_text(row),
        row.state.value,
        row.days,
        document,
        item_title(row.record),
        str(row.get("source") or ""),
        row.get("page"),
        row.next_due.isoformat() if row.next_due else "",
    ]


def _data(summary: _Summary, spool: IO[bytes]) -> Iterator[str]:
    states = {state.value: STATES[state] for state in _ORDER}
    head = script_json({"states": states, "documents": list(summary.documents), "names": list(summary.names)})
    yield head[:-1] + ',"rows":['
    for number, line in enumerate(spool):
        yield ("," if number else "") + line.decode()
    yield "]}"


_ORDER = (State.OVERDUE, State.SOON, State.OPEN, State.RECURRING, State.UNDATED, State.DONE, State.DONE_LATE)


def _cards(summary: _Summary) -> Iterator[dict[str, object]]:
    yield {"code": "all", "name": "всего", "count": summary.total}
    for state in _ORDER:
        if summary.states[state]:
            yield {"code": state.value, "name": STATES[state], "count": summary.states[state]}


def _scaled(bar: Bar, highest: int) -> dict[str, object]:
    """The bar with its heights on the page, in pixels."""
    return {
        "first": bar.first.isoformat(), "last": bar.last.isoformat(), "short": bar.short, "year": bar.year, "label": bar.label,
        "count": bar.count, "late": bar.late,
        "height": round(bar.count / highest * 95), "late_height": round(bar.late / highest * 95),
    }  # fmt: skip
