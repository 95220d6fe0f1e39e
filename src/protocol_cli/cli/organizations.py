"""`protocol organizations`: organisations, each once."""

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
    sort_option,
)

ROLES = ("author", "parent", "addressee", "copy", "issuer", "employer")

Name = Annotated[str | None, typer.Option("--name", metavar=tr("general.text_mark"), help=tr("lists.organization_name"))]
Role = Annotated[str | None, choice_option("--role", "lists.organization_role", *ROLES)]
Sort = Annotated[str | None, sort_option("name", "documents", "assignments")]


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(name="organizations", cls=Command, help=tr("lists.help_organizations"))(organizations)


def organizations(
    files: Files = None,
    after: DatedAfter = None,
    before: DatedBefore = None,
    document: DocumentOption = None,
    name: Name = None,
    role: Role = None,
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
    wanted = list_filter(after=after, before=before, document=document, name=name, role=role, sort=sort, limit=limit)
    return answer_lines(files, db, lambda registry: registry.organizations(wanted), form, "organizations")
