"""`protocol references`: other documents that the documents name."""

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

Kind = Annotated[
    str | None, typer.Option("--kind", metavar=tr("general.text_mark"), help=tr("lists.reference_kind"))
]
Text = Annotated[str | None, typer.Option("--text", metavar=tr("general.text_mark"), help=tr("lists.reference_text"))]
Relation = Annotated[str | None, choice_option("--relation", "lists.relation", "reference", "reply")]
Sort = Annotated[str | None, sort_option("date", "number", "kind", "issuer")]


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(name="references", cls=Command, help=tr("lists.help_references"))(references)


def references(
    files: Files = None,
    after: DatedAfter = None,
    before: DatedBefore = None,
    document: DocumentOption = None,
    kind: Kind = None,
    text: Text = None,
    relation: Relation = None,
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
    wanted = list_filter(
        after=after, before=before, document=document, kind=kind, organization=text, role=relation, sort=sort, limit=limit
    )
    return answer_lines(files, db, lambda registry: registry.lines("references", wanted), form, "references")
