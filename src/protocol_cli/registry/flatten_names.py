"""The people and the organisations of a document as rows: who appears where, and as what."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from protocol_cli.registry.keys import name_key
from protocol_cli.registry.people import name_part
from protocol_cli.registry.search import folded

if TYPE_CHECKING:
    from protocol_cli.models import Assignment, Document, Letter, Person, Protocol
    from protocol_cli.registry.flatten import DocumentRows, Row, Value

# «И.О. Фамилия», «Фамилия И.О.»: the name of who approves comes without its parts.
INITIALS_FIRST = re.compile(r"(?P<given>\w\.) ?(?P<patronymic>\w\.)? ?(?P<family>\w[\w-]+)")
FAMILY_FIRST = re.compile(r"(?P<family>\w[\w-]+) (?P<given>\w\.) ?(?P<patronymic>\w\.)?")


class NameRows:
    """Adds to the rows of one document its people and organisations."""

    def __init__(self, rows: DocumentRows, document: int) -> None:
        self._rows = rows
        self._document = document
        self._opened: dict[str, str] = {}

    def add_document(self, document: Document) -> None:
        """Add all of them; «ДШО» is what the document says it stands for."""
        self._opened = {abbreviation.short: abbreviation.full for abbreviation in document.abbreviations}
        if document.letter:
            self._add_letter(document.letter)
        for at, protocol in enumerate(document.protocols, start=1):
            self._add_protocol(at, protocol)
        self._add_assignments(document)
        for reference in document.references:
            self._add_organization("issuer", reference.issuer, None, reference.text, reference.span.page)

    def _add_letter(self, letter: Letter) -> None:
        page = letter.span.page
        if letter.organization:
            author = letter.organization
            self._add_organization("author", author.name, author.short_name, author.name, page)
            self._add_organization("parent", author.parent, None, author.parent, page)
        for addressee in letter.addressees:
            role = "copy" if addressee.copy_ else "addressee"
            self._add_organization(role, addressee.organization, None, addressee.text, addressee.span.page)
        for person in letter.signatories:
            self._add_person("signatory", person)
        if letter.executor:
            self._add_person("executor", letter.executor)

    def _add_protocol(self, at: int, protocol: Protocol) -> None:
        agenda: dict[Value, Value] = {
            row["number"]: row["key"]
            for row in self._rows.tables.get("agenda", ())
            if row["protocol"] == at and row["number"]
        }
        for role, person in (("chair", protocol.chair), ("secretary", protocol.secretary), ("control", protocol.control)):
            if person:
                self._add_person(role, person, at)
        for who in protocol.participants:
            if who.person:
                self._add_person("participant" if who.status.value == "present" else who.status.value, who.person, at)
        items = [row["key"] for row in self._rows.tables.get("agenda", ()) if row["protocol"] == at]
        for key, item in zip(items, protocol.agenda, strict=True):
            for person in item.speakers:
                self._add_person("speaker", person, at, agenda=key)
        for said in protocol.discussion:
            for role, people in (("heard", said.heard), ("spoke", said.spoke)):
                for person in people:
                    self._add_person(role, person, at, agenda=agenda.get(said.agenda_item) if said.agenda_item else None, said=said.text)
        for person in protocol.signatories:
            self._add_person("signatory", person, at)
        approval = protocol.approval
        if approval and approval.name:
            self._add_approver(approval.name, approval.position, at, protocol.span.page)

    def _add_assignments(self, document: Document) -> None:
        of_letter = document.letter.requests if document.letter else ()
        requests: list[tuple[int, Assignment]] = [(0, each) for each in of_letter]
        for at, protocol in enumerate(document.protocols, start=1):
            requests += [(at, decision) for decision in protocol.decisions]
        keys = [row["key"] for row in self._rows.tables.get("assignments", ())]
        for key, (at, assignment) in zip(keys, requests, strict=True):
            for responsible in assignment.responsible:
                if responsible.person:
                    self._add_person("responsible", responsible.person, at, assignment=key)
            if assignment.control:
                self._add_person("control", assignment.control, at, assignment=key)

    def _add_person(
        self,
        role: str,
        person: Person,
        protocol: int = 0,
        *,
        agenda: Value = None,
        assignment: Value = None,
        said: str | None = None,
    ) -> None:
        self._add_form(person.name, person.family_name, person.given_name, person.patronymic_name)
        span = person.span
        row = self._appearance(role, protocol, person.position, span.page) | {
            "agenda": agenda, "assignment": assignment, "said": said, "phone": person.phone, "email": person.email,
            "organization": person.organization, "span_start": span.start, "span_end": span.end,
        }  # fmt: skip
        self._rows.add("appearances", row)
        if person.organization:
            self._add_organization("employer", person.organization, None, person.name, span.page)

    def _add_approver(self, name: str, position: str | None, protocol: int, page: int) -> None:
        match = INITIALS_FIRST.fullmatch(name) or FAMILY_FIRST.fullmatch(name)
        parts = match.groupdict() if match else {}
        self._add_form(name, parts.get("family"), parts.get("given"), parts.get("patronymic"))
        row = self._appearance("approver", protocol, position, page)
        nothing = ("agenda", "assignment", "said", "phone", "email", "organization", "span_start", "span_end")
        self._rows.add("appearances", row | dict.fromkeys(nothing))

    def _add_form(self, name: str, family: str | None, given: str | None, patronymic: str | None) -> None:
        parts = (name_part(family) or name_part(name), name_part(given), name_part(patronymic))
        identity = "|".join(parts)
        row: Row = {"key": name_key(identity), "identity": identity, "name": name, "search": folded(name)}
        self._rows.add("people", row | dict(zip(("family", "given", "patronymic"), parts, strict=True)))

    def _appearance(self, role: str, protocol: int, position: str | None, page: int) -> Row:
        """The columns that every appearance of the form added last has."""
        key = self._rows.next_key("appearances", self._document)
        person = self._rows.tables["people"][-1]["key"]
        row: Row = {"key": key, "document": self._document, "person": person, "role": role}
        return row | {"protocol": protocol, "position": position, "page": page}

    def _add_organization(
        self, role: str, name: str | None, short_name: str | None, text: str | None, page: int
    ) -> None:
        if not name:
            return
        if name in self._opened:
            name, short_name = self._opened[name], short_name or name
        identity = folded(name).strip()
        row: Row = {"key": name_key(identity), "identity": identity, "name": name, "short_name": short_name}
        self._rows.add("organizations", row | {"search": folded(name, short_name)})
        key = self._rows.next_key("involvements", self._document)
        tie: Row = {"key": key, "document": self._document, "organization": row["key"], "role": role}
        self._rows.add("involvements", tie | {"text": text, "page": page})
