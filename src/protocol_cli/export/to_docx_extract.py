"""Word: «Выписка из протокола» with chosen items."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from protocol_cli.export.word_form import office_form, own_form, write_into_form
from protocol_cli.export.word_xml import Words, paragraph
from protocol_cli.export.wording import long_day, short_day

if TYPE_CHECKING:
    from protocol_cli.models import AgendaItem, Assignment, Protocol

INDENT = 709  # 1.25 cm in twentieths of a point


def write_extract(
    stream: BinaryIO, protocol: Protocol, items: Sequence[Assignment], *, template: Path | None = None, organization: str | None = None
) -> int:
    """Write the head of the protocol, the items with their agenda, and «Верно»; return how many items.

    Raises word_form.FormError for a bad `template`.
    """
    day = short_day(protocol.date)
    form = office_form(template, "ВЫПИСКА ИЗ ПРОТОКОЛА", day) if template else own_form(landscape=False)
    write_into_form(stream, form, _extract(protocol, items, organization, with_title=template is None))
    return len(items)


def _extract(
    protocol: Protocol, items: Sequence[Assignment], organization: str | None, *, with_title: bool
) -> Iterator[str]:
    if with_title:
        if organization:
            yield paragraph(Words(organization), align="center", after=200)
        yield paragraph(Words("ВЫПИСКА ИЗ ПРОТОКОЛА", bold=True, size=28), align="center")
    if protocol.title:
        yield paragraph(Words(protocol.title), align="center", after=160)
    place = [protocol.place or "", long_day(protocol.date) if protocol.date else "", f"№ {protocol.number}" if protocol.number else ""]
    yield paragraph(Words("    ".join(part for part in place if part)), after=160)
    for label, person in (("Председатель", protocol.chair), ("Секретарь", protocol.secretary)):
        if person:
            yield paragraph(Words(f"{label}: {person.name}{f', {person.position}' if person.position else ''}"))
    present = [one for one in protocol.participants if one.status.value == "present"]
    if present:
        yield paragraph(Words(f"Присутствовали: {len(present)} (список – в протоколе)"), after=80)
    agenda = {item.number: item for item in protocol.agenda if item.number}
    said: set[str] = set()
    lead: str | None = None
    for item in items:
        asked = agenda.get(item.agenda_item or "")
        if asked and asked.number and asked.number not in said:
            said.add(asked.number)
            yield from _agenda(asked)
            yield _decided()
        elif not said and item is items[0]:
            yield _decided()
        if item.lead and item.lead != lead:
            yield paragraph(Words(f"{item.lead}:"), align="both", indent=INDENT, keep=True)
        lead = item.lead
        yield paragraph(Words(f"{f'{item.number}. ' if item.number else ''}{_closed(item.text)}"), align="both", indent=INDENT)
        yield from _tail(item)
    yield from _signature(protocol)


def _agenda(item: AgendaItem) -> Iterator[str]:
    yield paragraph(Words(f"{item.number}. {_closed(item.title)}", bold=True), align="both", indent=INDENT, before=160, keep=True)
    if item.speakers:
        names = "; ".join(person.name for person in item.speakers)
        yield paragraph(Words(_closed(f"СЛУШАЛИ: {names}")), align="both", indent=INDENT, keep=True)


def _decided() -> str:
    return paragraph(Words("РЕШИЛИ:", bold=True), before=160, after=80, indent=INDENT, keep=True)


def _tail(item: Assignment) -> Iterator[str]:
    """«Ответственные – …» and «Срок – …», when the item's own text does not say them."""
    if item.responsible and not all(one.text in item.text for one in item.responsible):
        label = "Ответственные" if len(item.responsible) > 1 else "Ответственный"
        yield paragraph(Words(_closed(f"{label} – {', '.join(one.name for one in item.responsible)}")), indent=INDENT)
    if item.deadline and item.deadline.text not in item.text:
        yield paragraph(Words(f"Срок – {_closed(item.deadline.text)}"), indent=INDENT, after=80)


def _signature(protocol: Protocol) -> Iterator[str]:
    for label, person in (("Председатель", protocol.chair), ("Секретарь", protocol.secretary)):
        if person:
            yield paragraph(Words(f"{label}    п/п    {person.name}"), before=200)
    yield paragraph(Words("Верно"), before=320)
    yield paragraph(Words("____________________    ____________    ____________________"))
    yield paragraph(Words("(должность)                              (подпись)                 (расшифровка)", size=18))
    yield paragraph(Words("«___» ______________ 20___ г."), before=120)


def _closed(text: str) -> str:
    return text if text.endswith((".", "!", "?", ":", ";")) else f"{text}."
