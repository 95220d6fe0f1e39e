"""`protocol deadlines`: who must do what by when, from the registry, from files, or from JSON on standard input."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from protocol_cli.cli import talk
from protocol_cli.cli.asking import SERVICE_FAILED, Files, ask, existing_registry, gather, list_form
from protocol_cli.cli.days import parse_date, short_day
from protocol_cli.cli.framework import Command
from protocol_cli.cli.messages import tr
from protocol_cli.cli.options import (
    Db,
    DocumentOption,
    Json,
    Limit,
    ListFormat,
    Quiet,
    Verbose,
    choice_option,
    day_option,
    number_option,
    sort_option,
    today,
)
from protocol_cli.cli.output import CsvWriter, JsonWriter

if TYPE_CHECKING:
    from protocol_cli.registry import DeadlineFilter, DeadlineRecord, Registry

__all__ = ["SERVICE_FAILED", "After", "All", "Before", "Files", "Responsible", "existing_registry", "gather", "span_of"]

KINDS = ("date", "period", "recurring", "ongoing", "relative", "event", "immediate")

Before = Annotated[str | None, typer.Option("--before", metavar=tr("general.date_mark"), help=tr("deadlines.before"))]
After = Annotated[str | None, typer.Option("--after", metavar=tr("general.date_mark"), help=tr("deadlines.after"))]
On = Annotated[str | None, typer.Option("--on", metavar=tr("general.date_mark"), help=tr("deadlines.on"))]
Within = Annotated[str | None, typer.Option("--within", metavar=tr("deadlines.length_mark"), help=tr("deadlines.within"))]
Overdue = Annotated[bool, typer.Option("--overdue", help=tr("deadlines.overdue"))]
Today = Annotated[str | None, typer.Option("--today", metavar=tr("general.date_mark"), help=tr("deadlines.today"))]
Responsible = Annotated[
    str | None, typer.Option("--responsible", metavar=tr("general.text_mark"), help=tr("deadlines.responsible"))
]
All = Annotated[bool, typer.Option("--all", help=tr("deadlines.all"))]
Kind = Annotated[str | None, choice_option("--kind", "deadlines.kind", *KINDS)]
Status = Annotated[str | None, choice_option("--status", "deadlines.status", "open", "done", "all")]
Profile = Annotated[str | None, choice_option("--profile", "deadlines.profile", "gov", "civil", "none")]
By = Annotated[str | None, choice_option("--by", "deadlines.by", "date", "responsible", "document")]
Sort = Annotated[str | None, sort_option("due")]


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(name="deadlines", cls=Command, help=tr("deadlines.help"))(deadlines)


def deadlines(
    files: Files = None,
    before: Before = None,
    after: After = None,
    on: On = None,
    within: Within = None,
    overdue: Overdue = False,
    now: Today = None,
    responsible: Responsible = None,
    kind: Kind = None,
    document: DocumentOption = None,
    undated: All = False,
    status: Status = None,
    profile: Profile = None,
    by: By = None,
    sort: Sort = None,
    limit: Limit = None,
    as_json: Json = False,
    format: ListFormat = None,  # noqa: A002 - the option's name
    db: Db = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Return 0, 3 when an input could not be read or was not recognised, 4 when the registry failed."""
    form = list_form(format, as_json=as_json, quiet=quiet, verbose=verbose)
    day = day_option(now, "--today") or today()
    first, last = window(day, before=before, after=after, on=on, within=within, overdue=overdue)

    from protocol_cli.registry import DeadlineFilter

    wanted = DeadlineFilter(
        before=last,
        after=first,
        responsible=responsible,
        undated=undated,
        every_day=True,
        kind=kind,
        document=document,
        status=status or "open",  # type: ignore[arg-type]
        sort=sort or "due",
        limit=number_option(limit, "--limit"),
    )

    def question(registry: Registry | None) -> None:
        records = counted(registry.deadlines(wanted) if registry else (), day, profile)
        if overdue:
            records = (record for record in records if record["days_left"] is None or record["days_left"] < 0)
        show(records, wanted, form, by)

    return ask(files, db, question)


def window(
    day: dt.date, *, before: str | None, after: str | None, on: str | None, within: str | None, overdue: bool
) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day that the options name, counted from `day`. Raises typer.BadParameter."""
    first, last = day_option(after, "--after"), day_option(before, "--before")
    if on is not None:
        first = last = day_option(on, "--on")
    if within is not None:
        first, last = day, end_of(within, day)
    if overdue:
        yesterday = day - dt.timedelta(days=1)
        last = min(last, yesterday) if last else yesterday
    return first, last


def end_of(length: str, day: dt.date) -> dt.date:
    """The day that is «2w», «10 дней», «month» after `day`. Raises typer.BadParameter."""
    for phrase in (length, f"через {length}", f"in {length}"):
        try:
            return parse_date(phrase, day)
        except ValueError:
            continue
    raise typer.BadParameter(tr("deadlines.bad_length", text=length), param_hint="--within")


def counted(records: Iterable[DeadlineRecord], day: dt.date, profile: str | None) -> Iterator[DeadlineRecord]:
    """The records with the days left until their day, or until the working day that it comes to with a profile."""
    effective: dict[str, str] = {}
    for record in records:
        due = record["day"]
        if due is not None:
            if profile:
                due = effective.get(due) or effective.setdefault(due, _effective(due, profile))
                record["effective_due"] = due
            record["days_left"] = (dt.date.fromisoformat(due) - day).days
        yield record


def _effective(due: str, profile: str) -> str:
    from protocol_cli.workdays import effective_due

    return effective_due(dt.date.fromisoformat(due), profile).isoformat()  # type: ignore[arg-type]


def show(records: Iterable[DeadlineRecord], wanted: DeadlineFilter, form: str, by: str | None = None) -> None:
    """Write the records to stdout as a table, as JSON or as CSV, grouped `by` when asked."""
    groups = grouped(records, by)
    if form == "table":
        from protocol_cli.cli.tables import write_deadlines, write_groups

        if by:
            write_groups(sys.stdout, groups, span_of(wanted))
        else:
            write_deadlines(sys.stdout, records, span_of(wanted))
        return
    writer = CsvWriter(sys.stdout) if form == "csv" else JsonWriter(sys.stdout, form, many=True)
    found = 0
    lines: Iterable[Any] = records
    if by:
        lines = ({"group": name} | record for name, group in groups for record in group)
    for line in lines:
        writer.add(line)
        found += 1
    writer.close()
    if not found:
        talk.note(tr("deadlines.none", span=span_of(wanted)))


def grouped(records: Iterable[DeadlineRecord], by: str | None) -> Iterable[tuple[str | None, list[DeadlineRecord]]]:
    """The records under each day, document or name; under each name of several a record stands again."""
    if not by:
        return ()
    groups: dict[str | None, list[DeadlineRecord]] = {}
    for record in records:
        names: list[str | None]
        if by == "date":
            names = [record["day"]]
        elif by == "document":
            names = [record["document"]]
        else:
            names = list(dict.fromkeys(record["responsible"])) or [None]
        for name in names:
            groups.setdefault(name, []).append(record)
    if by == "date":
        return groups.items()
    return sorted(groups.items(), key=lambda group: _rank(group, by))


def _rank(group: tuple[str | None, list[DeadlineRecord]], by: str) -> tuple[bool, str, str]:
    name, records = group
    first = records[0]["document_date"] or "" if by == "document" else (name or "").casefold()
    return name is None, first, name or ""


def span_of(wanted: DeadlineFilter) -> str:
    """What was asked for, as it follows the word «срок»: « по 10.06.2021 включительно, ответственный: МОУО»."""
    span = ""
    if wanted.after and wanted.after == wanted.before:
        span += tr("deadlines.span_on", day=short_day(wanted.after))
    else:
        if wanted.after:
            span += tr("deadlines.span_after", day=short_day(wanted.after))
        if wanted.before:
            span += tr("deadlines.span_before", day=short_day(wanted.before))
    if wanted.responsible:
        span += tr("deadlines.span_responsible", name=wanted.responsible)
    return span
