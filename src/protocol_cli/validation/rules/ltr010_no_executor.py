"""LTR010: the letter has no mark of its executor."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.models import Letter
from protocol_cli.validation.editions import Requisite
from protocol_cli.validation.evidence import cut_out, may_have_contact, may_have_name
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule


def check(paper: Paper) -> Iterator[Found]:
    part = paper.letter
    if part is None or not isinstance(part.content, Letter) or part.content.executor is not None:
        return
    signed = part.content.signatories
    if not signed:
        return
    after = max(person.span.end for person in signed)
    rest = cut_out(paper.text[after : part.end], after, signed)
    if not (may_have_contact(rest) or may_have_name(rest)):
        yield Found(paper.closing(part), address=part.address)


RULE = Rule(
    code="LTR010",
    name="no-executor",
    severity=Severity.WARNING,
    checks=Phrase("в письме нет отметки об исполнителе", "The letter has no mark of its executor"),
    message=Phrase("нет отметки об исполнителе", "there is no mark of the executor"),
    why=Phrase("с вопросом по письму некому позвонить", "there is nobody to call with a question"),
    mend=Phrase(
        "внизу последнего листа укажите, кто готовил письмо, и его телефон",
        "name at the foot of the last sheet who prepared the letter, with the phone",
    ),
    wrong="Начальник департамента Л.А. Кошурникова",
    right="Начальник департамента Л.А. Кошурникова Тетерина Ольга Юрьевна (386 9) 41 20 58",
    check=check,
    requisite=Requisite.EXECUTOR,
)
