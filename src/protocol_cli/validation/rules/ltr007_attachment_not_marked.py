"""LTR007: the text speaks of an attachment that no mark lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocol_cli.models import Letter
from protocol_cli.validation.editions import Requisite
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule

_WORDS = ("прилага", "приложени")
_SAID = re.compile(
    r"согласно приложени[юя]|в приложении к (?:настоящему |данному )?письму|\bприлагаем[ .:]|\bприлага[ею]тся\s*[.;:]"
    r"|\(приложение\)|\(прилагается\)|приложени[ея] к настоящему письму",
)
_MARK = re.compile(r"(?:^|\n)\s*(?:приложени[ея]|перечень|список)(?=[\s:№.–-])")


def check(paper: Paper) -> Iterator[Found]:
    part = paper.letter
    if part is None or not isinstance(part.content, Letter) or part.content.attachments:
        return
    if not paper.says(part, _WORDS):
        return
    match = _SAID.search(paper.folded, part.head_end, part.end)
    if match and not _MARK.search(paper.folded, match.end()):
        yield Found(paper.span(match.start(), match.end()), {"text": match[0]}, part.address)


RULE = Rule(
    code="LTR007",
    name="attachment-not-marked",
    severity=Severity.WARNING,
    checks=Phrase(
        "в тексте говорится о приложении, а отметки о нём нет",
        "The text speaks of an attachment that no mark lists",
    ),
    message=Phrase(
        "сказано «{text}», а отметки «Приложение: …» нет",
        "it says {text!r}, but there is no mark «Приложение: …»",
    ),
    why=Phrase(
        "получатель не узнает, всё ли дошло",
        "the addressee cannot tell whether everything came",
    ),
    mend=Phrase(
        "добавьте под текстом: «Приложение: на 3 л. в 1 экз.»",
        "add below the text: «Приложение: на 3 л. в 1 экз.»",
    ),
    wrong="Направляем протокол согласно приложению к настоящему письму.",
    right="Направляем протокол согласно приложению. Приложение: на 3 л. в 1 экз.",
    check=check,
    requisite=Requisite.ATTACHMENT,
)
