"""`protocol done ID`: an assignment is carried out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from protocol_cli.cli import talk
from protocol_cli.cli.days import short_day
from protocol_cli.cli.framework import Command
from protocol_cli.cli.journal_entry import Id, Note, On, brief, write_entry
from protocol_cli.cli.messages import tr
from protocol_cli.cli.options import Db, Quiet, Verbose, day_option, today

if TYPE_CHECKING:
    from protocol_cli.registry import Record, Registry


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(name="done", cls=Command, help=tr("journal.help_done"))(done)


def done(
    id: Id,  # noqa: A002 - the argument's name
    on: On = None,
    note: Note = None,
    db: Db = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Return 0, 3 when there is no such assignment, 4 when the registry failed."""
    talk.settle(quiet=quiet, verbose=verbose)
    day = day_option(on, "--on") or today()

    def write(registry: Registry, record: Record) -> str:
        registry.write_journal(record["key"], "done", day, note=note)
        return tr("journal.was_done", id=record["id"], what=brief(record), day=short_day(day))

    return write_entry(id, db, write)
