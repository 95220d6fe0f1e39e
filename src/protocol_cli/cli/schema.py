"""`protocol schema`: the JSON Schema of what `protocol parse` prints."""

from __future__ import annotations

import sys

import typer

from protocol_cli.cli.framework import Command
from protocol_cli.cli.messages import tr
from protocol_cli.cli.output import json_text, needs_ascii


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(name="schema", cls=Command, help=tr("general.help_schema"))(schema)


def schema() -> None:
    """Print the schema; titles and descriptions are the models' own."""
    from protocol_cli.models import Document

    described = Document.model_json_schema(mode="serialization", by_alias=True)
    described["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    sys.stdout.write(json_text(described, pretty=True, ascii_only=needs_ascii(sys.stdout)) + "\n")
