"""`protocol people`: the people of the documents, each once; with a name, everything that the person is in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from protocol_cli.cli.asking import answer_lines, list_filter, list_form
from protocol_cli.cli.framework import Command
from protocol_cli.cli.inputs import STDIN
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

if TYPE_CHECKING:
    from collections.abc import Iterable

    from protocol_cli.registry import Record, Registry

ROLES = (
    "chair", "secretary", "participant", "absent", "invited", "speaker", "heard", "spoke", "responsible", "control",
    "signatory", "executor", "approver",
)  # fmt: skip

NameAndFiles = Annotated[
    list[str] | None,
    typer.Argument(metavar=f"{tr('general.name_mark')} {tr('general.file_mark')}…", help=tr("lists.name_and_files")),
]
Role = Annotated[str | None, choice_option("--role", "lists.person_role", *ROLES)]
Sort = Annotated[str | None, sort_option("name", "documents", "date")]


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(name="people", cls=Command, help=tr("lists.help_people"))(people)


def people(
    name_and_files: NameAndFiles = None,
    after: DatedAfter = None,
    before: DatedBefore = None,
    document: DocumentOption = None,
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
    name, files = name_apart(name_and_files or [])
    orders = {"date"} if name else {"name", "documents"}
    if sort and sort.removeprefix("-") not in orders:
        message = tr("general.one_of", value=sort, choices=", ".join(sorted(orders)))
        raise typer.BadParameter(message, param_hint="--sort")
    wanted = list_filter(
        after=after, before=before, document=document, name=name, role=role, sort=sort, limit=limit
    )

    def lines(registry: Registry) -> Iterable[Record]:
        return registry.appearances(wanted) if name else registry.people(wanted)

    return answer_lines(files, db, lines, form, "appearances" if name else "people")


def name_apart(words: list[str]) -> tuple[str | None, list[str]]:
    """The name and the files: the first word is a name unless there is such a file."""
    if words and words[0] != STDIN and not Path(words[0]).exists():
        return words[0], words[1:]
    return None, words
