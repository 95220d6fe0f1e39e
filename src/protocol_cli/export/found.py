"""What was found in a document, in the order of a card: each value with its label and its place in the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from protocol_cli.export.places import Range, place_of_date, place_of_text, protocol_ranges
from protocol_cli.export.wording import ATTENDANCE, KINDS, numbered, short_day

if TYPE_CHECKING:
    import datetime as dt

    from protocol_cli.models import Assignment, Document, Letter, Person, Protocol, Span

UNANIMOUS = "единогласно"
LEAD_REACH = 20_000  # an introductory line stands no further above its items
MOST_TERMS = 5  # a chain of «далее» is short
Ranges = tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One value: what sort of thing it is, its `label` and `value`, its `place` (None: the reading gives none).

    `depth` is 0 for a part of the document, 1 for what stands in it, 2 and more for what belongs to that. `wide` places
    are whole parts: they are shown and not highlighted.
    """

    kind: str
    label: str
    value: str
    place: Span | None
    depth: int = 1
    wide: bool = False


def entries_of(document: Document) -> list[Entry]:
    """All that was found, in the order of a card. The document must hold its text."""
    return list(_Walk(document.text or "").document(document))


class _Walk:
    def __init__(self, text: str) -> None:
        self._text = text

    def document(self, document: Document) -> Iterator[Entry]:
        if document.letter:
            yield from self._letter(document.letter)
        begin = document.letter.span.end if document.letter else 0
        for protocol, ranges in zip(
            document.protocols, protocol_ranges(self._text, document.protocols, begin), strict=True
        ):
            yield from self._protocol(protocol, ranges)
        others = [
            *(Entry("word", item.short, item.full, item.span) for item in document.abbreviations),
            *(Entry("reference", item.kind, item.text, item.span) for item in document.references),
            *(Entry("notice", item.code, item.message, item.span) for item in document.notices),
        ]
        for kind, title in (("word", "Сокращения"), ("reference", "Упомянутые документы"), ("notice", "Заметки чтения")):
            mine = [entry for entry in others if entry.kind == kind]
            if mine:
                yield Entry("part", title, str(len(mine)), None, depth=0)
                yield from mine

    def _letter(self, letter: Letter) -> Iterator[Entry]:
        heads = [addressee.span.start for addressee in letter.addressees]
        start, end = letter.span.start, letter.span.end
        inside = ((start, min(heads, default=start)), (start, end))
        title = numbered("", letter.number, letter.date.isoformat() if letter.date else None)
        yield Entry("part", "Письмо", title, letter.span, depth=0, wide=True)
        if letter.organization:
            yield self._value("Организация", letter.organization.name, inside)
        yield from self._head(letter.number, letter.date, inside)
        for answered in letter.in_reply_to:
            yield self._value("На №", numbered("", answered.number, answered.date.isoformat() if answered.date else None), inside, answered.number)
        yield from self._some(
            inside, ("Гриф ограничения доступа", letter.access_mark), ("Срочность", letter.urgency)
        )
        for addressee in letter.addressees:
            yield Entry("person", "Копия" if addressee.copy_ else "Адресат", addressee.text, addressee.span)
        yield from self._some(inside, ("Заголовок", letter.subject), ("Обращение", letter.salutation))
        for request in letter.requests:
            yield from self._assignment(request, "Просьба")
        for attachment in letter.attachments:
            yield Entry("requisite", "Приложение", attachment.text, attachment.span)
        yield from self._people("Подписал", letter.signatories)
        if letter.executor:
            one = letter.executor
            contacts = ", ".join(part for part in (one.phone, one.email) if part)
            yield Entry("person", "Исполнитель", ", ".join(part for part in (one.name, contacts) if part), one.span)
        mark = letter.e_signature
        if mark:
            yield self._value("Электронная подпись", mark.owner or mark.certificate or "есть", inside)
        names = {"ИНН": letter.identifiers.inn, "КПП": letter.identifiers.kpp, "ОГРН": letter.identifiers.ogrn, "ОКПО": letter.identifiers.okpo}
        yield from self._some(inside, *names.items())
        contacts_of = letter.contacts
        yield from self._some(
            inside, ("Адрес", contacts_of.address), *(("Телефон", phone) for phone in contacts_of.phones),
            *(("Эл. почта", email) for email in contacts_of.emails), *(("Сайт", site) for site in contacts_of.websites),
        )  # fmt: skip

    def _protocol(self, protocol: Protocol, inside: Ranges) -> Iterator[Entry]:
        title = numbered("", protocol.number, protocol.date.isoformat() if protocol.date else None)
        yield Entry("part", "Протокол", title, protocol.span, depth=0, wide=True)
        yield from self._some(inside, ("Заголовок", protocol.title), ("Что проведено", protocol.meeting))
        yield from self._head(protocol.number, protocol.date, inside)
        yield from self._some(inside, ("Место", protocol.place))
        for label, time in (("Начало", protocol.time_start), ("Окончание", protocol.time_end)):
            if time:
                yield self._value(label, time, inside, *_time_spellings(time))
        yield from self._people("Председатель", [protocol.chair] if protocol.chair else [])
        yield from self._people("Секретарь", [protocol.secretary] if protocol.secretary else [])
        for one in protocol.participants:
            remote = ", дистанционно" if one.remote else ""
            yield Entry("person", f"Участник ({ATTENDANCE[one.status.value]}{remote})", one.text, one.span)
        if protocol.quorum:
            yield self._value("Кворум", protocol.quorum.text, inside)
        for item in protocol.agenda:
            yield Entry("agenda", f"Вопрос {item.number or ''}".strip(), item.title, item.span)
            yield from self._people("Докладчик", item.speakers, depth=2)
        for talk in protocol.discussion:
            label = f"Обсуждение вопроса {talk.agenda_item}" if talk.agenda_item else "Обсуждение"
            yield Entry("agenda", label, talk.text or "", talk.span)
            yield from self._people("Слушали", talk.heard, depth=2)
            yield from self._people("Выступили", talk.spoke, depth=2)
        for decision in protocol.decisions:
            yield from self._assignment(decision, "Решение")
        for vote in protocol.votes:
            counts = (("за", vote.for_), ("против", vote.against), ("воздержались", vote.abstained))
            said = ", ".join(f"{name} – {number}" for name, number in counts if number is not None)
            yield Entry("requisite", "Голосование", said or (UNANIMOUS if vote.unanimous else ""), vote.span)
        yield from self._people("Контроль", [protocol.control] if protocol.control else [])
        yield from self._people("Подписал", protocol.signatories)
        for attachment in protocol.attachments:
            yield Entry("requisite", "Приложение", attachment.text, attachment.span)
        if protocol.approval:
            approval = protocol.approval
            said = ", ".join(part for part in (approval.position, approval.name, short_day(approval.date)) if part)
            yield self._value("Утвердил", said, inside, approval.name)

    def _assignment(self, item: Assignment, label: str) -> Iterator[Entry]:
        yield Entry("assignment", f"{label} {item.number or ''}".strip(), item.text, item.span)
        for one in item.responsible:
            role = "Ответственный" if one.role.value == "lead" else "Соисполнитель"
            place = self._responsible_place(item, one.text)
            opened = f" – {one.full_name}" if one.full_name else ""
            yield Entry("person", role, f"{one.name}{opened}", place or (one.person.span if one.person else None), depth=2)
        term = item.deadline
        number = 0
        while term and number < MOST_TERMS:
            due = f" → {short_day(term.due)}" if term.due else ""
            rule = f" ({term.rrule})" if term.rrule else ""
            kind = KINDS[term.kind.value]
            yield Entry("term", "Далее" if number else "Срок", f"{term.text}{due} · {kind}{rule}", term.span, depth=2)
            term = term.then
            number += 1
        yield from self._people("Контроль", [item.control] if item.control else [], depth=2)

    def _responsible_place(self, item: Assignment, name: str) -> Span | None:
        """In the item itself, else in the introductory line it stands under."""
        place = place_of_text(self._text, [(item.span.start, item.span.end)], name, "first")
        if place or not item.lead:
            return place
        above = (max(item.span.start - LEAD_REACH, 0), item.span.start)
        lead = place_of_text(self._text, [above], item.lead, "last")
        return place_of_text(self._text, [(lead.start, lead.end)], name, "first") if lead else None

    def _people(self, label: str, people: tuple[Person, ...] | list[Person], depth: int = 1) -> Iterator[Entry]:
        for one in people:
            yield Entry("person", label, ", ".join(part for part in (one.name, one.position) if part), one.span, depth)

    def _head(self, number: str | None, date: dt.date | None, inside: Ranges) -> Iterator[Entry]:
        if number:
            yield self._value("Номер", number, inside)
        if date:
            yield Entry("requisite", "Дата", short_day(date), place_of_date(self._text, inside, date))

    def _some(self, inside: Ranges, *values: tuple[str, str | None]) -> Iterator[Entry]:
        for label, value in values:
            if value:
                yield self._value(label, value, inside)

    def _value(self, label: str, value: str, inside: Ranges, *spellings: str | None) -> Entry:
        """A value that has no span of its own: its place is where the part says it, if it says it only once."""
        tried = [spelling for spelling in (spellings or (value,)) if spelling]
        places = (place_of_text(self._text, inside, spelling) for spelling in tried)
        return Entry("requisite", label, value, next((place for place in places if place), None))


def _time_spellings(time: str) -> list[str]:
    """«09:30» as offices write it: 09.30, 9-30, 9 часов 30 минут."""
    hour, minute = time.split(":")
    short = str(int(hour))
    marks = (f":{minute}", f".{minute}", minute, f" часов {minute} минут", f" час. {minute} мин.", f" ч. {minute} мин.")
    spelled = [f"{number}{mark}" for number in dict.fromkeys((hour, short)) for mark in marks]
    return spelled if minute != "00" else [*spelled, f"{short} часов", f"{short} час"]
