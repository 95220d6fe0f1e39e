"""The metadata of Akoma Ntoso: identification by FRBR, persons, and who answers for what by when."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from protocol_cli.export.safe import plain

if TYPE_CHECKING:
    from protocol_cli.models import Assignment, Deadline, Person

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OWN_NAMESPACE = "urn:protocol-cli:assignments:1.0"
TOOL = "protocol-cli"
UNKNOWN_DATE = dt.date(1, 1, 1)  # the schema wants a day


class Registered:
    """Persons and their ids, the same name once; ids begin with `prefix`."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        self._known: dict[str, str] = {}

    def id_of(self, person: Person) -> str:
        """The id of the person, a new one when she was not named yet."""
        key = re.sub(r"\s+", " ", person.name).casefold()
        return self._known.setdefault(key, f"{self.prefix}person_{len(self._known) + 1}")


def append(parent: Any, name: str, text: str | None = None, /, **attributes: str) -> Any:  # noqa: ANN401 - lxml's elements
    """A new element of Akoma Ntoso at the end of `parent`."""
    from lxml import etree

    element = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}")
    if text is not None:
        element.text = plain(text)
    for key, value in attributes.items():
        element.set(key, plain(value))
    return element


def add_meta(
    parent: Any,  # noqa: ANN401
    uri: str,
    date: dt.date | None,
    number: str | None,
    organization: str | None,
    people: Registered,
    everyone: Sequence[Person],
    assignments: Sequence[tuple[str, Assignment]],
    *,
    place: str | None = None,
) -> None:
    """Append `meta`. `assignments` are pairs of an eId and what stands there."""
    tool = f"#{people.prefix}{TOOL}"
    author = f"#{people.prefix}author"
    meta = append(parent, "meta")
    identification = append(meta, "identification", source=tool)
    for level in ("Work", "Expression", "Manifestation"):
        _add_level(identification, level, uri, date, number, author)
    references = append(meta, "references", source=tool)
    append(references, "TLCOrganization", eId=tool[1:], href=f"/ontology/organization/{TOOL}", showAs=TOOL)
    shown = organization or "не указан"
    append(references, "TLCOrganization", eId=author[1:], href="/ontology/organization/author", showAs=shown)
    seen: set[str] = set()
    for person in everyone:
        name = people.id_of(person)
        if name not in seen:
            seen.add(name)
            append(references, "TLCPerson", eId=name, href=f"/ontology/person/{name}", showAs=person.name)
    if place:
        append(references, "TLCLocation", eId=f"{author[1:]}__place", href="/ontology/location/place", showAs=place)
    if assignments:
        _add_assignments(meta, tool, assignments)


def _add_level(identification: Any, level: str, uri: str, date: dt.date | None, number: str | None, author: str) -> None:  # noqa: ANN401
    here = append(identification, f"FRBR{level}")
    address = uri + {"Work": "", "Expression": "/rus@", "Manifestation": "/rus@.akn"}[level]
    append(here, "FRBRthis", value=f"{address}/!main" if level != "Manifestation" else address)
    append(here, "FRBRuri", value=address)
    append(here, "FRBRdate", date=(date or UNKNOWN_DATE).isoformat(), name="registration" if date else "unknown")
    append(here, "FRBRauthor", href=author)
    if level == "Work":
        append(here, "FRBRcountry", value="ru")
        if number:
            append(here, "FRBRnumber", value=number)
    elif level == "Expression":
        append(here, "FRBRlanguage", language="rus")


def _add_assignments(meta: Any, source: str, assignments: Iterable[tuple[str, Assignment]]) -> None:  # noqa: ANN401
    from lxml import etree

    proprietary = append(meta, "proprietary", source=source)
    listed = etree.SubElement(proprietary, f"{{{OWN_NAMESPACE}}}assignments", nsmap={"pc": OWN_NAMESPACE})
    for name, assignment in assignments:
        if not (assignment.responsible or assignment.deadline or assignment.control):
            continue
        element = etree.SubElement(listed, f"{{{OWN_NAMESPACE}}}assignment", href=f"#{name}")
        for one in assignment.responsible:
            party = etree.SubElement(element, f"{{{OWN_NAMESPACE}}}responsible", role=one.role.value)
            party.text = plain(one.full_name or one.name)
        term = assignment.deadline
        while term:
            _add_deadline(element, term)
            term = term.then
        if assignment.control:
            etree.SubElement(element, f"{{{OWN_NAMESPACE}}}control").text = plain(assignment.control.name)


def _add_deadline(element: Any, term: Deadline) -> None:  # noqa: ANN401
    from lxml import etree

    deadline = etree.SubElement(element, f"{{{OWN_NAMESPACE}}}deadline", kind=term.kind.value)
    deadline.text = plain(term.text)
    named = {
        "due": term.due.isoformat() if term.due else None, "start": term.start.isoformat() if term.start else None,
        "time": term.time, "rrule": term.rrule, "duration": term.duration, "event": term.event,
    }  # fmt: skip
    for key, value in named.items():
        if value:
            deadline.set(key, plain(value))
