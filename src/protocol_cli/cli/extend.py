"""`protocol extend ID --to DAY --reason …`: the term of an assignment is moved; the old one is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from protocol_cli.cli import talk
from protocol_cli.cli.days import short_day
from protocol_cli.cli.framework import Command
from protocol_cli.cli.journal_entry import Id, On, brief, write_entry
from protocol_cli.cli.messages import tr
from protocol_cli.cli.options import Db, Quiet, Verbose, day_option, today

if TYPE_CHECKING:
    from protocol_cli.registry import Record, Registry

To = Annotated[str | None, typer.Option("--to", metavar=tr("general.date_mark"), help=tr("journal.to"))]
Reason = Annotated[str | None, typer.Option("--reason", metavar=tr("general.text_mark"), help=tr("journal.reason"))]


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(name="extend", cls=Command, help=tr("journal.help_extend"))(extend)


def extend(
    id: Id,  # noqa: A002 - the argument's name
    to: To = None,
    reason: Reason = None,
    on: On = None,
    db: Db = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Return 0, 3 when there is no such assignment, 4 when the registry failed."""
    talk.settle(quiet=quiet, verbose=verbose)
    until, day = day_option(to, "--to"), day_option(on, "--on") or today()
    if until is None or not reason:
        raise typer.BadParameter(tr("journal.extend_needs"), param_hint="--to" if until is None else "--reason")

    def write(registry: Registry, record: Record) -> str:
        registry.write_journal(record["key"], "extend", day, until=until, note=reason)
        return tr("journal.was_extended", id=record["id"], what=brief(record), day=short_day(until))

    return write_entry(id, db, write)
