"""CNS001: the attached protocol bears another date than the letter says."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.validation.attached import attached_protocol, sent_protocols
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule


def check(paper: Paper) -> Iterator[Found]:
    part = attached_protocol(paper)
    day = part.content.date if part else None
    if part is None or day is None:
        return
    for named in sent_protocols(paper):
        dated = [reference for reference in named if reference.date]
        if dated and all(reference.date != day for reference in dated):
            said = dated[0].date
            if said is not None:
                yield Found(dated[0].span, {"said": said, "day": day})
            return


RULE = Rule(
    code="CNS001",
    name="attached-protocol-date",
    severity=Severity.ERROR,
    checks=Phrase(
        "дата приложенного протокола не та, что названа в письме",
        "The attached protocol bears another date than the letter says",
    ),
    message=Phrase(
        "в письме – протокол от {said}, а приложен протокол от {day}",
        "the letter sends the protocol of {said}, attached is that of {day}",
    ),
    why=Phrase(
        "получатель не узнает, тот ли протокол ему прислали",
        "the addressee cannot tell whether it is the right protocol",
    ),
    mend=Phrase(
        "исправьте дату в письме или в протоколе, или приложите другой протокол",
        "mend the date in one of them, or attach the right protocol",
    ),
    wrong="направляет протокол от 15.04.2021 … ПРОТОКОЛ 16 апреля 2021 года",
    right="направляет протокол от 16.04.2021 … ПРОТОКОЛ 16 апреля 2021 года",
    check=check,
    source=Phrase("практика делопроизводства", "office practice"),
)
