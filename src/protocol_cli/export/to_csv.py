"""CSV of assignments: for Russian Excel («;», a byte order mark, 10.06.2021), or by RFC 4180 (commas, ISO dates).

A cell that a spreadsheet would take for a formula is written as data, with an apostrophe before it.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterable
from typing import Literal, TextIO

from protocol_cli.export.columns import COLUMNS, Value
from protocol_cli.export.rows import AssignmentRow
from protocol_cli.export.safe import cell_text
from protocol_cli.export.wording import short_day

Dialect = Literal["excel-ru", "rfc4180"]
DIALECTS: tuple[Dialect, ...] = ("excel-ru", "rfc4180")
BYTE_ORDER_MARK = "\ufeff"


def write_csv(stream: TextIO, rows: Iterable[AssignmentRow], dialect: Dialect = "excel-ru") -> int:
    """Write a heading and a line for each row; return how many rows. `stream` must leave line ends as they are."""
    russian = dialect == "excel-ru"
    if russian:
        stream.write(BYTE_ORDER_MARK)
    writer = csv.writer(stream, delimiter=";" if russian else ",", lineterminator="\r\n")
    writer.writerow(["№ п/п", *(column.title for column in COLUMNS)])
    count = 0
    for count, row in enumerate(rows, start=1):
        writer.writerow([count, *(_cell(column.value(row), russian=russian) for column in COLUMNS)])
    return count


def _cell(value: Value, *, russian: bool) -> str | int:
    if value is None or isinstance(value, int):
        return "" if value is None else value
    if isinstance(value, dt.date):
        return short_day(value) if russian else value.isoformat()
    return cell_text(value)
