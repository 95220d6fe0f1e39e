"""`protocol documents`: the documents of the registry."""

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
    Json,
    Limit,
    ListFormat,
    Quiet,
    Verbose,
    choice_option,
    sort_option,
)

Kind = Annotated[
    str | None, choice_option("--kind", "lists.document_kind", "letter", "protocol", "assignments", "other")
]
Organization = Annotated[
    str | None, typer.Option("--organization", metavar=tr("general.text_mark"), help=tr("lists.author"))
]
Sort = Annotated[str | None, sort_option("date", "number", "organization", "subject", "source", "kind")]


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(name="documents", cls=Command, help=tr("lists.help_documents"))(documents)


def documents(
    files: Files = None,
    after: DatedAfter = None,
    before: DatedBefore = None,
    kind: Kind = None,
    organization: Organization = None,
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
    wanted = list_filter(after=after, before=before, kind=kind, organization=organization, sort=sort, limit=limit)
    return answer_lines(files, db, lambda registry: registry.lines("documents", wanted), form, "documents")
