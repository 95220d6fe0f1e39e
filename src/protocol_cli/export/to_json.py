"""JSON and JSON Lines: the rows in the shape of `protocol deadlines --json`, with the term moved off days off filled in."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from protocol_cli.export.rows import AssignmentRow

# These would steer a terminal or break a line where the file is shown; escaped they mean the same.
_ESCAPED = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def write_jsonl(stream: TextIO, rows: Iterable[AssignmentRow]) -> int:
    """Write a line for each row; return how many."""
    count = 0
    for text in _texts(rows):
        stream.write(text + "\n")
        count += 1
    return count


def write_json(stream: TextIO, rows: Iterable[AssignmentRow]) -> int:
    """Write one array, a line for each row; return how many."""
    count = 0
    for text in _texts(rows):
        stream.write(("[\n" if not count else ",\n") + text)
        count += 1
    stream.write("\n]\n" if count else "[]\n")
    return count


def json_text(value: object) -> str:
    """The value as JSON in one line."""
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False))


def _texts(rows: Iterable[AssignmentRow]) -> Iterator[str]:
    for row in rows:
        record: dict[str, Any] = dict(row.record)
        record["effective_due"] = row.effective_due.isoformat() if row.effective_due else None
        yield json_text(record)
