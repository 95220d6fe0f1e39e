"""`protocol show ID`: the card of a document of the registry, or of files."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from protocol_cli.cli import talk
from protocol_cli.cli.asking import INPUT_FAILED, Files, ask
from protocol_cli.cli.framework import Command
from protocol_cli.cli.messages import tr
from protocol_cli.cli.options import Db, Json, Quiet, Verbose, choice_option
from protocol_cli.cli.parse import FORMATS, answer_writer, chosen_form

if TYPE_CHECKING:
    from protocol_cli.registry import Registry

Id = Annotated[str, typer.Argument(metavar=tr("general.id_mark"), help=tr("lists.document_id"))]
Format = Annotated[str | None, choice_option("--format", "parse.format", *FORMATS)]


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(name="show", cls=Command, help=tr("lists.help_show"))(show)


def show(
    id: Id,  # noqa: A002 - the argument's name
    files: Files = None,
    as_json: Json = False,
    format: Format = None,  # noqa: A002 - the option's name
    db: Db = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Return 0, 3 when there is no such document or an input failed, 4 when the registry failed."""
    talk.settle(quiet=quiet, verbose=verbose)
    shown = 0

    def question(registry: Registry | None) -> None:
        nonlocal shown
        found = [record["id"] for record in registry.find(id)] if registry else []
        shown = len(found)
        if registry is None or not found:
            talk.complain(tr("lists.no_show", id=id))
            return
        from protocol_cli.models import Document

        form = chosen_form(format, as_json=as_json, to_screen=True, many=len(found) > 1, pretty="card")
        writer = answer_writer(sys.stdout, form, many=len(found) > 1, with_text=False)
        for each in found:
            writer.add(Document.model_validate(registry.document_json(each)))
        writer.close()

    code = ask(files, db, question)
    return code or (0 if shown else INPUT_FAILED)
