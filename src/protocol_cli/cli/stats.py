"""`protocol stats`: the registry in numbers, with a small chart on a terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from protocol_cli.cli.asking import Files, ask, list_form
from protocol_cli.cli.framework import Command
from protocol_cli.cli.messages import tr
from protocol_cli.cli.options import Db, Json, Quiet, Verbose, choice_option, day_option, today
from protocol_cli.cli.output import JsonWriter

if TYPE_CHECKING:
    from protocol_cli.registry import Registry

FORMATS = ("table", "json", "jsonl")

Today = Annotated[str | None, typer.Option("--today", metavar=tr("general.date_mark"), help=tr("lists.today"))]
Format = Annotated[str | None, choice_option("--format", "general.help_format", *FORMATS)]


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(name="stats", cls=Command, help=tr("lists.help_stats"))(stats)


def stats(
    files: Files = None,
    on: Today = None,
    as_json: Json = False,
    format: Format = None,  # noqa: A002 - the option's name
    db: Db = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Return 0, 3 when an input could not be read or was not recognised, 4 when the registry failed."""
    form = list_form(format, as_json=as_json, quiet=quiet, verbose=verbose)
    day = day_option(on, "--today") or today()

    def question(registry: Registry | None) -> None:
        if registry is None:
            from protocol_cli.registry import Registry as Opened

            with Opened.temporary() as empty:
                question(empty)
            return
        found = registry.statistics(day)
        if form == "table":
            from protocol_cli.cli.stats_chart import draw_statistics

            draw_statistics(sys.stdout, found)
            return
        writer = JsonWriter(sys.stdout, form, many=False)
        writer.add(found)
        writer.close()

    return ask(files, db, question)
