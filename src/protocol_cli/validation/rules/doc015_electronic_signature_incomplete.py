"""DOC015: the mark of the electronic signature lacks certificate, owner or validity."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocol_cli.validation.editions import Requisite
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule

_MARK = re.compile(r"подписан\w*\s+(?:усиленной\s+)?(?:квалифицированной\s+)?электронн\w+(?:\s+цифровой)?\s+подписью")
_NEAR = 400
_LACKING = (
    (re.compile(r"сертификат|[0-9a-f]{16}"), Phrase("сертификат", "certificate")),
    (re.compile(r"владел"), Phrase("владелец", "owner")),
    (re.compile(r"действит|срок действия|действует|дата подпис"), Phrase("срок действия", "validity")),
)


def check(paper: Paper) -> Iterator[Found]:
    if "электронн" not in paper.folded:
        return
    for part in paper.parts:
        for match in _MARK.finditer(paper.folded, part.tail_start, part.end):
            near = paper.folded[max(part.start, match.start() - _NEAR) : match.end() + _NEAR]
            lacking = [name for words, name in _LACKING if not words.search(near)]
            if lacking:
                told = Phrase(", ".join(p.russian for p in lacking), ", ".join(p.english for p in lacking))
                yield Found(paper.span(match.start(), match.end()), {"lacking": told}, part.address)


RULE = Rule(
    code="DOC015",
    name="electronic-signature-incomplete",
    severity=Severity.WARNING,
    checks=Phrase(
        "в отметке об электронной подписи нет сертификата, владельца или срока действия",
        "The mark of the electronic signature lacks certificate, owner or validity",
    ),
    message=Phrase(
        "в отметке об электронной подписи нет: {lacking}",
        "the mark of the electronic signature lacks: {lacking}",
    ),
    why=Phrase(
        "по отметке проверяют, чьей и действующей ли подписью подписано",
        "the mark tells whose signature it is and whether it was valid",
    ),
    mend=Phrase(
        "добавьте номер сертификата, владельца и срок действия",
        "add certificate, owner and validity",
    ),
    wrong="Документ подписан электронной подписью",
    right=(
        "Документ подписан электронной подписью Сертификат 00AB… Владелец Самохвалов К.А. Действителен с 01.01.2022 "
        "по 01.04.2023"
    ),
    check=check,
    requisite=Requisite.E_SIGNATURE,
)
