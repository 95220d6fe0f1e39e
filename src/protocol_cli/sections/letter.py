"""One letter from its sections."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protocol_cli.grammar.signature_stamp import read_stamp
from protocol_cli.layout.joining import join_lines, one_passage
from protocol_cli.layout.passage import Passage, join
from protocol_cli.layout.text_rows import TextRow
from protocol_cli.models import ElectronicSignature, Letter
from protocol_cli.outline.parts import Part
from protocol_cli.outline.patterns import NAME_ONLY
from protocol_cli.outline.section import Section as S
from protocol_cli.sections.addressees import read_addressees
from protocol_cli.sections.attachments import read_attachment_mark
from protocol_cli.sections.body import read_body
from protocol_cli.sections.executor import read_executor
from protocol_cli.sections.letterhead import read_letterhead
from protocol_cli.sections.paper import Paper
from protocol_cli.sections.people import trim
from protocol_cli.sections.registration import read_letter_registration
from protocol_cli.sections.signatures import read_signatories

_ACCESS = re.compile(
    r"(?:Для служебного пользования|ДСП\b|Конфиденциально|Коммерческая тайна|Не для печати|Секретно|Лично)",
    re.IGNORECASE,
)
_URGENT = re.compile(r"(?:(?:весьма|особо|очень) )?срочно|оперативно|вручить немедленно|молния", re.IGNORECASE)


def read_letter(paper: Paper, part: Part) -> Letter:
    """The letter that a part holds."""
    footer = _footer(part)
    reached = [row for row in part.of(S.REGISTRATION) if _REACHED.match(row.text)]
    head = read_letterhead(paper, [*part.of(S.LETTERHEAD), *reached], footer)
    registration = read_letter_registration(paper, part.of(S.REGISTRATION))
    subject = _subject(paper, part.of(S.SUBJECT))
    salutation = _salutation(paper, part.of(S.SALUTATION))
    access, urgency = _marks(part.of(S.MARK))
    signatories = read_signatories(paper, part.of(S.SIGNATURE))
    body, requests = read_body(paper, part.of(S.BODY), registration.date)
    rows = part.rows
    return Letter(
        organization=head.organization,
        contacts=head.contacts,
        identifiers=head.identifiers,
        number=registration.number,
        date=registration.date,
        in_reply_to=registration.in_reply_to,
        access_mark=access,
        urgency=urgency,
        addressees=tuple(read_addressees(paper, part.of(S.ADDRESSEES))),
        subject=subject,
        salutation=salutation,
        body=tuple(body),
        requests=tuple(requests),
        attachments=tuple(read_attachment_mark(paper, part.of(S.ATTACHMENTS))),
        signatories=tuple(signatories),
        executor=read_executor(paper, [row for row in part.of(S.EXECUTOR) if row not in footer]),
        e_signature=_stamp(paper, part),
        span=paper.between(min(r.passage.start for r in rows), max(r.passage.end for r in rows)),
    )


_REFERENCE_DATA = re.compile(
    r"(?:ИНН|КПП|ОГРН|ОКПО)\b|(?:Юр\w*\.? |Почтовый |Фактический )?адрес ?:|\d{6}, ", re.IGNORECASE
)


_REACHED = re.compile(r"(?:тел|факс|e-?mail|эл\. ?почта|www\.|https?:)", re.IGNORECASE)


def _footer(part: Part) -> list[TextRow]:
    """The reference data at the foot of the sheet, below the signatures."""
    rows = part.of(S.SIGNATURE, S.STAMP, S.EXECUTOR)
    first = next((i for i, row in enumerate(rows) if _REFERENCE_DATA.match(row.text)), len(rows))
    return rows[first:]


_TOPIC = re.compile(r"(?:тема|предмет|заголовок|касательно)(?: (?:письма|обращения))? ?: ?", re.IGNORECASE)


def _subject(paper: Paper, rows: Sequence[TextRow]) -> str | None:
    if not rows:
        return None
    passage = join_lines([r.passage for r in rows])
    if label := _TOPIC.match(passage.text):
        passage = passage[label.end() :]
    passage = trim(passage)
    paper.take("subject", passage)
    return passage.text or None


def _salutation(paper: Paper, rows: Sequence[TextRow]) -> str | None:
    if not rows:
        return None
    passage = one_passage(rows).strip()
    paper.take("salutation", passage)
    return passage.text


def _marks(rows: Sequence[TextRow]) -> tuple[str | None, str | None]:
    access = urgency = None
    for row in rows:
        if (found := _ACCESS.search(row.text)) and access is None:
            access = found[0]
        if (found := _URGENT.search(row.text)) and urgency is None:
            urgency = found[0]
    return access, urgency


def _stamp(paper: Paper, part: Part) -> ElectronicSignature | None:
    lines: list[Passage] = []
    for run in part.runs_of(S.STAMP, S.SIGNATURE):
        for row in run.rows:
            # a name at the line's end is the signature beside the stamp
            signed = run.section is S.SIGNATURE and bool(NAME_ONLY.match(row.pieces[-1].text))
            lines.append(join(row.pieces[:-1]) if signed else row.passage)
    lines = [line for line in lines if line]
    if not lines:
        return None
    passage = join_lines(lines)
    found = read_stamp(passage.text)
    if found is None:
        return None
    paper.take("electronic signature", passage)
    return ElectronicSignature(
        certificate=found.certificate.value if found.certificate else None,
        owner=found.owner.value if found.owner else None,
        valid_from=found.valid_from,
        valid_to=found.valid_to,
    )
