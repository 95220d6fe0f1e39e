"""The registry in numbers, drawn on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from rich.table import Table

from protocol_cli.cli.days import short_day
from protocol_cli.cli.messages import tr
from protocol_cli.cli.render import console_for, fields, words

if TYPE_CHECKING:
    from protocol_cli.registry import Record

BAR = 40
EIGHTHS = " ▏▎▍▌▋▊▉█"


def draw_statistics(stream: TextIO, found: Record) -> None:
    """Draw the numbers, and bars for months and names."""
    console = console_for(stream)
    console.print(words(tr("lists.stats_title", day=short_day(found["today"])), "heading"))
    kinds = ", ".join(
        f"{tr('lists.assignments_kind') if kind == 'assignments' else tr(f'lists.{kind}')} – {number}"
        for kind, number in found["documents_by_kind"].items()
    )
    share = found["overdue_share"]
    overdue = f"{found['overdue']}" + (f" ({share * 100:.1f} %)" if share is not None else "")
    done = f"{found['done']}" + (f" ({tr('lists.stats_done_late')} – {found['done_late']})" if found["done_late"] else "")
    console.print(
        fields(
            [
                (tr("lists.stats_documents"), words(f"{found['documents']}" + (f": {kinds}" if kinds else ""))),
                (tr("lists.stats_assignments"), words(found["assignments"])),
                (tr("lists.stats_dated"), words(found["dated"])),
                (tr("lists.stats_done"), words(done)),
                (tr("lists.stats_overdue"), words(overdue, "alarm" if found["overdue"] else "value")),
            ]
        )
    )
    for title, label, value in (("by_month", "month", "documents"), ("by_responsible", "name", "assignments")):
        rows = found[title]
        if rows:
            console.print()
            console.print(words(tr(f"lists.stats_{title}"), "heading"))
            most = max(row[value] for row in rows)
            grid = Table.grid(padding=(0, 2), expand=False)
            grid.add_column(overflow="ellipsis", no_wrap=True, max_width=BAR)
            grid.add_column(no_wrap=True)
            for row in rows:
                grid.add_row(words(row[label]), words(f"{bar(row[value], most)} {row[value]}", "number"))
            console.print(grid)
    stream.flush()


def bar(number: int, most: int) -> str:
    """A bar as long as the number is of the most, in eighths of a sign; never nothing for something."""
    eighths = max(1, round(number / most * BAR / 2 * 8)) if number else 0
    return "█" * (eighths // 8) + (EIGHTHS[eighths % 8] if eighths % 8 else "")
