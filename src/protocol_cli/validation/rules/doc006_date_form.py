"""DOC006: the date is not written as the standard asks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocol_cli.validation.editions import Requisite
from protocol_cli.validation.finding import Phrase, Severity, Value
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule

_DIGITS = re.compile(r"\d\d\.\d\d\.\d{4}")
_WORDS = re.compile(r"(?:[1-9]|\d\d(?=[»”\"])|[1-3]\d)[»”\"]? .*", re.DOTALL)


def check(paper: Paper) -> Iterator[Found]:
    for part in paper.parts:
        for date in paper.dates:
            if date.day is None or date.day != part.content.date or not part.start <= date.start < part.head_end:
                continue
            good = {"digits": _DIGITS, "words": _WORDS}.get(date.form)
            if good is None or not good.fullmatch(date.text):
                values: dict[str, Value] = {"text": date.text, "digits": date.day}
                yield Found(paper.span(date.start, date.end), values, part.address)
            break


RULE = Rule(
    code="DOC006",
    name="date-form",
    severity=Severity.INFO,
    checks=Phrase("дата написана не по стандарту", "The date is not written as the standard asks"),
    message=Phrase(
        "дата «{text}» написана не так, как требует стандарт",
        "the date {text!r} is not written as the standard asks",
    ),
    why=Phrase(
        "стандарт знает две записи: 06.05.2021 и 6 мая 2021 г. – без нуля перед числом",
        "the standard knows two forms: 06.05.2021, and 6 мая 2021 г. without a leading zero",
    ),
    mend=Phrase(
        "напишите {digits} или словами: число без нуля, месяц, год",
        "write {digits}, or in words without a leading zero",
    ),
    wrong="5.6.2021, 05.06.21, 2021-06-05, 05 июня 2021 г.",
    right="05.06.2021 или 5 июня 2021 г.",
    check=check,
    requisite=Requisite.DATE,
)
