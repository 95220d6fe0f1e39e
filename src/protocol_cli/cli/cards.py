"""The card of a document: what an office person wants to see of it, the letter first, then each protocol."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TextIO

from rich.text import Text

from protocol_cli.cli.days import day_text, short_day
from protocol_cli.cli.messages import count, tr
from protocol_cli.cli.render import columns, console_for, fields, joined, lines, panel, words

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

    from protocol_cli.models import (
        Assignment,
        Contacts,
        Deadline,
        Document,
        Letter,
        Participant,
        Person,
        Protocol,
        Responsible,
    )

SHORT_LIST = 8
LONGEST_NUMBER = 8
Field = tuple[str, Text | None]


class CardWriter:
    """Writes cards to a stream, one document after another."""

    def __init__(self, stream: TextIO) -> None:
        self._console = console_for(stream)

    def add(self, document: Document) -> None:
        """Write the card of one document."""
        for part in document_card(document):
            self._console.print(part)

    def flush(self) -> None:
        """Hand over what was written."""
        self._console.file.flush()

    def close(self) -> None:
        """Write what ends the answer: nothing."""


def document_card(document: Document) -> Iterable[RenderableType]:
    """The frames of the card, in order."""
    source = document.source
    pages = count("card.pages", source.pages) if source.pages else ""
    about = " · ".join(part for part in (source.name, pages, tr("card.recognised") if source.ocr else "") if part)
    if document.letter:
        yield letter_card(document.letter, about)
    for protocol in document.protocols:
        kind = "assignments" if document.kind.value == "assignments" else "protocol"
        yield protocol_card(protocol, kind, about if not document.letter else "")
    if not document.letter and not document.protocols:
        yield panel(words(tr(f"card.{document.kind.value}")), about)
    if document.notices:
        yield fields(
            [
                (tr("card.notices") if not order else "", notice_line(notice.message, notice.span.page))
                for order, notice in enumerate(document.notices)
            ]
        )


def notice_line(message: str, page: int) -> Text:
    """«стр. 2: нет такого дня»."""
    return joined(words(tr("card.page", page=page), "quiet"), words(message, "warning"), by=": ")


def letter_card(letter: Letter, about: str) -> RenderableType:
    """The frame of a letter."""
    title = joined(
        words(tr("card.letter")),
        words(tr("card.number", number=letter.number)) if letter.number else None,
        words(tr("card.dated", day=day_text(letter.date))) if letter.date else None,
        by=" ",
    )
    organization = letter.organization
    answered = [
        joined(
            words(tr("card.number", number=answer.number)) if answer.number else None,
            words(tr("card.dated", day=short_day(answer.date))) if answer.date else None,
            by=" ",
        )
        for answer in letter.in_reply_to
    ]
    signature = letter.e_signature
    head: list[Field] = [
        ("access_mark", _some(letter.access_mark, "alarm")),
        ("urgency", _some(letter.urgency, "alarm")),
        (
            "from",
            lines(_some(organization.parent, "quiet"), words(organization.name, "strong")) if organization else None,
        ),
        ("to", lines(*(words(addressee.text) for addressee in letter.addressees if not addressee.copy_))),
        ("copy_to", lines(*(words(addressee.text) for addressee in letter.addressees if addressee.copy_))),
        ("in_reply_to", lines(*answered)),
        ("subject", _some(letter.subject, "strong")),
    ]
    tail: list[Field] = [
        ("attachments", lines(*(words(attachment.text) for attachment in letter.attachments))),
        ("signed", lines(*(person_line(person) for person in letter.signatories))),
        (
            "e_signature",
            joined(
                _some(signature.owner),
                words(tr("card.certificate", number=signature.certificate)) if signature.certificate else None,
                _span_of_days(signature.valid_from, signature.valid_to),
            )
            if signature
            else None,
        ),
        ("executor", person_line(letter.executor) if letter.executor else None),
        ("contacts", contacts_lines(letter.contacts)),
        (
            "identifiers",
            joined(
                *(
                    words(f"{tr(f'card.{name}')} {value}")
                    for name in ("inn", "kpp", "ogrn", "okpo")
                    if (value := getattr(letter.identifiers, name))
                ),
                by=" · ",
            ),
        ),
    ]
    content: list[RenderableType] = [_fields(head)]
    if letter.requests:
        content += ["", words(tr("card.requests"), "heading"), assignments_table(letter.requests)]
    content.append(_fields(tail))
    return panel(title, about, *content)


def protocol_card(protocol: Protocol, kind: str, about: str) -> RenderableType:
    """The frame of a protocol or of a list of assignments."""
    title = joined(
        words(tr(f"card.{kind}")),
        words(tr("card.number", number=protocol.number)) if protocol.number else None,
        words(tr("card.dated", day=day_text(protocol.date))) if protocol.date else None,
        by=" ",
    )
    hours = "–".join(hour for hour in (protocol.time_start, protocol.time_end) if hour)
    content: list[RenderableType] = [
        lines(
            _some(protocol.title, "strong"),
            joined(_some(hours or None, "quiet"), _some(protocol.place, "quiet")),
        )
    ]
    approval, quorum = protocol.approval, protocol.quorum
    people: list[Field] = [
        (
            "approval",
            joined(
                _some(approval.position),
                _some(approval.name),
                words(day_text(approval.date)) if approval.date else None,
            )
            if approval
            else None,
        ),
        ("chair", person_line(protocol.chair) if protocol.chair else None),
        ("secretary", person_line(protocol.secretary) if protocol.secretary else None),
    ]
    people += [
        (label, participants_line([who for who in protocol.participants if who.status.value == status]))
        for label, status in (("participants", "present"), ("invited", "invited"), ("absent", "absent"))
    ]
    people.append(("quorum", words(quorum.text) if quorum else None))
    content += ["", _fields(people)]
    if protocol.agenda:
        content += ["", words(tr("card.agenda"), "heading"), agenda_table(protocol)]
    if protocol.decisions:
        heading = "requests" if kind == "assignments" else "decisions"
        content += ["", words(tr(f"card.{heading}"), "heading"), assignments_table(protocol.decisions)]
    end: list[Field] = [
        ("votes", lines(*votes_lines(protocol))),
        ("control", person_line(protocol.control) if protocol.control else None),
        ("attachments", lines(*(words(attachment.text) for attachment in protocol.attachments))),
        ("signed", lines(*(person_line(person) for person in protocol.signatories))),
    ]
    content.append(_fields(end))
    return panel(title, about, *content)


def person_line(person: Person) -> Text:
    """«Вторина Елена Вениаминовна, заместитель начальника Департамента …»."""
    return joined(
        words(person.name, "strong"),
        _some(person.position),
        _some(person.organization),
        words(tr("card.phone", value=person.phone)) if person.phone else None,
        _some(person.email),
    )


def participants_line(participants: Sequence[Participant]) -> Text:
    """The participants in short: «6: руководители …; …»."""
    if not participants:
        return Text()
    all_remote = all(participant.remote for participant in participants)
    named = [
        joined(
            words(participant.person.name if participant.person else participant.text),
            words(f"({tr('card.remote')})", "quiet") if participant.remote and not all_remote else None,
            by=" ",
        )
        for participant in participants[:SHORT_LIST]
    ]
    rest = len(participants) - SHORT_LIST
    if rest > 0:
        named.append(words(tr("card.and_more", number=rest), "quiet"))
    counted = words(f"{len(participants)}", "strong")
    if all_remote:
        counted.append(f" ({tr('card.remote')})", "quiet")
    return joined(counted, joined(*named, by="; "), by=": ")


def contacts_lines(contacts: Contacts) -> Text:
    """Address on one line, phones and mail on another."""
    both = [phone for phone in contacts.phones if phone in contacts.faxes]
    numbers = [
        *(words(tr("card.phone_and_fax", value=phone)) for phone in both),
        *(words(tr("card.phone", value=phone)) for phone in contacts.phones if phone not in both),
        *(words(tr("card.fax", value=fax)) for fax in contacts.faxes if fax not in both),
        *(words(address) for address in (*contacts.emails, *contacts.websites)),
    ]
    return lines(_some(contacts.address), joined(*numbers, by=" · "))


def agenda_table(protocol: Protocol) -> Table:
    """The agenda with its speakers."""
    with_speakers = any(item.speakers for item in protocol.agenda)
    width = number_width(item.number for item in protocol.agenda)
    headings: list[tuple[str, int | None]] = [(tr("card.item"), width), (tr("card.subject"), None)]
    if with_speakers:
        headings.append((tr("card.speaker"), None))
    table = columns(*headings, ratios=(None, 3, 2)[: len(headings)], header=with_speakers)
    for item in protocol.agenda:
        cells = [words(item.number or "", "number"), words(item.title)]
        if with_speakers:
            cells.append(lines(*(speaker_lines(speaker) for speaker in item.speakers)))
        table.add_row(*cells)
    return table


def speaker_lines(speaker: Person) -> Text:
    """The name, and the post below it."""
    return lines(words(speaker.name), joined(_some(speaker.position, "quiet"), _some(speaker.organization, "quiet")))


def assignments_table(assignments: Sequence[Assignment]) -> Table:
    """№, what is to be done, who, by when; under the number of the agenda item where there is one."""
    width = number_width(assignment.number for assignment in assignments)
    table = columns(
        (tr("card.item"), width), (tr("card.what"), None), (tr("card.who"), None), (tr("card.due"), 16),
        ratios=(None, 5, 3, None),
    )  # fmt: skip
    item = lead = None
    for assignment in assignments:
        if assignment.agenda_item != item and assignment.agenda_item:
            table.add_row("", words(tr("card.agenda_item", number=assignment.agenda_item), "heading"), "", "")
        shown_lead = assignment.lead if assignment.lead != lead or assignment.agenda_item != item else None
        item, lead = assignment.agenda_item, assignment.lead
        names = [responsible_line(responsible) for responsible in assignment.responsible]
        if assignment.control:
            names.append(joined(words(tr("card.control"), "quiet"), words(assignment.control.name), by=": "))
        table.add_row(
            words(assignment.number or "•", "number"),
            lines(words(f"{shown_lead}:", "quiet") if shown_lead else None, words(assignment.text)),
            lines(*names),
            term_lines(assignment.deadline) if assignment.deadline else "",
        )
    return table


def responsible_line(responsible: Responsible) -> Text:
    """The name, and in brackets the official it does not name itself: «Минфин России (Силуанов А.Г.)»."""
    person, name = responsible.person, words(responsible.name)
    if person is None or (person.family_name or person.name) in responsible.name:
        return name
    return joined(name, words(f"({person.name})", "quiet"), by=" ")


def number_width(numbers: Iterable[str | None]) -> int:
    """Enough for the longest number, within reason."""
    return min(max((len(number or "•") for number in numbers), default=1), LONGEST_NUMBER)


def term_lines(term: Deadline) -> Text:
    """The day, and the words of the term where the day alone does not say all of it."""
    if term.due is None:
        return words(term.text)
    day = joined(words(day_text(term.due), "due"), _some(term.time, "due"), by=" ")
    says_all = term.kind.value == "date" and term.then is None and (term.precision is None or term.precision == "day")
    return day if says_all else lines(day, words(term.text, "quiet"))


def votes_lines(protocol: Protocol) -> Iterable[Text]:
    """«Вопрос 1: за – 5, против – 0»."""
    for vote in protocol.votes:
        counted = [
            words(tr(f"card.{name}", number=number))
            for name, number in (("for", vote.for_), ("against", vote.against), ("abstained", vote.abstained))
            if number is not None
        ]
        result = joined(*counted, words(tr("card.unanimous")) if vote.unanimous else None)
        item = words(tr("card.agenda_item", number=vote.agenda_item)) if vote.agenda_item else None
        yield joined(item, result, by=": ")


def _span_of_days(start: object, end: object) -> Text | None:
    if start is None and end is None:
        return None
    first, last = (short_day(str(day)) if day else "…" for day in (start, end))
    return words(tr("card.valid", start=first, end=last))


def _some(text: str | None, style: str = "value") -> Text | None:
    return words(text, style) if text else None


def _fields(rows: list[Field]) -> Table:
    return fields([(tr(f"card.{label}"), value) for label, value in rows if value is not None and value.plain])
