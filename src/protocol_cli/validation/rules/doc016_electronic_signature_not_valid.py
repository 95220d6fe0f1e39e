"""DOC016: the document is dated outside the certificate's validity."""

from __future__ import annotations

import datetime as dt
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
    mark, day = part.content.e_signature, part.content.date
    if mark is None or day is None:
        return
    first, last = mark.valid_from or dt.date.min, mark.valid_to or dt.date.max
    if not first <= day <= last:
        shown = f"{last.day:02}.{last.month:02}.{last.year}"
        place = paper.locate(shown, part.start, part.end, paper.closing(part))
        known = mark.valid_from or day
        yield Found(place, {"day": day, "first": known, "last": mark.valid_to or last}, part.address)


RULE = Rule(
    code="DOC016",
    name="electronic-signature-not-valid",
    severity=Severity.WARNING,
    checks=Phrase(
        "дата документа вне срока действия сертификата",
        "The document is dated outside the certificate's validity",
    ),
    message=Phrase(
        "документ от {day}, а сертификат действителен с {first} по {last}",
        "dated {day}, but the certificate is valid from {first} to {last}",
    ),
    why=Phrase(
        "подпись недействующим сертификатом не имеет силы (63-ФЗ, ст. 11)",
        "a signature by a certificate out of its term has no force (Law 63-FZ, art. 11)",
    ),
    mend=Phrase(
        "подпишите действующим сертификатом или проверьте дату документа",
        "sign with a valid certificate, or check the date",
    ),
    wrong="24.02.2024 … Действителен с 01.01.2022 по 01.04.2023",
    right="24.02.2022 … Действителен с 01.01.2022 по 01.04.2023",
    check=check,
    requisite=Requisite.E_SIGNATURE,
)
