"""`protocol report`: one HTML page that shows how assignments stand, and needs no network."""

from __future__ import annotations

from typing import Annotated

import typer

from protocol_cli.cli import talk
from protocol_cli.cli.asking import SERVICE_FAILED, Files, registry_trouble
from protocol_cli.cli.deadlines import (
    After,
    All,
    Before,
    Kind,
    On,
    Overdue,
    Profile,
    Responsible,
    Today,
    Within,
    span_of,
)
from protocol_cli.cli.export_options import Force, Output, Status, filter_of, moment_of, page_stream, refuse_early
from protocol_cli.cli.framework import Command
from protocol_cli.cli.messages import count, tr
from protocol_cli.cli.options import Db, DocumentOption, Limit, Quiet, Verbose

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
    on: On = None,
    within: Within = None,
    overdue: Overdue = False,
    responsible: Responsible = None,
    kind: Kind = None,
    document: DocumentOption = None,
    undated: All = False,
    dated: DatedOnly = False,
    status: Status = None,
    limit: Limit = None,
    now: Today = None,
    profile: Profile = None,
    db: Db = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Return 0, 3 when an input could not be read or was not recognised, 4 when the registry failed."""
    talk.settle(quiet=quiet, verbose=verbose)
    moment = moment_of(now, profile)
    # A report shows all there is, unless a time is asked for.
    everything = undated or not (dated or before or after or on or within or overdue)
    wanted = filter_of(
        moment.today, before=before, after=after, on=on, within=within, overdue=overdue, responsible=responsible,
        kind=kind, document=document, undated=everything, status=status, limit=limit,
    )  # fmt: skip

    refuse_early(output, force=force, inputs=files)
    from protocol_cli.cli.export_source import selection
    from protocol_cli.export.to_html import write_report
    from protocol_cli.registry import RegistryError

    try:
        with (
            selection(files, db, wanted, overdue=overdue) as chosen,
            page_stream(output, force=force, inputs=files or ()) as stream,
        ):
            span = span_of(wanted)
            number = write_report(stream, chosen.rows(moment), moment, f"; срок{span}" if span else "")
        talk.note(count("export.number", number))
        return chosen.code
    except RegistryError as error:
        talk.complain(registry_trouble(error))
        return SERVICE_FAILED
