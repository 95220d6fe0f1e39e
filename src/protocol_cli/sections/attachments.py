"""The attachment mark (ГОСТ Р 7.0.97, requisite 19): «Приложение: на 3 л. в 1 экз. в формате pdf.»."""

from __future__ import annotations

from collections.abc import Sequence

from protocol_cli.grammar.attachment_mark import read_attachments
from protocol_cli.layout.joining import join_lines
from protocol_cli.layout.numbering import read_mark
from protocol_cli.layout.paragraphs import paragraphs
from protocol_cli.layout.text_rows import TextRow
from protocol_cli.models import Attachment
from protocol_cli.sections.paper import Paper


def read_attachment_mark(paper: Paper, rows: Sequence[TextRow]) -> list[Attachment]:
    """The attachments of a mark, in order."""
    if not rows:
        return []
    lines = paragraphs(rows, paper.wrap, lambda text: read_mark(text) is not None)
    passage = join_lines([p.passage for p in lines])
    out = []
    for found in read_attachments(passage.text):
        place = passage[found.start : found.end]
        paper.take("attachment", place)
        out.append(
            Attachment(
                title=found.title,
                sheets=found.sheets,
                copies=found.copies,
                format=found.format,
                text=found.text,
                span=paper.span(place),
            )
        )
    return out
