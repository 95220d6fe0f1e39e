"""LTR006: the letter answered is named twice."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.models import Letter
from protocol_cli.validation.editions import Requisite
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule


def check(paper: Paper) -> Iterator[Found]:
    part = paper.letter
    if part is None or not isinstance(part.content, Letter):
        return
    answered = {(told.number, told.date) for told in part.content.in_reply_to if told.number and told.date}
    for reference in paper.document.references:
        if (reference.number, reference.date) in answered and part.head_end <= reference.span.start < part.end:
            yield Found(reference.span, {"text": f"№ {reference.number}"}, part.address)


RULE = Rule(
    code="LTR006",
    name="reference-twice",
    severity=Severity.INFO,
    checks=Phrase("на письмо-запрос сослались дважды", "The letter answered is named twice"),
    message=Phrase(
        "письмо {text} названо и в «на № … от …», и в тексте",
        "the letter {text} is named both in «на № … от …» and in the text",
    ),
    why=Phrase(
        "когда ссылка стоит в реквизите, в тексте её не повторяют",
        "what stands in the requisite is not repeated in the text",
    ),
    mend=Phrase("уберите ссылку из текста", "remove it from the text"),
    wrong="на № 57-2097 от 08.04.2021 … На Ваше письмо от 08.04.2021 № 57-2097 сообщаем …",
    right="на № 57-2097 от 08.04.2021 … Сообщаем …",
    check=check,
    requisite=Requisite.REFERENCE,
)
