"""`protocol search`: words in the documents' texts, in any form."""

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
    choice_option,
)

PARTS = (
    "decision", "request", "subject", "body", "title", "agenda", "discussion", "participant", "organization", "addressee",
    "attachment",
)  # fmt: skip

Words = Annotated[str, typer.Argument(metavar=tr("general.text_mark"), help=tr("lists.words"))]
Part = Annotated[str | None, choice_option("--part", "lists.part", *PARTS)]


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(name="search", cls=Command, help=tr("lists.help_search"))(search)


def search(
    text: Words,
    files: Files = None,
    after: DatedAfter = None,
    before: DatedBefore = None,
    document: DocumentOption = None,
    part: Part = None,
    limit: Limit = None,
    as_json: Json = False,
    format: ListFormat = None,  # noqa: A002 - the option's name
    db: Db = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Return 0, 3 when an input could not be read or was not recognised, 4 when the registry failed."""
    form = list_form(format, as_json=as_json, quiet=quiet, verbose=verbose)
    wanted = list_filter(after=after, before=before, document=document, kind=part, limit=limit)
    return answer_lines(files, db, lambda registry: registry.search(text, wanted), form, "search")
