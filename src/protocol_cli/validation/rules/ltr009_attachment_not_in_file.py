"""LTR009: an attachment that is listed is not in the file."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.models import Letter
from protocol_cli.validation.editions import Requisite
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule


def check(paper: Paper) -> Iterator[Found]:
    part = paper.letter
    if part is None or not isinstance(part.content, Letter) or paper.document.protocols:
        return
    if part.content.attachments and (paper.document.source.pages or 1) == 1:
        yield Found(part.content.attachments[0].span, address=part.address)


RULE = Rule(
    code="LTR009",
    name="attachment-not-in-file",
    severity=Severity.INFO,
    checks=Phrase("отмеченного приложения в файле нет", "An attachment that is listed is not in the file"),
    message=Phrase(
        "приложение отмечено, но в файле только письмо",
        "an attachment is listed, but the file holds the letter alone",
    ),
    why=Phrase(
        "приложение могли потерять при сохранении; часто оно лежит рядом отдельным файлом",
        "it may have been lost; often it lies beside as a file of its own",
    ),
    mend=Phrase("проверьте, не лежит ли приложение рядом", "look whether it lies beside"),
    wrong="Приложение: на 3 л. в 1 экз. (в файле один лист)",
    right="письмо и протокол в одном файле",
    check=check,
    requisite=Requisite.ATTACHMENT,
    on=False,
)
