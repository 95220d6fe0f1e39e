"""Exports that take one document: an extract from a protocol, Akoma Ntoso."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from protocol_cli.cli import talk
from protocol_cli.cli.export_options import bytes_stream
from protocol_cli.cli.messages import count, tr

if TYPE_CHECKING:
    from protocol_cli.cli.export_source import Selection
    from protocol_cli.export.filed import FiledDocument
    from protocol_cli.models import Assignment, Protocol

RANGE = re.compile(r"(\d{1,4})\s*[-–]\s*(\d{1,4})")


def write_document(
    target: str,
    chosen: Selection,
    output: str | None,
    force: bool,
    inputs: Sequence[str],
    items: str | None,
    template: Path | None,
) -> int | None:
    """Write the one document that was named; None when there is not exactly one. Raises typer.BadParameter."""
    if not chosen.is_named:
        raise typer.BadParameter(tr("export.name_a_file", format=target), param_hint=tr("general.file_mark"))
    documents = list(zip(range(2), chosen.documents(), strict=False))
    if len(documents) != 1:
        if not chosen.code or documents:
            raise typer.BadParameter(tr("export.one_document", format=target), param_hint=tr("general.file_mark"))
        return 0  # what could not be read was told
    filed = documents[0][1]
    if target == "akn":
        from protocol_cli.export.to_akn import write_akn

        with bytes_stream(output, force=force, inputs=inputs) as stream:
            write_akn(stream, filed.document)
        return 1
    return _write_extract(filed, output, force, inputs, items, template)


def _write_extract(
    filed: FiledDocument, output: str | None, force: bool, inputs: Sequence[str], items: str | None, template: Path | None
) -> int:
    from protocol_cli.cli.export import bad_template
    from protocol_cli.export.to_docx_extract import write_extract
    from protocol_cli.export.word_form import FormError

    document = filed.document
    if not document.protocols:
        raise typer.BadParameter(tr("export.no_protocol", name=document.source.name), param_hint="--form")
    protocol, chosen = _chosen_items(document.protocols, items)
    organization = document.letter.organization.name if document.letter and document.letter.organization else None
    try:
        with bytes_stream(output, force=force, inputs=inputs) as stream:
            number = write_extract(stream, protocol, chosen, template=template, organization=organization)
    except (FormError, FileNotFoundError) as error:
        raise bad_template(template) from error
    talk.note(count("export.number", number))
    return number


def _chosen_items(protocols: Sequence[Protocol], items: str | None) -> tuple[Protocol, list[Assignment]]:
    """The first protocol that has the items asked for («2,5-7», «1.2»), and those items in its order."""
    if not items:
        return protocols[0], list(protocols[0].decisions)
    wanted = _numbers(items)
    for protocol in protocols:
        found = [item for item in protocol.decisions if (item.number or "").casefold() in wanted]
        if found and {(item.number or "").casefold() for item in found} >= wanted:
            return protocol, found
    known = [item.number for protocol in protocols for item in protocol.decisions if item.number]
    raise typer.BadParameter(tr("export.no_such_item", items=items, known=", ".join(known)), param_hint="--items")


def _numbers(items: str) -> set[str]:
    numbers: set[str] = set()
    for part in re.split(r"[,;\s]+", re.sub(r"\s*[-–]\s*", "-", items.strip())):
        if match := RANGE.fullmatch(part):
            numbers |= {str(number) for number in range(int(match[1]), int(match[2]) + 1)}
        elif part:
            numbers.add(part.casefold().rstrip("."))
    return numbers
