"""DOC010: nobody signed the document."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.models import Letter
from protocol_cli.validation.editions import Requisite
from protocol_cli.validation.evidence import may_have_name
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule

_LAST = 800


def check(paper: Paper) -> Iterator[Found]:
    for part in paper.parts:
        content = part.content
        if content.signatories or part.is_list or (isinstance(content, Letter) and content.e_signature):
            continue
        last = paper.text[max(part.start, part.end - _LAST) : part.end]
        if may_have_name(paper.tail(part)) or "одпис" in last or (isinstance(content, Letter) and may_have_name(last)):
            continue
        yield Found(paper.closing(part), address=part.address, severity=paper.missing())


RULE = Rule(
    code="DOC010",
    name="no-signature",
    severity=Severity.ERROR,
    checks=Phrase("документ никем не подписан", "Nobody signed the document"),
    message=Phrase(
        "нет подписи: не названо, кто подписал",
        "there is no signature: nobody is named as having signed",
    ),
    why=Phrase(
        "неподписанный документ ни к чему не обязывает",
        "a paper without a signature binds nobody",
    ),
    mend=Phrase(
        "добавьте должность, подпись и расшифровку: «Начальник отдела … И.О. Фамилия»",
        "add post, signature and name",
    ),
    wrong="(последняя строка – текст письма)",
    right="Начальник департамента Л.А. Кошурникова",
    check=check,
    requisite=Requisite.SIGNATURE,
)
