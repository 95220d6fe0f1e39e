"""`protocol agenda`: items of agendas with their speakers."""

from __future__ import annotations

from typing import Annotated

import typer

from protocol_cli.cli.asking import Files, answer_lines, list_filter, list_form
from protocol_cli.cli.framework import Command
from protocol_cli.cli.messages import tr
from protocol_cli.cli.options import (
    DatedAfter,
    DatedBefore,
    Db,
    DocumentOption,
    Json,
    Limit,
    ListFormat,
    Quiet,
    Verbose,
    sort_option,
)

Speaker = Annotated[str | None, typer.Option("--speaker", metavar=tr("general.name_mark"), help=tr("lists.person_name"))]
Sort = Annotated[str | None, sort_option("date", "title")]


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(name="agenda", cls=Command, help=tr("lists.help_agenda"))(agenda)


def agenda(
    files: Files = None,
    after: DatedAfter = None,
    before: DatedBefore = None,
    document: DocumentOption = None,
    speaker: Speaker = None,
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
    wanted = list_filter(after=after, before=before, document=document, name=speaker, sort=sort, limit=limit)
    return answer_lines(files, db, lambda registry: registry.lines("agenda", wanted), form, "agenda")
