"""LTR008: the mark of an attachment counts neither sheets nor copies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocol_cli.models import Letter
from protocol_cli.validation.editions import Requisite
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule

_COUNTED = re.compile(
    r"\d+\s*(?:-?\w{1,2}\s)?(?:л\b|лист|экз|стр|кб|мб|файл)|электронн|в эл\.|диск|файл|ссылк|архив|\bпо тексту",
    re.IGNORECASE,
)
_AFTER = 60


def check(paper: Paper) -> Iterator[Found]:
    part = paper.letter
    if part is None or not isinstance(part.content, Letter):
        return
    for attachment in part.content.attachments:
        if attachment.sheets is not None or attachment.copies is not None or attachment.format:
            continue
        after = paper.text[attachment.span.end : attachment.span.end + _AFTER].partition("\n")[0]
        if not _COUNTED.search(f"{attachment.text} {after}"):
            yield Found(attachment.span, address=part.address)


RULE = Rule(
    code="LTR008",
    name="attachment-without-sheets",
    severity=Severity.INFO,
    checks=Phrase(
        "в отметке о приложении нет числа листов и экземпляров",
        "The mark of an attachment counts neither sheets nor copies",
    ),
    message=Phrase(
        "у приложения не указано ни листов, ни экземпляров",
        "neither sheets nor copies of the attachment are told",
    ),
    why=Phrase("по отметке проверяют, всё ли дошло", "by the mark one checks whether everything came"),
    mend=Phrase("допишите «на 3 л. в 1 экз.»", "add «на 3 л. в 1 экз.»"),
    wrong="Приложение: протокол семинара-совещания",
    right="Приложение: протокол семинара-совещания на 3 л. в 1 экз.",
    check=check,
    requisite=Requisite.ATTACHMENT,
)
