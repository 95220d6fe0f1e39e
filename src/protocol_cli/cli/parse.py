"""`protocol parse`: read documents, show or print them, keep them in the registry."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING, Annotated, Protocol, Self, TextIO

import typer

from protocol_cli import __version__
from protocol_cli.cli import talk
from protocol_cli.cli.asking import INPUT_FAILED as INPUT_FAILED
from protocol_cli.cli.asking import registry_trouble as registry_trouble
from protocol_cli.cli.framework import Command
from protocol_cli.cli.inputs import STDIN, Input, read_documents, recognised
from protocol_cli.cli.messages import tr
from protocol_cli.cli.options import Db, Json, Quiet, Verbose, one_of, registry_location
from protocol_cli.cli.output import JsonWriter, answer_stream

if TYPE_CHECKING:
    from protocol_cli.models import Document
    from protocol_cli.registry import Registry

FORMATS = ("card", "json", "jsonl")

Files = Annotated[list[str], typer.Argument(metavar=f"{tr('general.file_mark')}…", help=tr("parse.files"))]
Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="|".join(FORMATS),
        help=tr("parse.format"),
        callback=one_of(*FORMATS),
        autocompletion=lambda: list(FORMATS),
    ),
]
Output = Annotated[str | None, typer.Option("--output", "-o", metavar=tr("general.file_mark"), help=tr("parse.output"))]
Force = Annotated[bool, typer.Option("--force", help=tr("parse.force"))]
WithText = Annotated[bool, typer.Option("--with-text", help=tr("parse.with_text"))]
NoSave = Annotated[bool, typer.Option("--no-save", help=tr("parse.no_save"))]


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(name="parse", cls=Command, help=tr("parse.help"))(parse)


def parse(
    files: Files,
    as_json: Json = False,
    format: Format = None,  # noqa: A002 - the option's name
    output: Output = None,
    force: Force = False,
    with_text: WithText = False,
    no_save: NoSave = False,
    db: Db = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Return 0, or 3 when an input could not be read or was not recognised."""
    talk.settle(quiet=quiet, verbose=verbose)
    many = len(files) > 1
    form = chosen_form(format, as_json=as_json, to_screen=output is None, many=many, pretty="card")
    code = 0
    with ExitStack() as stack:
        stream = stack.enter_context(answer_stream(output, force=force, inputs=files))
        writer = answer_writer(stream, form, many=many, with_text=with_text)
        keeper = None if no_save else stack.enter_context(Keeper(db))
        for given in read_documents(files):
            if given.document is None:
                code = INPUT_FAILED
                continue
            writer.add(given.document)
            writer.flush()
            if not recognised(given.document, given.name):
                code = INPUT_FAILED
            elif keeper:
                keeper.keep(given)
        if code == 0 or many:
            writer.close()
    return code


def chosen_form(format: str | None, *, as_json: bool, to_screen: bool, many: bool, pretty: str) -> str:  # noqa: A002
    """--format, else JSON when asked for or not on a terminal (lines of it for many), else `pretty`."""
    if format:
        return format
    if to_screen and not as_json and sys.stdout.isatty():
        return pretty
    return "jsonl" if many else "json"


class Writer(Protocol):
    """Writes documents as they come."""

    def add(self, document: Document) -> None: ...
    def flush(self) -> None: ...
    def close(self) -> None: ...


def answer_writer(stream: TextIO, form: str, *, many: bool, with_text: bool) -> Writer:
    """The writer of cards or JSON to `stream`."""
    if form == "card":
        from protocol_cli.cli.cards import CardWriter

        return CardWriter(stream)
    return DocumentWriter(JsonWriter(stream, form, many=many), with_text=with_text)


class DocumentWriter:
    """Documents as JSON; the field `text` is there only when asked for."""

    def __init__(self, writer: JsonWriter, *, with_text: bool) -> None:
        self._writer = writer
        self._hidden = set() if with_text else {"text"}

    def add(self, document: Document) -> None:
        """Write one document."""
        self._writer.add(document.model_dump(mode="json", exclude=self._hidden))

    def flush(self) -> None:
        """Hand over what was written."""
        self._writer.flush()

    def close(self) -> None:
        """Write what ends the answer."""
        self._writer.close()


class Keeper:
    """Keeps documents in the registry; where it cannot, it warns once and the answers go on."""

    def __init__(self, db: str | None) -> None:
        self._location = registry_location(db)
        self._registry: Registry | None = None
        self._failed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._registry:
            self._registry.close()

    def keep(self, given: Input) -> None:
        """Record one document and say so on stderr."""
        from protocol_cli.registry import Registry, RegistryError

        if self._failed or given.document is None:
            return
        name = given.document.source.name if given.name == STDIN else given.name
        try:
            if self._registry is None:
                self._registry = Registry.open(self._location)
            saved = self._registry.save(given.document, given.path, read_by=__version__)
        except RegistryError as error:
            self._failed = True
            talk.complain(tr("registry.not_saved", name=name, reason=registry_trouble(error)))
            return
        sentence = "saved" if saved.new else "updated" if saved.updated else "known"
        talk.note(tr(f"registry.{sentence}", name=name, id=saved.id))
