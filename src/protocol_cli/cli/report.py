"""`protocol report`: one HTML page that shows how assignments stand, and needs no network."""

from __future__ import annotations

from typing import Annotated

import typer

from protocol_cli.cli import talk
from protocol_cli.cli.deadlines import SERVICE_FAILED, After, All, Before, Files, Responsible, span_of
from protocol_cli.cli.export_options import Force, Output, ProfileName, Today, moment_of, text_stream
from protocol_cli.cli.framework import Command
from protocol_cli.cli.messages import count, tr
from protocol_cli.cli.options import Db, Quiet, Verbose, day_option

DatedOnly = Annotated[bool, typer.Option("--dated", help=tr("report.dated"))]


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(name="report", cls=Command, help=tr("report.help"))(report)


def report(
    files: Files = None,
    output: Output = None,
    force: Force = False,
    before: Before = None,
    after: After = None,
    responsible: Responsible = None,
    undated: All = False,
    dated: DatedOnly = False,
    today: Today = None,
    profile: ProfileName = None,
    db: Db = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Return 0, 3 when an input could not be read or was not recognised, 4 when the registry failed."""
    talk.settle(quiet=quiet, verbose=verbose)
    moment = moment_of(today, profile)
    last, first = day_option(before, "--before"), day_option(after, "--after")

    from protocol_cli.registry import DeadlineFilter, RegistryError

    # A report shows all there is, unless a time is asked for.
    everything = undated or not (dated or last or first)
    wanted = DeadlineFilter(before=last, after=first, responsible=responsible, undated=everything)

    from protocol_cli.cli.export_source import selection
    from protocol_cli.export.to_html import write_report

    try:
        with selection(files, db, wanted) as chosen, text_stream(output, force=force, inputs=files or ()) as stream:
            span = span_of(wanted)
            number = write_report(stream, chosen.rows(moment), moment, f"; срок{span}" if span else "")
        talk.note(count("export.number", number))
        return chosen.code
    except RegistryError as error:
        from protocol_cli.cli.parse import registry_trouble

        talk.complain(registry_trouble(error))
        return SERVICE_FAILED
