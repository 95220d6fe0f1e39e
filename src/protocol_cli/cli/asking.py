"""Questions: to the registry, to files, or to JSON on standard input; the same answer for all three."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from protocol_cli.cli import talk
from protocol_cli.cli.messages import tr
from protocol_cli.cli.options import day_option, number_option, registry_location

if TYPE_CHECKING:
    from protocol_cli.registry import ListFilter, Record, Registry, RegistryError

INPUT_FAILED = 3
SERVICE_FAILED = 4

Files = Annotated[list[str] | None, typer.Argument(metavar=f"{tr('general.file_mark')}…", help=tr("general.files_instead"))]
Draw = Callable[[TextIO, Iterable["Record"]], None]


def ask(files: Sequence[str] | None, db: str | None, question: Callable[[Registry | None], None]) -> int:
    """Put the question to the registry, or to the files: 0, 3 when one failed, 4 when the registry did."""
    from protocol_cli.registry import Registry, RegistryError

    try:
        with ExitStack() as stack:
            code = 0
            registry: Registry | None
            if files:
                registry = stack.enter_context(Registry.temporary())
                code = gather(registry, files)
            else:
                registry = stack.enter_context(existing_registry(db))
            question(registry)
        return code
    except RegistryError as error:
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
            talk.note(tr("registry.empty", place=registry.place if registry else location))
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


def registry_trouble(error: RegistryError) -> str:
    """What a RegistryError says to the user."""
    talk.show_trace()
    return tr(f"registry.{error.trouble.value}", place=error.place, detail=error.detail)


def show(records: Iterable[Record], form: str, draw: Draw, none: str) -> None:
    """Write the records to stdout: a table by `draw`, JSON, or CSV; `none` is said when there are none."""
    if form == "table":
        draw(sys.stdout, records)
        sys.stdout.flush()
        return
    from protocol_cli.cli.output import CsvWriter, JsonWriter

    writer = CsvWriter(sys.stdout) if form == "csv" else JsonWriter(sys.stdout, form, many=True)
    found = 0
    for record in records:
        writer.add(record)
        found += 1
    writer.close()
    if not found:
        talk.note(none)


def list_form(format: str | None, *, as_json: bool, quiet: bool, verbose: bool) -> str:  # noqa: A002
    """How the list is written, as the options say."""
    talk.settle(quiet=quiet, verbose=verbose)
    if format:
        return format
    return "table" if sys.stdout.isatty() and not as_json else "json"


def list_filter(
    *,
    after: str | None = None,
    before: str | None = None,
    limit: str | None = None,
    document: str | None = None,
    name: str | None = None,
    organization: str | None = None,
    kind: str | None = None,
    role: str | None = None,
    sort: str | None = None,
) -> ListFilter:
    """The filter that was typed. Raises typer.BadParameter."""
    from protocol_cli.registry import ListFilter

    return ListFilter(
        after=day_option(after, "--after"),
        before=day_option(before, "--before"),
        limit=number_option(limit, "--limit"),
        document=document,
        name=name,
        organization=organization,
        kind=kind,
        role=role,
        sort=sort,
    )


def answer_lines(
    files: Sequence[str] | None, db: str | None, lines: Callable[[Registry], Iterable[Record]], form: str, what: str
) -> int:
    """Ask for the lines and write them; `what` names the table and the sentence of an empty answer."""

    def draw(stream: TextIO, records: Iterable[Record]) -> None:
        from protocol_cli.cli.list_tables import draw_list

        draw_list(stream, what, records)

    def question(registry: Registry | None) -> None:
        show(lines(registry) if registry else (), form, draw, tr(f"lists.no_{what}"))

    return ask(files, db, question)
