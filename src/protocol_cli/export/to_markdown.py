"""Markdown: the list of assignments as one table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from protocol_cli.export.rows import AssignmentRow, Moment
from protocol_cli.export.safe import markdown_text
from protocol_cli.export.wording import STATES, document_title, item_title, short_day, term_text

HEADINGS = ("№", "Поручение", "Ответственные", "Срок", "Состояние", "Документ")


def write_markdown(stream: TextIO, rows: Iterable[AssignmentRow], moment: Moment, title: str) -> int:
    """Write a heading, the day, and a line of the table for each row; return how many rows."""
    stream.write(f"# {markdown_text(title)}\n\nПо состоянию на {short_day(moment.today)}\n\n")
    stream.write("| " + " | ".join(HEADINGS) + " |\n|" + "---|" * len(HEADINGS) + "\n")
    count = 0
    for count, row in enumerate(rows, start=1):
        who = markdown_text(row.lead) + "".join(f"; {markdown_text(name)} (соисп.)" for name in row.others)
        term = short_day(row.due)
        written = markdown_text(term_text(row))
        place = ", ".join(part for part in (item_title(row.record), document_title(row.record)) if part)
        cells = (
            str(count),
            markdown_text(row.text),
            who,
            f"**{term}** ({written})" if term else written,
            STATES[row.state],
            markdown_text(place),
        )
        stream.write("| " + " | ".join(cells) + " |\n")
    return count
