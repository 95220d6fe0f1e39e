"""Akoma Ntoso 3.0 (OASIS LegalDocumentML): a protocol as a debate, a letter as a doc with its protocols attached.

Those present go to `rollCall`, agenda items and speeches to `debateSection` and `speech`, decisions to `resolutions`.
Akoma Ntoso has no place for who answers and by when: these stand in `proprietary`, tied by eId.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO
from urllib.parse import quote

from protocol_cli.export.akn_meta import NAMESPACE, Registered, add_meta, append
from protocol_cli.export.wording import long_day

if TYPE_CHECKING:
    from protocol_cli.models import Assignment, Document, Letter, Person, Protocol


def write_akn(stream: BinaryIO, document: Document) -> None:
    """Write the document as XML, UTF-8, valid against the schema of Akoma Ntoso 3.0."""
    from lxml import etree

    root = etree.Element(f"{{{NAMESPACE}}}akomaNtoso", nsmap={None: NAMESPACE})
    if document.letter:
        _add_letter(root, document, document.letter)
    elif len(document.protocols) == 1:
        _add_protocol(root, document, document.protocols[0], "")
    else:
        _add_collection(root, document)
    etree.ElementTree(root).write(stream, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def _add_letter(root: Any, document: Document, letter: Letter) -> None:  # noqa: ANN401 - lxml's elements
    doc = append(root, "doc", name="letter")
    people = Registered("")
    organization = letter.organization.name if letter.organization else None
    numbered = [(f"request_{order}", request) for order, request in enumerate(letter.requests, start=1)]
    uri = _uri("letter", letter.date, letter.number)
    add_meta(doc, uri, letter.date, letter.number, organization, people, _everyone_of_letter(letter), numbered)
    preface = append(doc, "preface")
    if organization:
        append(append(preface, "p"), "docAuthority", organization)
    _add_head(preface, None, letter.date, letter.number)
    for addressee in letter.addressees:
        append(preface, "p", addressee.text)
    if letter.subject:
        append(append(preface, "p"), "docTitle", letter.subject)
    body = append(doc, "mainBody")
    for text in (letter.salutation, *letter.body):
        if text:
            append(body, "p", text)
    _add_requests(body, numbered)
    if not len(body):
        append(body, "p", "")
    _add_signatures(doc, letter.signatories, people)
    if document.protocols:
        attachments = append(doc, "attachments")
        for order, protocol in enumerate(document.protocols, start=1):
            attachment = append(attachments, "attachment", eId=f"att_{order}")
            _add_protocol(attachment, document, protocol, f"att_{order}__")


def _add_requests(body: Any, numbered: list[tuple[str, Assignment]]) -> None:  # noqa: ANN401
    """Give ids, to which the metadata are tied, to the body's paragraphs that are requests; list those that are none."""
    unplaced = []
    for name, request in numbered:
        home = next((p for p in body if not p.get("eId") and request.text in (p.text or "")), None)
        if home is None:
            unplaced.append((name, request))
        else:
            home.set("eId", name)
    if not unplaced:
        return
    listed = append(body, "blockList", eId="requests")
    for name, request in unplaced:
        item = append(listed, "item", eId=name)
        if request.number:
            append(item, "num", request.number)
        append(item, "p", request.text)


def _add_collection(root: Any, document: Document) -> None:  # noqa: ANN401
    """Several protocols of one file, or a document that is neither letter nor protocol: a doc with attachments."""
    doc = append(root, "doc", name=document.kind.value)
    uri = _uri(document.kind.value, None, document.source.sha256[:8])
    add_meta(doc, uri, None, None, None, Registered(""), [], [])
    body = append(doc, "mainBody")
    lines = [line for line in (document.text or "").replace("\f", "\n").split("\n") if line.strip()]
    for line in lines if not document.protocols else [document.source.name]:
        append(body, "p", line)
    if not len(body):
        append(body, "p", document.source.name)
    if document.protocols:
        attachments = append(doc, "attachments")
        for order, protocol in enumerate(document.protocols, start=1):
            attachment = append(attachments, "attachment", eId=f"att_{order}")
            _add_protocol(attachment, document, protocol, f"att_{order}__")


def _add_protocol(parent: Any, document: Document, protocol: Protocol, prefix: str) -> None:  # noqa: ANN401
    debate = append(parent, "debate", name=document.kind.value if document.kind.value == "assignments" else "protocol")
    people = Registered(prefix)
    numbered = [(f"{prefix}dec_{order}", decision) for order, decision in enumerate(protocol.decisions, start=1)]
    uri = _uri("protocol", protocol.date, protocol.number)
    everyone = list(_everyone(protocol))
    add_meta(debate, uri, protocol.date, protocol.number, None, people, everyone, numbered, place=protocol.place)
    preface = append(debate, "preface")
    _add_head(preface, protocol.title, protocol.date, protocol.number)
    if protocol.place:
        append(preface, "p", protocol.place)
    body = append(debate, "debateBody")
    _add_roll_call(body, protocol, people, prefix)
    _add_agenda(body, protocol, people, prefix)
    _add_decisions(body, protocol, numbered, prefix)
    if not len(body):
        section = append(body, "debateSection", name="empty", eId=f"{prefix}dbsect_1")
        append(section, "p", protocol.title or "")
    _add_signatures(debate, protocol.signatories or ((protocol.chair,) if protocol.chair else ()), people)


def _add_head(preface: Any, title: str | None, date: dt.date | None, number: str | None) -> None:  # noqa: ANN401
    if title:
        append(append(preface, "p"), "docTitle", title)
    line = append(preface, "p")
    if date:
        append(line, "docDate", long_day(date), date=date.isoformat())
    if number:
        append(line, "docNumber", number)


def _add_roll_call(body: Any, protocol: Protocol, people: Registered, prefix: str) -> None:  # noqa: ANN401
    heads = [("Председатель", protocol.chair), ("Секретарь", protocol.secretary)]
    if not (protocol.participants or protocol.chair or protocol.secretary or protocol.quorum):
        return
    roll = append(body, "rollCall", eId=f"{prefix}rollcall")
    for label, person in heads:
        if person:
            line = append(roll, "p", f"{label}: ")
            append(line, "person", person.name, refersTo=f"#{people.id_of(person)}")
    for one in protocol.participants:
        line = append(roll, "p")
        if one.person:
            append(line, "person", one.text, refersTo=f"#{people.id_of(one.person)}")
        else:
            line.text = one.text
    if protocol.quorum:
        append(roll, "p", protocol.quorum.text)


def _add_agenda(body: Any, protocol: Protocol, people: Registered, prefix: str) -> None:  # noqa: ANN401
    said = {talk.agenda_item: talk for talk in protocol.discussion if talk.agenda_item}
    used: set[str] = set()
    order = 0
    for order, item in enumerate(protocol.agenda, start=1):
        section = append(body, "debateSection", name="agenda-item", eId=f"{prefix}dbsect_{order}")
        if item.number:
            append(section, "num", item.number)
        append(section, "heading", item.title)
        talk = said.get(item.number or "")
        used.add(item.number or "")
        speakers = (*(talk.heard if talk else item.speakers), *(talk.spoke if talk else ()))
        _add_speeches(section, speakers, talk.text if talk else None, people)
        if len(section) == 1 + bool(item.number):
            append(section, "p", item.title)
    for talk in protocol.discussion:
        if talk.agenda_item and talk.agenda_item in used:
            continue
        order += 1
        section = append(body, "debateSection", name="discussion", eId=f"{prefix}dbsect_{order}")
        _add_speeches(section, (*talk.heard, *talk.spoke), talk.text, people)
        if not len(section):
            append(section, "p", talk.text or "")


def _add_speeches(section: Any, speakers: tuple[Person, ...], text: str | None, people: Registered) -> None:  # noqa: ANN401
    """A speech of each; what is reported is the first one's."""
    for order, person in enumerate(speakers):
        speech = append(section, "speech", by=f"#{people.id_of(person)}")
        append(speech, "from", person.name)
        append(speech, "p", (text or "") if not order else "")
    if text and not speakers:
        append(section, "p", text)


def _add_decisions(body: Any, protocol: Protocol, numbered: list[tuple[str, Assignment]], prefix: str) -> None:  # noqa: ANN401
    if not numbered:
        return
    resolutions = append(body, "resolutions", eId=f"{prefix}resolutions")
    append(resolutions, "heading", "РЕШИЛИ")
    listed = append(resolutions, "blockList", eId=f"{prefix}resolutions__list_1")
    for name, decision in numbered:
        item = append(listed, "item", eId=name)
        if decision.number:
            append(item, "num", decision.number)
        if decision.lead:
            append(item, "p", f"{decision.lead}:")
        append(item, "p", decision.text)
    for vote in protocol.votes:
        counts = (("за", vote.for_), ("против", vote.against), ("воздержались", vote.abstained))
        told = ", ".join(f"{name} – {count}" for name, count in counts if count is not None) or "единогласно"
        append(resolutions, "p", f"Голосовали: {told}")


def _add_signatures(parent: Any, signatories: tuple[Person, ...], people: Registered) -> None:  # noqa: ANN401
    if not signatories:
        return
    conclusions = append(parent, "conclusions")
    for person in signatories:
        signature = append(append(conclusions, "p"), "signature")
        if person.position:
            signature.text = f"{person.position} "
        append(signature, "person", person.name, refersTo=f"#{people.id_of(person)}")


def _everyone(protocol: Protocol) -> Iterator[Person]:
    for person in (protocol.chair, protocol.secretary, protocol.control):
        if person:
            yield person
    yield from (one.person for one in protocol.participants if one.person)
    for item in protocol.agenda:
        yield from item.speakers
    for talk in protocol.discussion:
        yield from (*talk.heard, *talk.spoke)
    yield from protocol.signatories
    for decision in protocol.decisions:
        yield from (one.person for one in decision.responsible if one.person)


def _everyone_of_letter(letter: Letter) -> list[Person]:
    return [*letter.signatories, *([letter.executor] if letter.executor else [])]


def _uri(kind: str, date: dt.date | None, number: str | None) -> str:
    """«/akn/ru/doc/protocol/2021-04-16/7» (Akoma Ntoso Naming Convention 1.0)."""
    parts = ["/akn/ru/doc", kind, date.isoformat() if date else "undated", quote(number, safe="") if number else "nn"]
    return "/".join(parts)
