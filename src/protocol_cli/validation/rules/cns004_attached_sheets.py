"""CNS004: the attachment has more or fewer sheets than listed."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.models import Letter
from protocol_cli.validation.attached import attached_protocol
from protocol_cli.validation.editions import Requisite
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule


def check(paper: Paper) -> Iterator[Found]:
    part, letter = attached_protocol(paper), paper.letter
    source = paper.document.source
    if (
        part is None
        or letter is None
        or not isinstance(letter.content, Letter)
        or source.format != "pdf"
        or not source.pages
    ):
        return
    marks = letter.content.attachments
    sheets = marks[0].sheets if len(marks) == 1 else None
    pages = source.pages - part.content.span.page + 1
    # A sheet has two sides, and the letter may end on the page where the protocol begins.
    if sheets and part.content.span.page > letter.content.span.page and not sheets <= pages <= 2 * sheets:
        yield Found(marks[0].span, {"sheets": sheets, "pages": pages}, letter.address)


RULE = Rule(
    code="CNS004",
    name="attached-sheets",
    severity=Severity.WARNING,
    checks=Phrase(
        "листов в приложении больше или меньше, чем указано",
        "The attachment has more or fewer sheets than listed",
    ),
    message=Phrase(
        "указано листов: {sheets}, а протокол занимает страниц: {pages}",
        "{sheets} sheets are listed, the protocol has {pages} pages",
    ),
    why=Phrase("получатель решит, что дошло не всё", "the addressee will think that something is lost"),
    mend=Phrase("исправьте число листов", "mend the number of sheets"),
    wrong="Приложение: на 1 л. в 1 экз. (протокол на 5 страницах)",
    right="Приложение: на 5 л. в 1 экз.",
    check=check,
    requisite=Requisite.ATTACHMENT,
)
