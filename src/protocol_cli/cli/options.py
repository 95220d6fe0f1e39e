"""The options that commands share, and values typed at options."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from protocol_cli.cli.days import parse_date
from protocol_cli.cli.messages import tr

Quiet = Annotated[bool, typer.Option("--quiet", "-q", help=tr("general.help_quiet"))]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help=tr("general.help_verbose"))]
Db = Annotated[str | None, typer.Option("--db", metavar=tr("general.file_mark"), help=tr("general.help_db"))]
Json = Annotated[bool, typer.Option("--json", help=tr("general.help_json"))]


def today() -> dt.date:
    """The day by the user's clock: read here and nowhere below."""
    return dt.datetime.now().astimezone().date()


def day_option(text: str | None, option: str) -> dt.date | None:
    """The day typed at `option`. Raises typer.BadParameter with examples for what is no day."""
    if text is None:
        return None
    try:
        return parse_date(text, today())
    except ValueError as error:
        raise typer.BadParameter(tr("general.bad_date", text=text), param_hint=option) from error


def one_of(*choices: str) -> Callable[[str | None], str | None]:
    """The callback of an option that takes one of the `choices`, or nothing."""

    def check(value: str | None) -> str | None:
        if value is not None and value not in choices:
            raise typer.BadParameter(tr("general.one_of", value=value, choices=", ".join(choices)))
        return value

    return check


def registry_location(db: str | None) -> Path | str:
    """Where the registry is: --db, else PROTOCOL_DB, else the user's data folder; a server's address stays a string."""
    named = db or os.environ.get("PROTOCOL_DB")
    if named and "://" in named:
        return named
    if named:
        return Path(named).expanduser()
    from protocol_cli.registry.location import default_location

    return default_location()
