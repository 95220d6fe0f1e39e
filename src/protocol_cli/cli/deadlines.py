"""`protocol deadlines`: who must do what by when, from the registry, from files, or from JSON on standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from protocol_cli.cli import talk
from protocol_cli.cli.days import short_day
from protocol_cli.cli.framework import Command
from protocol_cli.cli.messages import tr
from protocol_cli.cli.options import Db, Json, Quiet, Verbose, day_option, one_of, registry_location
from protocol_cli.cli.output import JsonWriter
from protocol_cli.cli.parse import INPUT_FAILED, chosen_form

if TYPE_CHECKING:
    from protocol_cli.registry import DeadlineFilter, DeadlineRecord, Registry

FORMATS = ("table", "json", "jsonl")
SERVICE_FAILED = 4

Files = Annotated[list[str] | None, typer.Argument(metavar=f"{tr('general.file_mark')}…", help=tr("deadlines.files"))]
Before = Annotated[str | None, typer.Option("--before", metavar=tr("general.date_mark"), help=tr("deadlines.before"))]
After = Annotated[str | None, typer.Option("--after", metavar=tr("general.date_mark"), help=tr("deadlines.after"))]
Responsible = Annotated[
    str | None, typer.Option("--responsible", metavar=tr("general.text_mark"), help=tr("deadlines.responsible"))
]
All = Annotated[bool, typer.Option("--all", help=tr("deadlines.all"))]
Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="|".join(FORMATS),
        help=tr("deadlines.format"),
        callback=one_of(*FORMATS),
        autocompletion=lambda: list(FORMATS),
    ),
]


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(name="deadlines", cls=Command, help=tr("deadlines.help"))(deadlines)


def deadlines(
    files: Files = None,
    before: Before = None,
    after: After = None,
    responsible: Responsible = None,
    undated: All = False,
    as_json: Json = False,
    format: Format = None,  # noqa: A002 - the option's name
    db: Db = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Return 0, 3 when an input could not be read or was not recognised, 4 when the registry failed."""
    talk.settle(quiet=quiet, verbose=verbose)
    form = chosen_form(format, as_json=as_json, to_screen=True, many=False, pretty="table")
    first, last = day_option(after, "--after"), day_option(before, "--before")

    from protocol_cli.registry import DeadlineFilter, Registry, RegistryError

    wanted = DeadlineFilter(before=last, after=first, responsible=responsible, undated=undated)
    try:
        with ExitStack() as stack:
            code = 0
            registry: Registry | None
            if files:
                registry = stack.enter_context(Registry.temporary())
                code = gather(registry, files)
            else:
                registry = stack.enter_context(existing_registry(db))
            show(registry.deadlines(wanted) if registry else (), wanted, form)
        return code
    except RegistryError as error:
        from protocol_cli.cli.parse import registry_trouble

        talk.complain(registry_trouble(error))
        return SERVICE_FAILED


@contextmanager
def existing_registry(db: str | None) -> Iterator[Registry | None]:
    """The registry to be asked, or None where there is none yet; an empty one is told of. Raises RegistryError."""
    from protocol_cli.registry import Registry

    location = registry_location(db)
    registry = Registry.open_existing(location)
    try:
        if registry is None or registry.is_empty():
            talk.note(tr("registry.empty", place=location))
        yield registry
    finally:
        if registry:
            registry.close()


def gather(registry: Registry, files: Sequence[str]) -> int:
    """Put what the files say into `registry`; 3 when one could not be read or was not recognised, else 0."""
    from protocol_cli.cli.inputs import read_documents_or_json, recognised

    code = 0
    for given in read_documents_or_json(files):
        if given.document is None or not recognised(given.document, given.name):
            code = INPUT_FAILED
        else:
            registry.save(given.document, given.path)
    return code


def show(records: Iterable[DeadlineRecord], wanted: DeadlineFilter, form: str) -> None:
    """Write the records to stdout as a table or as JSON."""
    if form == "table":
        from protocol_cli.cli.tables import write_deadlines

        write_deadlines(sys.stdout, records, span_of(wanted))
        return
    writer = JsonWriter(sys.stdout, form, many=True)
    found = 0
    for record in records:
        writer.add(record)
        found += 1
    writer.close()
    if not found:
        talk.note(tr("deadlines.none", span=span_of(wanted)))


def span_of(wanted: DeadlineFilter) -> str:
    """What was asked for, as it follows the word «срок»: « по 10.06.2021 включительно, ответственный: МОУО»."""
    span = ""
    if wanted.after:
        span += tr("deadlines.span_after", day=short_day(wanted.after))
    if wanted.before:
        span += tr("deadlines.span_before", day=short_day(wanted.before))
    if wanted.responsible:
        span += tr("deadlines.span_responsible", name=wanted.responsible)
    return span
