"""PRT001: the protocol does not say where the meeting was held."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocol_cli.validation.attached import protocol_of
from protocol_cli.validation.editions import Requisite
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule

_PLACE = re.compile(
    r"\b[гс]\.[ \xa0]?[А-ЯЁ]|(?i:\bгород|\bул\.|\bпос\.|пгт|кабинет|\bзал|мест[оа]|москва|санкт|ауд\.|дистанц|видео|онлайн|заочн)"
)


def check(paper: Paper) -> Iterator[Found]:
    for part in paper.protocols:
        protocol = protocol_of(part)
        if protocol is not None and protocol.place is None and not _PLACE.search(paper.head(part)):
            yield Found(paper.opening(part), address=part.address)


RULE = Rule(
    code="PRT001",
    name="no-place",
    severity=Severity.INFO,
    checks=Phrase("в протоколе не указано место", "The protocol does not say where the meeting was held"),
    message=Phrase("не указано место заседания", "the place of the meeting is not given"),
    why=Phrase(
        "место – реквизит протокола; его опускают, если оно видно из названия организации",
        "the place is a requisite; it is left out where the organisation's name tells it",
    ),
    mend=Phrase("добавьте под датой: «г. Светлоярск»", "add it below the date"),
    wrong="16 апреля 2021 года 11.00",
    right="16 апреля 2021 года 11.00 г. Светлоярск, ул. Типографская, 3",
    check=check,
    requisite=Requisite.PLACE,
)
