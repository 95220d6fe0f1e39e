"""DOC011: the one who signed is named without a post."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocol_cli.models import Letter
from protocol_cli.validation.editions import Requisite
from protocol_cli.validation.evidence import may_have_post
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule

_BEFORE = 400
# The form of an official bears the post itself.
_OFFICIAL = re.compile(
    r"^[ \t]*(?:первый |статс-секретарь|заместитель|директор|начальник|руководитель|президент|председатель|глава|министр|"
    r"губернатор|ректор|мэр)\b",
    re.IGNORECASE | re.MULTILINE,
)


def check(paper: Paper) -> Iterator[Found]:
    for part in paper.parts:
        content = part.content
        if not isinstance(content, Letter) and (content.chair or content.secretary or part.is_list):
            continue  # their posts are told in the head
        for person in content.signatories:
            around = paper.text[max(part.head_end, person.span.start - _BEFORE) : person.span.end + 100]
            if person.position or may_have_post(around) or _OFFICIAL.search(paper.head(part)):
                continue
            severity = None if isinstance(content, Letter) else Severity.INFO
            yield Found(person.span, {"name": person.name}, part.address, severity=severity)


RULE = Rule(
    code="DOC011",
    name="signature-without-post",
    severity=Severity.WARNING,
    checks=Phrase("подписавший назван без должности", "The one who signed is named without a post"),
    message=Phrase("{name}: не указана должность", "{name}: the post is not given"),
    why=Phrase(
        "без должности не видно, вправе ли он подписывать",
        "without the post one cannot see whether he may sign",
    ),
    mend=Phrase(
        "перед фамилией укажите должность; на бланке должностного лица она уже есть",
        "give the post before the name",
    ),
    wrong="Л.А. Кошурникова",
    right="Начальник департамента Л.А. Кошурникова",
    check=check,
    requisite=Requisite.SIGNATURE,
)
