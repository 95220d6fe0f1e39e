"""DOC021: a restricted document has no copy number."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.models import Letter
from protocol_cli.validation.editions import Requisite
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule


def check(paper: Paper) -> Iterator[Found]:
    part = paper.letter
    mark = part.content.access_mark if part and isinstance(part.content, Letter) else None
    if part is not None and mark and "служебн" in mark.casefold() and "экз" not in mark.casefold():
        if paper.text and "экз. №" not in paper.folded and "экз.№" not in paper.folded and "экз. n" not in paper.folded:
            yield Found(paper.locate(mark, part.start, part.end, paper.opening(part)), {"mark": mark}, part.address)


RULE = Rule(
    code="DOC021",
    name="restricted-without-copy-number",
    severity=Severity.INFO,
    checks=Phrase(
        "у документа «Для служебного пользования» нет номера экземпляра",
        "A restricted document has no copy number",
    ),
    message=Phrase(
        "под пометкой «{mark}» нет номера экземпляра",
        "there is no copy number under the mark {mark!r}",
    ),
    why=Phrase(
        "экземпляры документов для служебного пользования учитывают поштучно (постановление № 1233, п. 2.3)",
        "copies of restricted papers are counted one by one",
    ),
    mend=Phrase("добавьте «Экз. № 1»", "add «Экз. № 1»"),
    wrong="Для служебного пользования",
    right="Для служебного пользования Экз. № 1",
    check=check,
    requisite=Requisite.ACCESS_MARK,
)
