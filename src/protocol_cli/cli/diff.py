"""`protocol diff A B`: which decisions came, went, or read differently."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from protocol_cli.cli import talk
from protocol_cli.cli.framework import Command
from protocol_cli.cli.messages import tr
from protocol_cli.cli.options import Json, Quiet, Verbose, one_of
from protocol_cli.cli.output import JsonWriter
from protocol_cli.cli.parse import INPUT_FAILED, chosen_form

if TYPE_CHECKING:
    from protocol_cli.models import Document

FORMATS = ("table", "json")

First = Annotated[str, typer.Argument(metavar=tr("diff.first_mark"), help=tr("diff.first"))]
Second = Annotated[str, typer.Argument(metavar=tr("diff.second_mark"), help=tr("diff.second"))]
Everything = Annotated[bool, typer.Option("--all", help=tr("diff.all"))]
Format = Annotated[
    str | None,
    typer.Option("--format", metavar="|".join(FORMATS), help=tr("diff.format"), callback=one_of(*FORMATS),
                 autocompletion=lambda: list(FORMATS)),
]  # fmt: skip


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(name="diff", cls=Command, help=tr("diff.help"))(diff)


def diff(
    first: First,
    second: Second,
    everything: Everything = False,
    as_json: Json = False,
    format: Format = None,  # noqa: A002 - the option's name
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Return 0, or 3 when an input could not be read or was not recognised."""
    talk.settle(quiet=quiet, verbose=verbose)
    form = chosen_form(format, as_json=as_json, to_screen=True, many=False, pretty="table")
    before, after = _document(first), _document(second)
    if before is None or after is None:
        return INPUT_FAILED

    from protocol_cli.export.comparison import Change, as_record, compare

    found = compare(before, after)
    shown = [one for one in found if everything or one.change is not Change.SAME]
    if form == "json":
        same = sum(one.change is Change.SAME for one in found)
        writer = JsonWriter(sys.stdout, "json", many=False)
        writer.add(
            {
                "before": _head(before), "after": _head(after), "same": same,
                "changes": [as_record(one) for one in shown],
            }
        )  # fmt: skip
        writer.close()
        return 0
    from protocol_cli.cli.diff_table import write_differences

    write_differences(sys.stdout, shown, found, before.source.name, after.source.name)
    return 0


def _document(name: str) -> Document | None:
    from protocol_cli.cli.inputs import read_documents_or_json, recognised

    given = next(iter(read_documents_or_json([name])), None)
    if given is None or given.document is None or not recognised(given.document, given.name):
        return None
    return given.document


def _head(document: Document) -> dict[str, object]:
    """What tells the document from others."""
    head = document.protocols[0] if document.protocols else document.letter
    return {
        "source": document.source.name,
        "sha256": document.source.sha256,
        "kind": document.kind.value,
        "number": head.number if head else None,
        "date": head.date.isoformat() if head and head.date else None,
    }
