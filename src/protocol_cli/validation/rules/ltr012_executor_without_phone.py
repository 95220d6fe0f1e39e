"""LTR012: the executor has no phone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocol_cli.models import Letter
from protocol_cli.validation.editions import Requisite
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule

_DIGITS = re.compile(r"\d[\d\s()-]{3,}\d")
_NEAR = 200


def check(paper: Paper) -> Iterator[Found]:
    part = paper.letter
    executor = part.content.executor if part and isinstance(part.content, Letter) else None
    if part is None or executor is None or executor.phone:
        return
    near = paper.text[executor.span.start : min(executor.span.end + _NEAR, max(part.end, executor.span.end))]
    if not _DIGITS.search(near):
        yield Found(executor.span, {"name": executor.name}, part.address)


RULE = Rule(
    code="LTR012",
    name="executor-without-phone",
    severity=Severity.WARNING,
    checks=Phrase("у исполнителя нет телефона", "The executor has no phone"),
    message=Phrase("у исполнителя {name} не указан телефон", "no phone is given for the executor {name}"),
    why=Phrase(
        "отметка нужна, чтобы позвонить исполнителю",
        "the mark is there so that the executor can be called",
    ),
    mend=Phrase("добавьте телефон", "add the phone"),
    wrong="Тетерина Ольга Юрьевна",
    right="Тетерина Ольга Юрьевна (386 9) 41 20 58",
    check=check,
    requisite=Requisite.EXECUTOR,
)
