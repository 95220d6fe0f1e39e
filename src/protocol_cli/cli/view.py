"""`protocol view`: the document page by page, what was found at its place, and the card beside it."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from protocol_cli.cli import talk
from protocol_cli.cli.export_options import Force, Output, page_stream
from protocol_cli.cli.framework import Command
from protocol_cli.cli.messages import count, tr
from protocol_cli.cli.options import Quiet, Verbose
from protocol_cli.cli.parse import INPUT_FAILED

if TYPE_CHECKING:
    from protocol_cli.cli.inputs import Input
    from protocol_cli.export.page_images import PageImage

File = Annotated[str, typer.Argument(metavar=tr("general.file_mark"), help=tr("view.file"))]
AsText = Annotated[bool, typer.Option("--text", help=tr("view.as_text"))]


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(name="view", cls=Command, help=tr("view.help"))(view)


def view(
    file: File,
    output: Output = None,
    force: Force = False,
    as_text: AsText = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Return 0, or 3 when the input could not be read or was not recognised."""
    talk.settle(quiet=quiet, verbose=verbose)
    from protocol_cli.cli.inputs import read_documents_or_json, recognised
    from protocol_cli.export.to_view import write_view

    given = next(iter(read_documents_or_json([file])), None)
    if given is None or given.document is None:
        return INPUT_FAILED
    if given.document.text is None:
        talk.complain(tr("view.no_text", name=file))
        return INPUT_FAILED
    known = recognised(given.document, given.name)  # what was not recognised is shown all the same: notices tell why
    with closing(_images(given, as_text=as_text)) as images, page_stream(output, force=force, inputs=[file]) as stream:
        number = write_view(stream, given.document, images)
    talk.note(count("view.number", number))
    return 0 if known else INPUT_FAILED


def _images(given: Input, *, as_text: bool) -> Generator[PageImage, None, None]:
    """The pages of a PDF file as pictures; none for anything else."""
    if as_text or given.path is None or given.document is None or given.document.source.format != "pdf":
        return
    from protocol_cli.export.page_images import page_images

    yield from page_images(Path(given.path))
