"""DOC014: signed «for» another or with a slash."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocol_cli.validation.editions import Requisite
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule

_FOR = re.compile(
    r"^[ \t]*(?P<mark>/|за(?=\s))\s*(?:зам|директор|начальник|руководител|президент|председател|глав|министр|заведующ|ректор)\w*",
    re.IGNORECASE | re.MULTILINE,
)


def check(paper: Paper) -> Iterator[Found]:
    for part in paper.parts:
        for match in _FOR.finditer(paper.text, part.tail_start, part.end):
            yield Found(paper.span(match.start("mark"), match.end()), {"mark": match["mark"]}, part.address)


RULE = Rule(
    code="DOC014",
    name="signed-for-another",
    severity=Severity.WARNING,
    checks=Phrase("подписано «за» другого или с косой чертой", "Signed «for» another or with a slash"),
    message=Phrase("подпись с «{mark}» перед должностью", "a signature with {mark!r} before the post"),
    why=Phrase(
        "не видно, кто подписал; стандарт не допускает предлога «за» и косой черты",
        "one cannot see who signed; the standard allows neither",
    ),
    mend=Phrase(
        "укажите должность и фамилию того, кто подписал, или «исполняющий обязанности»",
        "name the one who signed, or write «исполняющий обязанности»",
    ),
    wrong="За начальника департамента Л.А. Кошурникова",
    right="Исполняющий обязанности начальника департамента П.С. Ожегов",
    check=check,
    requisite=Requisite.SIGNATURE,
)
