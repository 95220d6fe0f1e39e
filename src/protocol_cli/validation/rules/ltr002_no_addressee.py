"""LTR002: the letter names no addressee."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.models import Letter
from protocol_cli.validation.editions import Requisite
from protocol_cli.validation.evidence import may_have_addressee
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule


def check(paper: Paper) -> Iterator[Found]:
    part = paper.letter
    if part is None or not isinstance(part.content, Letter) or part.content.addressees or part.content.salutation:
        return
    if not may_have_addressee(paper.head(part)):
        yield Found(paper.opening(part), address=part.address, severity=paper.missing(may_be_drawn=True))


RULE = Rule(
    code="LTR002",
    name="no-addressee",
    severity=Severity.ERROR,
    checks=Phrase("в письме не назван адресат", "The letter names no addressee"),
    message=Phrase("не назван адресат", "no addressee is named"),
    why=Phrase(
        "письмо без адресата не отправить и никого им не обязать",
        "a letter to nobody can neither be sent nor oblige anybody",
    ),
    mend=Phrase("укажите справа вверху, кому письмо", "say at the upper right whom it is for"),
    wrong="06.05.2021 № 43-1186 О направлении протокола",
    right="06.05.2021 № 43-1186 Начальникам муниципальных органов О направлении протокола",
    check=check,
    requisite=Requisite.ADDRESSEE,
)
