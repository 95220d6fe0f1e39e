"""Tables of answers from the registry, for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from typing import TYPE_CHECKING, TextIO

from protocol_cli.cli.days import day_text, short_day
from protocol_cli.cli.messages import count, tr
from protocol_cli.cli.render import columns, console_for, joined, lines, words

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from protocol_cli.registry import DeadlineRecord

DAY, TERM = 18, 22  # widths of the first column
SOON = 3  # days
CHUNK = 200  # rows drawn at once: a table of any length takes the memory of so many


def write_deadlines(stream: TextIO, records: Iterable[DeadlineRecord], span: str) -> None:
    """Draw the deadlines: those with a day, then those without one in a block of their own; `span`: what was asked."""
    console = console_for(stream)
    blocks = {True: tr("deadlines.title", span=span), False: tr("deadlines.undated_title")}
    none = words(tr("deadlines.none", span=span), "strong")
    shown: set[bool] = set()
    for dated, block in groupby(records, key=lambda record: record["day"] is not None):
        if not dated and True not in shown:
            console.print(none)
        shown.add(dated)
        console.print(words(blocks[dated], "heading"))
        drawn = _draw(console, block, dated=dated)
        console.print(words(count("deadlines.number", drawn), "quiet"))
        console.print()
    if not shown:
        console.print(none)
    stream.flush()


def write_groups(stream: TextIO, groups: Iterable[tuple[str | None, list[DeadlineRecord]]], span: str) -> None:
    """Draw the deadlines under the headings of their groups: a day, a name, a document."""
    console = console_for(stream)
    shown = 0
    for name, records in groups:
        if not shown:
            console.print(words(tr("deadlines.title", span=span), "heading"))
            console.print()
        shown += 1
        console.print(words(_group_title(name, records[0]), "strong"))
        dated = [record for record in records if record["day"] is not None]
        undated = [record for record in records if record["day"] is None]
        for block, has_day in ((dated, True), (undated, False)):
            if block:
                _draw(console, iter(block), dated=has_day)
        console.print(words(count("deadlines.number", len(records)), "quiet"))
        console.print()
    if not shown:
        console.print(words(tr("deadlines.none", span=span), "strong"))
    stream.flush()


def _group_title(name: str | None, record: DeadlineRecord) -> str:
    if name is not None and name == record["document"]:
        return f"{_named(record['document_number'], record['document_date'])} · {record['source']}".strip(" ·")
    if name is not None and name == record["day"]:
        return day_text(name)
    if name is None:
        return tr("deadlines.undated_title") if record["day"] is None else tr("deadlines.nobody")
    return name


def _draw(console: Console, records: Iterator[DeadlineRecord], *, dated: bool) -> int:
    drawn = 0
    while chunk := list(islice(records, CHUNK)):
        table = columns(
            (tr("deadlines.due"), DAY if dated else TERM),
            (tr("deadlines.what"), None),
            (tr("deadlines.who"), None),
            (tr("deadlines.where"), None),
            ratios=(None, 5, 3, 3),
            header=not drawn,
        )
        for record in chunk:
            table.add_row(
                _term(record), words(record["text"]), lines(*map(words, record["responsible"])), _place(record)
            )
        console.print(table)
        drawn += len(chunk)
    return drawn


def _term(record: DeadlineRecord) -> Text:
    if record["day"] is None:
        return words(record["deadline"])
    says_all = record["kind"] == "date" and record["then"] is None and record["precision"] in {None, "day"}
    day = joined(words(day_text(record["day"]), "due"), words(record["time"] or "", "due"), by=" ")
    moved = record["effective_due"] not in {None, record["day"]}
    extended = record["due"] is not None and record["due"] < record["day"] and record["rrule"] is None
    return lines(
        day,
        words(tr("deadlines.effective", day=day_text(record["effective_due"] or "")), "quiet") if moved else None,
        _left(record),
        words(tr("deadlines.extended", day=short_day(record["due"] or "")), "quiet") if extended else None,
        None if says_all else words(record["deadline"], "quiet"),
    )


def _left(record: DeadlineRecord) -> Text | None:
    """How many days are left, or how many it is overdue; the nearer, the louder."""
    left = record["days_left"]
    if record["done_on"]:
        return words(tr("deadlines.done", day=short_day(record["done_on"])), "quiet")
    if left is None:
        return None
    if left < 0:
        return words(tr("deadlines.days_over", days=count("deadlines.days", -left)), "alarm")
    if left == 0:
        return words(tr("deadlines.due_today"), "alarm")
    days = tr("deadlines.days_left", days=count("deadlines.days", left))
    return words(days, "warning" if left <= SOON else "quiet")


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]  # the number keeps its capitals: «вопрос IV»


def _place(record: DeadlineRecord) -> Text:
    """«протокол от 16.04.2021, п. 2», and below it the letter that brought it, with the file's name."""
    numbered = _named(record["document_number"], record["document_date"])
    item = tr("card.item_short", number=record["number"]) if record["number"] else ""
    if record["agenda_item"]:
        item = ", ".join(part for part in (_small(tr("card.agenda_item", number=record["agenda_item"])), item) if part)
    if record["protocol"] and record["document_kind"] == "letter":
        protocol = f"{tr('card.protocol_of')} {_named(record['protocol_number'], record['protocol_date'])}".strip()
        carried_by = f"{numbered} · {record['source']}".strip(" ·")
        return lines(joined(words(protocol), words(item)), words(carried_by, "quiet"))
    return lines(joined(words(numbered), words(item)), words(record["source"], "quiet"))


def _named(number: str | None, date: str | None) -> str:
    """«№ 57-2751 от 06.05.2021»."""
    parts = (
        tr("card.number", number=number) if number else "",
        tr("card.dated", day=short_day(date)) if date else "",
    )
    return " ".join(part for part in parts if part)
