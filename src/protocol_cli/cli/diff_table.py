"""The differences of two documents, for people."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, TextIO

from protocol_cli.cli.days import day_text
from protocol_cli.cli.messages import count, tr
from protocol_cli.cli.render import columns, console_for, joined, lines, words
from protocol_cli.export.comparison import Change, Difference

if TYPE_CHECKING:
    from rich.text import Text

    from protocol_cli.models import Assignment

STYLES = {Change.ADDED: "due", Change.DROPPED: "alarm", Change.CHANGED: "warning", Change.SAME: "quiet"}
PIECES = re.compile(r"\s+|\S+")


def write_differences(
    stream: TextIO, shown: Sequence[Difference], found: Sequence[Difference], before: str, after: str
) -> None:
    """Draw what changed: number, what happened, how it was and how it is; the changed words are marked."""
    console = console_for(stream)
    console.print(words(f"{before} → {after}", "heading"))
    if shown:
        table = columns(
            (tr("diff.number"), 9),
            (tr("diff.what"), 18),
            (tr("diff.was"), None),
            (tr("diff.now"), None),
            ratios=(None, None, 1, 1),
        )
        for one in shown:
            was, now = _texts(one)
            table.add_row(_numbers(one), _happened(one), was, now)
        console.print(table)
    counted = Counter(one.change for one in found)
    told = [count(f"diff.count_{change.value}", counted[change]) for change in Change if counted[change]]
    console.print(words(", ".join(told) if told else tr("diff.nothing"), "quiet"))
    stream.flush()


def _numbers(one: Difference) -> Text:
    old, new = (item.number if item and item.number else "–" for item in (one.before, one.after))
    if one.before and one.after and old != new:
        return words(f"{old} → {new}", "number")
    return words(new if one.after else old, "number")


def _happened(one: Difference) -> Text:
    told = [words(tr(f"diff.{one.change.value}"), STYLES[one.change])] if one.change is not Change.CHANGED else []
    for field in one.fields:
        if field == "deadline" and one.days is not None:
            key = "diff.later" if one.days > 0 else "diff.earlier"
            told.append(words(tr(key, days=count("diff.days", abs(one.days))), STYLES[one.change]))
        else:
            told.append(words(tr(f"diff.field_{field}"), STYLES[one.change]))
    return lines(*told)


def _texts(one: Difference) -> tuple[Text, Text]:
    """The two cells: of a text that changed with its changed words marked, of one that did not only its beginning."""
    was, now = (words(item.text) if item else None for item in (one.before, one.after))
    if one.before and one.after and "text" in one.fields:
        was, now = _marked(one.before.text, one.after.text)
    cells = []
    for item, text in ((one.before, was), (one.after, now)):
        cells.append(lines(text, *_tail(item, one)) if item else words(""))
    return cells[0], cells[1]


def _tail(item: Assignment, one: Difference) -> list[Text]:
    """Who and by when: all of it for what came or went, else what changed."""
    whole = one.change in (Change.ADDED, Change.DROPPED)
    told = []
    if item.responsible and (whole or "responsible" in one.fields):
        told.append(words("; ".join(party.name for party in item.responsible), "strong"))
    if item.deadline and (whole or "deadline" in one.fields):
        day = words(day_text(item.deadline.due), "due") if item.deadline.due else None
        told.append(joined(day, words(item.deadline.text, "quiet"), by=" · "))
    if item.control and "control" in one.fields:
        told.append(words(f"{tr('diff.field_control')}: {item.control.name}", "quiet"))
    return told


def _marked(before: str, after: str) -> tuple[Text, Text]:
    """Both texts, the words that differ marked."""
    old, new = PIECES.findall(before), PIECES.findall(after)
    was, now = words(""), words("")
    for kind, first, last, begin, end in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        was.append_text(words("".join(old[first:last]), "value" if kind == "equal" else "alarm"))
        now.append_text(words("".join(new[begin:end]), "value" if kind == "equal" else "due"))
    return was, now
