"""`protocol thread NUMBER`: the letters that hang together, what answers what, and what has no answer."""

from __future__ import annotations

from typing import Annotated

import typer

from protocol_cli.cli.asking import Files, answer_lines, list_form
from protocol_cli.cli.framework import Command
from protocol_cli.cli.messages import tr
from protocol_cli.cli.options import Db, Json, ListFormat, Quiet, Verbose

Number = Annotated[str, typer.Argument(metavar=tr("general.id_mark"), help=tr("lists.letter_number"))]


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(name="thread", cls=Command, help=tr("lists.help_thread"))(thread)


def thread(
    number: Number,
    files: Files = None,
    as_json: Json = False,
    format: ListFormat = None,  # noqa: A002 - the option's name
    db: Db = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Return 0, 3 when an input could not be read or was not recognised, 4 when the registry failed."""
    form = list_form(format, as_json=as_json, quiet=quiet, verbose=verbose)
    return answer_lines(files, db, lambda registry: registry.thread(number), form, "thread")
