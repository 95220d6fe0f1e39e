"""Options that the commands which write files share, and the streams they write to."""

from __future__ import annotations

import datetime as dt
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO, NoReturn, TextIO, cast

import typer

from protocol_cli.cli.deadlines import window
from protocol_cli.cli.messages import tr
from protocol_cli.cli.options import choice_option, day_option, number_option, today
from protocol_cli.cli.output import answer_stream, check_target

if TYPE_CHECKING:
    from protocol_cli.export.rows import Moment
    from protocol_cli.registry import DeadlineFilter
    from protocol_cli.workdays import Profile

Output = Annotated[str | None, typer.Option("--output", "-o", metavar=tr("general.file_mark"), help=tr("export.output"))]
Force = Annotated[bool, typer.Option("--force", help=tr("export.force"))]
Status = Annotated[str | None, choice_option("--status", "export.status", "all", "open", "done")]


def moment_of(day: str | None, profile: str | None) -> Moment:
    """The day and the calendar's rule as typed. Raises typer.BadParameter."""
    from protocol_cli.export.rows import Moment

    return Moment(day_option(day, "--today") or today(), cast("Profile", profile or "gov"))


def filter_of(
    day: dt.date,
    *,
    before: str | None,
    after: str | None,
    on: str | None,
    within: str | None,
    overdue: bool,
    responsible: str | None,
    kind: str | None,
    document: str | None,
    undated: bool,
    status: str | None,
    limit: str | None,
) -> DeadlineFilter:
    """The filters of `protocol deadlines` as typed; here what is done is shown too. Raises typer.BadParameter."""
    from protocol_cli.registry import DeadlineFilter

    first, last = window(day, before=before, after=after, on=on, within=within, overdue=overdue)
    return DeadlineFilter(
        before=last,
        after=first,
        responsible=responsible,
        undated=undated and not overdue,
        every_day=True,
        kind=kind,
        document=document,
        status=status or "all",  # type: ignore[arg-type]
        limit=number_option(limit, "--limit"),
    )


def refuse_early(output: str | None, *, force: bool, inputs: Sequence[str] | None) -> None:
    """Say what is wrong with the file's name before anything is read. Raises typer.BadParameter."""
    if output is not None and (not Path(output).exists() or Path(output).is_file() or Path(output).is_dir()):
        check_target(Path(output).resolve(), output, force=force, inputs=inputs or ())


@contextmanager
def bytes_stream(output: str | None, *, force: bool, inputs: Sequence[str]) -> Iterator[BinaryIO]:
    """Yield a stream for bytes: a file that is whole or not there, or stdout unless it is a terminal."""
    _refuse_terminal(output)
    with _ending_gently(), answer_stream(output, force=force, inputs=inputs) as stream:
        yield stream.buffer
        stream.flush()


@contextmanager
def page_stream(output: str | None, *, force: bool, inputs: Sequence[str]) -> Iterator[TextIO]:
    """Yield a stream for HTML, which is no text to be read on a terminal."""
    _refuse_terminal(output)
    with text_stream(output, force=force, inputs=inputs) as stream:
        yield stream


@contextmanager
def text_stream(output: str | None, *, force: bool, inputs: Sequence[str]) -> Iterator[TextIO]:
    """Yield a stream for text that leaves line ends as they are written."""
    with _ending_gently(), answer_stream(output, force=force, inputs=inputs) as stream:
        reconfigure = getattr(stream, "reconfigure", None)
        if output is None and reconfigure:
            reconfigure(encoding="utf-8", newline="")
        yield stream


def _refuse_terminal(output: str | None) -> None:
    if output is None and sys.stdout.isatty():
        raise typer.BadParameter(tr("export.not_to_terminal"), param_hint="--output")


@contextmanager
def _ending_gently() -> Iterator[None]:
    """Let a process that is asked to end clear up after itself, as one that is interrupted does."""
    before = signal.signal(signal.SIGTERM, _end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _end(number: int, _: object) -> NoReturn:
    raise SystemExit(128 + number)
