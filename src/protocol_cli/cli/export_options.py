"""Options that the commands which write files share."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, BinaryIO, TextIO, cast

import typer

from protocol_cli.cli.messages import tr
from protocol_cli.cli.options import day_option, one_of, today
from protocol_cli.cli.output import answer_stream

if TYPE_CHECKING:
    from protocol_cli.export.rows import Moment
    from protocol_cli.workdays import Profile

PROFILES = ("gov", "civil", "none")

Output = Annotated[str | None, typer.Option("--output", "-o", metavar=tr("general.file_mark"), help=tr("export.output"))]
Force = Annotated[bool, typer.Option("--force", help=tr("export.force"))]
Today = Annotated[str | None, typer.Option("--today", metavar=tr("general.date_mark"), help=tr("export.today"))]
ProfileName = Annotated[
    str | None,
    typer.Option(
        "--profile",
        metavar="|".join(PROFILES),
        help=tr("export.profile"),
        callback=one_of(*PROFILES),
        autocompletion=lambda: list(PROFILES),
    ),
]


def moment_of(day: str | None, profile: str | None) -> Moment:
    """The day and the calendar's rule as typed. Raises typer.BadParameter."""
    from protocol_cli.export.rows import Moment

    return Moment(day_option(day, "--today") or today(), cast("Profile", profile or "gov"))


@contextmanager
def bytes_stream(output: str | None, *, force: bool, inputs: Sequence[str]) -> Iterator[BinaryIO]:
    """Yield a stream for bytes: a file that is whole or not there, or stdout unless it is a terminal."""
    if output is None and sys.stdout.isatty():
        raise typer.BadParameter(tr("export.not_to_terminal"), param_hint="--output")
    with answer_stream(output, force=force, inputs=inputs) as stream:
        yield stream.buffer
        stream.flush()


@contextmanager
def text_stream(output: str | None, *, force: bool, inputs: Sequence[str]) -> Iterator[TextIO]:
    """Yield a stream for text that leaves line ends as they are written."""
    with answer_stream(output, force=force, inputs=inputs) as stream:
        reconfigure = getattr(stream, "reconfigure", None)
        if output is None and reconfigure:
            reconfigure(encoding="utf-8", newline="")
        yield stream
