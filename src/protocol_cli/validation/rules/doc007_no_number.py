"""DOC007: the document has no registration number."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.validation.editions import Requisite
from protocol_cli.validation.evidence import may_have_number, without_reference_line
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.heads import without_dates
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule


def check(paper: Paper) -> Iterator[Found]:
    for part in paper.parts:
        if part.content.number is not None:
            continue
        if part is not paper.letter:
            if "№" not in paper.head(part):
                yield Found(paper.opening(part), address=part.address, severity=Severity.INFO)
        elif not may_have_number(without_dates(without_reference_line(paper.head(part)))):
            yield Found(paper.opening(part), address=part.address, severity=paper.missing(may_be_drawn=True))


RULE = Rule(
    code="DOC007",
    name="no-number",
    severity=Severity.ERROR,
    checks=Phrase("у документа нет регистрационного номера", "The document has no registration number"),
    message=Phrase("нет регистрационного номера", "there is no registration number"),
    why=Phrase(
        "на письмо без номера нельзя сослаться в ответе; протокол без номера находят только по дате",
        "nobody can refer to a letter without a number; a protocol without one is found by its date alone",
    ),
    mend=Phrase(
        "зарегистрируйте документ и поставьте номер после даты: 06.05.2021 № 43-1186",
        "register the paper and put the number after the date",
    ),
    wrong="06.05.2021",
    right="06.05.2021 № 43-1186",
    check=check,
    requisite=Requisite.NUMBER,
)
