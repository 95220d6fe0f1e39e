"""The options that commands share, and values typed at options."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from protocol_cli.cli.days import parse_date
from protocol_cli.cli.messages import tr

Quiet = Annotated[bool, typer.Option("--quiet", "-q", help=tr("general.help_quiet"))]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help=tr("general.help_verbose"))]
Db = Annotated[str | None, typer.Option("--db", metavar=tr("general.file_mark"), help=tr("general.db_option"))]
Limit = Annotated[str | None, typer.Option("--limit", "-n", metavar=tr("general.number_mark"), help=tr("general.help_limit"))]
DocumentOption = Annotated[
    str | None, typer.Option("--document", metavar=tr("general.id_mark"), help=tr("general.help_document"))
]
DatedAfter = Annotated[
    str | None, typer.Option("--after", metavar=tr("general.date_mark"), help=tr("general.help_dated_after"))
]
DatedBefore = Annotated[
    str | None, typer.Option("--before", metavar=tr("general.date_mark"), help=tr("general.help_dated_before"))
]
Json = Annotated[bool, typer.Option("--json", help=tr("general.help_json"))]


LONG_MARK = 40  # characters of a mark; more choices are told in the help
LIST_FORMATS = ("table", "json", "jsonl", "csv")


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


def number_option(text: str | None, option: str) -> int | None:
    """The whole number, from 0, typed at `option`. Raises typer.BadParameter for what is none."""
    if text is None:
        return None
    if not text.isdecimal():
        raise typer.BadParameter(tr("general.bad_number", text=text), param_hint=option)
    return int(text)


def choice_option(name: str, sentence: str, *choices: str) -> Any:  # noqa: ANN401 - typer's
    """The option `name`, explained by `sentence`, that takes one of the choices and completes them."""
    mark, told = "|".join(choices), tr(sentence)
    if len(mark) > LONG_MARK:
        mark, told = tr("general.choice_mark"), f"{told} {', '.join(choices)}."
    return typer.Option(
        name,
        metavar=mark,
        help=told,
        callback=one_of(*choices),
        autocompletion=lambda: list(choices),
    )


def sort_option(*orders: str) -> Any:  # noqa: ANN401 - typer's
    """The option --sort with these orders, each also from the end with «-»."""
    both = [direction + order for order in orders for direction in ("", "-")]
    return typer.Option(
        "--sort",
        metavar="|".join(orders),
        help=tr("general.help_sort"),
        callback=one_of(*both),
        autocompletion=lambda: both,
    )


def registry_location(db: str | None) -> Path | str:
    """Where the registry is: --db, else PROTOCOL_DB, else the user's data folder; a server's address stays a string."""
    named = db or os.environ.get("PROTOCOL_DB")
    if named and "://" in named:
        return named
    if named:
        return Path(named).expanduser()
    from protocol_cli.registry.location import default_location

    return default_location()


ListFormat = Annotated[str | None, choice_option("--format", "general.help_format", *LIST_FORMATS)]
