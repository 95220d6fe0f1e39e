"""`protocol status [ID]`: the journal of execution, of one assignment or of all."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from protocol_cli.cli.asking import INPUT_FAILED, answer_lines, list_filter, list_form
from protocol_cli.cli.framework import Command
from protocol_cli.cli.journal_entry import complain_of
from protocol_cli.cli.messages import tr
from protocol_cli.cli.options import Db, DocumentOption, Json, Limit, ListFormat, Quiet, Verbose, choice_option

if TYPE_CHECKING:
    from protocol_cli.registry import Record, Registry

Id = Annotated[str | None, typer.Argument(metavar=tr("journal.id_mark"), help=tr("journal.id"))]
Action = Annotated[str | None, choice_option("--action", "journal.action", "done", "reopen", "extend")]


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(name="status", cls=Command, help=tr("journal.help_status"))(status)


def status(
    id: Id = None,  # noqa: A002 - the argument's name
    document: DocumentOption = None,
    action: Action = None,
    limit: Limit = None,
    as_json: Json = False,
    format: ListFormat = None,  # noqa: A002 - the option's name
    db: Db = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Return 0, 3 when there is no such assignment, 4 when the registry failed."""
    form = list_form(format, as_json=as_json, quiet=quiet, verbose=verbose)
    if id is None:
        wanted = list_filter(document=document, kind=action, limit=limit)
        return answer_lines(None, db, lambda registry: registry.journal(wanted), form, "journal")
    found: list[Record] = []

    def lines(registry: Registry) -> Iterable[Record]:
        found.extend(registry.find_assignments(id))
        for record in found:
            del record["key"], record["place"]
        if not found:
            complain_of(id, found)
        return found

    code = answer_lines(None, db, lines, form, "control")
    return code or (0 if found else INPUT_FAILED)
