"""LTR016: the letterhead has neither address nor phone nor mail."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocol_cli.models import Letter
from protocol_cli.validation.editions import Requisite
from protocol_cli.validation.evidence import may_have_contact
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.heads import without_numbers
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule

_ADDRESS = re.compile(r"\bул\.|\bпр\.|просп|улиц|\bд\.\s?\d|\bпер\.|\bпл\.|\d{6}", re.IGNORECASE)


def check(paper: Paper) -> Iterator[Found]:
    part = paper.letter
    if part is None or not isinstance(part.content, Letter) or part.content.organization is None or not paper.text:
        return
    data = part.content.contacts
    head = without_numbers(paper.head(part))
    if any((data.address, data.phones, data.faxes, data.emails, data.websites, data.postal_code)):
        return
    if not may_have_contact(head) and not _ADDRESS.search(head):
        yield Found(paper.opening(part), address=part.address)


RULE = Rule(
    code="LTR016",
    name="no-contacts",
    severity=Severity.INFO,
    checks=Phrase(
        "на бланке нет ни адреса, ни телефона, ни почты",
        "The letterhead has neither address nor phone nor mail",
    ),
    message=Phrase("нет справочных данных организации", "there are no contact data of the organisation"),
    why=Phrase(
        "получателю неоткуда узнать, куда отвечать",
        "the addressee cannot tell where to answer",
    ),
    mend=Phrase(
        "добавьте под названием адрес, телефон и почту",
        "add address, phone and mail below the name",
    ),
    wrong="Департамент школьного образования Светлоярской области",
    right="Департамент школьного образования Светлоярской области Набережная ул., д. 14 тел. (386 9) 412-035",
    check=check,
    requisite=Requisite.CONTACTS,
)
