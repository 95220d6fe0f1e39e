"""DOC018: the letter has no heading «О …»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocol_cli.models import Letter
from protocol_cli.validation.editions import Edition, Requisite
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.heads import heading_without_preposition
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule

_HEADING = re.compile(r"(?:^|\s{2}|\t)(?:О|Об|Обо|O|По)\s+\w", re.MULTILINE)
_FIVE_LINES = 400  # characters


def check(paper: Paper) -> Iterator[Found]:
    part = paper.letter
    if part is None or not isinstance(part.content, Letter) or part.content.subject is not None:
        return
    length = sum(len(paragraph) for paragraph in part.content.body)
    if paper.edition is not Edition.GOST_2025 and length <= _FIVE_LINES:
        return
    if not _HEADING.search(paper.head(part)) and heading_without_preposition(paper, part) is None:
        yield Found(paper.opening(part), address=part.address)


RULE = Rule(
    code="DOC018",
    name="no-heading",
    severity=Severity.WARNING,
    checks=Phrase("у письма нет заголовка «О …»", "The letter has no heading «О …»"),
    message=Phrase("нет заголовка к тексту («О …»)", "there is no heading «О …»"),
    why=Phrase(
        (
            "по заголовку письмо регистрируют и находят; до 2025 года он необязателен для текста до пяти строк, "
            "теперь – для всех"
        ),
        "letters are registered and found by it; before 2025 a text of up to five lines could go without",
    ),
    mend=Phrase(
        "над текстом напишите, о чём он: «О направлении протокола …»",
        "say above the text what it is about",
    ),
    wrong="06.05.2021 № 43-1186 Уважаемые коллеги!",
    right="О направлении протокола семинара-совещания",
    check=check,
    requisite=Requisite.HEADING,
)
