"""CNS002: the attached protocol bears another number than the letter says."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.validation.attached import attached_protocol, plain_title, sent_protocols
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule


def check(paper: Paper) -> Iterator[Found]:
    part = attached_protocol(paper)
    number = part.content.number if part else None
    if part is None or number is None:
        return
    for named in sent_protocols(paper):
        numbered = [reference for reference in named if reference.number]
        if numbered and all(plain_title(reference.number or "") != plain_title(number) for reference in numbered):
            yield Found(numbered[0].span, {"said": numbered[0].number or "", "number": number})
            return


RULE = Rule(
    code="CNS002",
    name="attached-protocol-number",
    severity=Severity.ERROR,
    checks=Phrase(
        "номер приложенного протокола не тот, что назван в письме",
        "The attached protocol bears another number than the letter says",
    ),
    message=Phrase(
        "в письме – протокол № {said}, а приложен протокол № {number}",
        "the letter sends the protocol № {said}, attached is № {number}",
    ),
    why=Phrase(
        "получатель не узнает, тот ли протокол ему прислали",
        "the addressee cannot tell whether it is the right protocol",
    ),
    mend=Phrase(
        "исправьте номер в письме или в протоколе, или приложите другой протокол",
        "mend the number in one of them, or attach the right protocol",
    ),
    wrong="направляет протокол от 10.03.2022 № 4 … ПРОТОКОЛ № 3",
    right="направляет протокол от 10.03.2022 № 3 … ПРОТОКОЛ № 3",
    check=check,
    source=Phrase("практика делопроизводства", "office practice"),
)
