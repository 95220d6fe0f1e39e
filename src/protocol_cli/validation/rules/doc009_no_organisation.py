"""DOC009: the letter does not name the organisation it comes from."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.models import Letter
from protocol_cli.validation.editions import Requisite
from protocol_cli.validation.evidence import cut_out, may_have_body, may_have_post
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule

_LAST = 500


def check(paper: Paper) -> Iterator[Found]:
    part = paper.letter
    if part is None or not isinstance(part.content, Letter) or part.content.organization is not None:
        return
    if may_have_body(cut_out(paper.head(part), part.start, part.content.addressees)):
        return
    told = any(person.position or person.organization for person in part.content.signatories)
    told = told or may_have_post(paper.text[max(part.head_end, part.end - _LAST) : part.end])
    # The text, or the post of who signed, may still tell whose letter it is.
    told = told or may_have_body(" ".join(part.content.body[:1]))
    severity = Severity.WARNING if told else paper.missing(may_be_drawn=True)
    yield Found(paper.opening(part), address=part.address, severity=severity)


RULE = Rule(
    code="DOC009",
    name="no-organisation",
    severity=Severity.ERROR,
    checks=Phrase(
        "в письме не названа организация – автор",
        "The letter does not name the organisation it comes from",
    ),
    message=Phrase("не названа организация – автор письма", "the organisation that writes is not named"),
    why=Phrase(
        "получатель не узнает, чьё это письмо и кому отвечать",
        "the addressee cannot tell whose letter it is, nor whom to answer",
    ),
    mend=Phrase("печатайте письмо на бланке организации", "print the letter on the organisation's form"),
    wrong="06.05.2021 № 43-1186 Начальникам отделов образования",
    right="Департамент школьного образования Светлоярской области 06.05.2021 № 43-1186",
    check=check,
    requisite=Requisite.ORGANISATION,
)
