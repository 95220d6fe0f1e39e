"""Tables of the lists, for people: what stands in which column is data."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, TextIO

from protocol_cli.cli.days import short_day
from protocol_cli.cli.messages import count, tr
from protocol_cli.cli.render import columns, console_for, joined, lines, words

if TYPE_CHECKING:
    from rich.text import Text

    from protocol_cli.registry import Record

CHUNK = 200  # rows drawn at once: a table of any length takes the memory of so many
DATE = 10
ID = 10
LONG = 300  # characters of a text that are shown


@dataclass(frozen=True, slots=True)
class Column:
    """A heading (a sentence of wording/lists.py), a fixed width or a share of the rest, and what stands in a row."""

    heading: str
    cell: Callable[[Record], Text]
    width: int | None = None
    ratio: int | None = None


def draw_list(stream: TextIO, what: str, records: Iterable[Record]) -> None:
    """Draw the table of `what`, and how many lines it has; or say that there are none."""
    console = console_for(stream)
    table_columns = TABLES[what]
    rows = iter(records)
    coloured = console.color_system is not None and not console.no_color
    drawn = 0
    while chunk := list(islice(rows, CHUNK)):
        table = columns(
            *((tr(f"lists.{column.heading}"), column.width) for column in table_columns),
            ratios=tuple(column.ratio for column in table_columns),
            header=not drawn,
        )
        for record in chunk:
            table.add_row(*(column.cell(_told(record, coloured=coloured)) for column in table_columns))
        console.print(table)
        drawn += len(chunk)
    console.print(words(count("lists.lines", drawn), "quiet") if drawn else words(tr(f"lists.no_{what}"), "strong"))


def _told(record: Record, *, coloured: bool) -> Record:
    """Where there are no colours, hits are told by brackets."""
    if coloured or "hits" not in record:
        return record
    text = record["text"]
    for start, end in reversed(record["hits"]):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return record | {"text": text, "hits": []}


def field(name: str, style: str = "value") -> Callable[[Record], Text]:
    """The cell of a field as it is."""
    return lambda record: words(shortened(str(record[name])) if record[name] is not None else "", style)


def day(name: str, style: str = "value") -> Callable[[Record], Text]:
    """The cell of a day."""
    return lambda record: words(short_day(record[name]) if record[name] else "", style)


def shortened(text: str) -> str:
    """The text, cut where it is very long."""
    return text if len(text) <= LONG else f"{text[:LONG].rsplit(' ', 1)[0]} …"


def document_line(record: Record) -> Text:
    """«№ 57-2751 от 06.05.2021», and below it the file and the ID."""
    named = (
        tr("card.number", number=record["document_number"]) if record["document_number"] else "",
        tr("card.dated", day=short_day(record["document_date"])) if record["document_date"] else "",
    )
    head = " ".join(part for part in named if part)
    return lines(words(head), words(f"{record['source']} · {record['document']}", "quiet"))


def kind_of(record: Record) -> Text:
    """Kind of a document."""
    kind = record["kind"]
    return words(tr("lists.assignments_kind") if kind == "assignments" else tr(f"lists.{kind}"))


def role_name(role: str) -> str:
    """A role in the user's language."""
    return tr("lists.author_role") if role == "author" else tr(f"lists.{role}")


def _roles(record: Record) -> Text:
    return lines(*(words(f"{role_name(role)} – {number}") for role, number in record["roles"].items()))


def _person(record: Record) -> Text:
    others = [form for form in record["forms"] if form != record["name"]]
    return lines(
        words(record["name"], "strong"), words(tr("lists.also", names=", ".join(others)), "quiet") if others else None
    )


def _appearance(record: Record) -> Text:
    item = tr("card.agenda_item", number=record["agenda_item"]) if record["agenda_item"] else ""
    number = tr("card.item_short", number=record["number"]) if record["number"] else ""
    place = ", ".join(part for part in (item, number) if part)
    about = shortened(record["about"]) if record["about"] else ""
    return lines(words(place, "quiet") if place else None, words(about) if about else None)


def _post(record: Record) -> Text:
    return joined(*(words(record[name]) for name in ("position", "organization") if record[name]))


def _decision(record: Record) -> Text:
    lead = words(f"{record['lead']}:", "quiet") if record.get("lead") else None
    number = words(f"{record['number']}. ", "number") if record["number"] else None
    return lines(lead, joined(number, words(shortened(record["text"] or "")), by=""))


def _term(record: Record) -> Text:
    if record["day"] is None:
        return words(record["deadline"] or "", "quiet")
    done = words("✓ " + short_day(record["done_on"]), "quiet") if record["done_on"] else None
    return lines(words(short_day(record["day"]), "due"), done)


def _mention(record: Record) -> Text:
    if record["relation"] == "reply":
        text = tr("lists.reply_to", number=record["number"] or "…")
        dated = tr("card.dated", day=short_day(record["date"])) if record["date"] else ""
        return words(f"{text} {dated}".strip())
    return words(shortened(record["text"] or ""))


def _excerpt(record: Record) -> Text:
    text = words(record["text"])
    if text.plain == record["text"]:  # else signs were taken out, and the places are others
        for start, end in record["hits"]:
            text.stylize("due", start, end)
    part = record["part"]
    name = tr(f"lists.part_{part}") if part in {"title", "participant"} else tr(f"lists.{part}")
    return lines(joined(words(name, "quiet"), words(tr("card.page", page=record["page"]), "quiet")), text)


def _ties(record: Record) -> Text:
    told = [
        words(tr(f"lists.{name}", what=what)) for name in ("answers", "answered_by", "names", "named_by")
        for what in record[name]
    ]  # fmt: skip
    return lines(*told, words(tr("lists.unanswered"), "warning") if record["unanswered"] else None)


def _subject(record: Record) -> Text:
    return lines(words(record["organization"] or "", "quiet"), words(record["subject"] or ""))


def _entry(record: Record) -> Text:
    """«продлено: 10.06.2021 → 20.06.2021», and the note."""
    action = record["action"]
    if action == "done" and record["until"]:
        told = tr("journal.done_through", until=short_day(record["until"]))
    elif action == "extend":
        before, until = (short_day(record[name]) if record[name] else "…" for name in ("before", "until"))
        told = tr("journal.extend", before=before, until=until)
    else:
        told = tr(f"journal.{action}")
    return lines(words(told), words(record["note"], "quiet") if record["note"] else None)


def _history(record: Record) -> Text:
    state = tr("journal.done") if record["done_on"] else tr("journal.open")
    entries = [joined(words(short_day(entry["day"])), _entry(entry), by=": ") for entry in record["journal"]]
    return lines(words(state, "strong"), *entries)


WHERE = Column("where", document_line, ratio=3)
TABLES: dict[str, tuple[Column, ...]] = {
    "documents": (
        Column("id", field("id", "quiet"), width=ID),
        Column("date", day("date"), width=DATE),
        Column("number", field("number", "number"), ratio=2),
        Column("kind", kind_of, ratio=2),
        Column("about", _subject, ratio=6),
        Column("assignments", field("assignments"), width=10),
    ),
    "decisions": (
        Column("text", _decision, ratio=6),
        Column("who", lambda record: lines(*map(words, record["responsible"])), ratio=3),
        Column("due", _term, width=12),
        WHERE,
    ),
    "agenda": (
        Column("number", field("number", "number"), width=6),
        Column("title", field("title"), ratio=6),
        Column("who_reports", lambda record: lines(*map(words, record["speakers"])), ratio=3),
        WHERE,
    ),
    "speakers": (
        Column("name", field("name", "strong"), ratio=3),
        Column("post", _post, ratio=3),
        Column("role", lambda record: words(role_name(record["role"])), ratio=2),
        Column("title", lambda record: words(shortened(record["title"] or record["said"] or "")), ratio=5),
        WHERE,
    ),
    "people": (
        Column("name", _person, ratio=4),
        Column("post", _post, ratio=4),
        Column("role", _roles, ratio=3),
        Column("documents", field("documents"), width=10),
    ),
    "appearances": (
        Column("name", field("person", "strong"), ratio=3),
        Column("role", lambda record: words(role_name(record["role"])), ratio=2),
        Column("text", _appearance, ratio=5),
        WHERE,
    ),
    "organizations": (
        Column("name", lambda record: lines(words(record["name"]), words(record["short_name"] or "", "quiet")), ratio=6),
        Column("role", _roles, ratio=3),
        Column("documents", field("documents"), width=10),
        Column("assignments", field("assignments"), width=10),
    ),
    "references": (
        Column("mention", _mention, ratio=6),
        Column("found", field("found", "quiet"), width=ID),
        WHERE,
    ),
    "journal": (
        Column("when", day("day"), width=DATE),
        Column("what", _entry, ratio=4),
        Column("text", _decision, ratio=6),
        WHERE,
    ),
    "control": (
        Column("text", _decision, ratio=5),
        Column("due", _term, width=12),
        Column("history", _history, ratio=5),
        WHERE,
    ),
    "search": (Column("text", _excerpt, ratio=6), WHERE),
    "thread": (
        Column("date", day("document_date"), width=DATE),
        Column("number", field("document_number", "number"), ratio=2),
        Column("about", _subject, ratio=4),
        Column("ties", _ties, ratio=5),
        Column("id", field("document", "quiet"), width=ID),
    ),
}
