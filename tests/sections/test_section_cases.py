"""Each section by itself: a few lines as offices write them, and what is read from them."""

from __future__ import annotations

from pathlib import Path

import pytest
from case_files import block_cases, line_cases
from readings import assignment, letter_of, paper_of, people, person, protocol_of, told

from protocol_cli.layout.normalise import clean
from protocol_cli.models import Protocol
from protocol_cli.sections.capitals import ordinary_case
from protocol_cli.sections.items import Item, read_items
from protocol_cli.sections.labels import opens_label, split_labels
from protocol_cli.sections.ordinals import question_number

CASES = Path(__file__).parent / "cases"


def blocks(name: str):
    return pytest.mark.parametrize(("text", "answers"), block_cases(CASES / name))


def lines(name: str):
    return pytest.mark.parametrize(("text", "expected"), line_cases(CASES / name))


@lines("labels.txt")
def test_labels(text: str, expected: str):
    head, tails = split_labels(clean(text))
    assert told(head.text, *(f"{tail.kind}: {tail.value.text}" for tail in tails)) == (expected or clean(text).text)


@lines("label_openings.txt")
def test_lines_that_begin_with_a_label(text: str, expected: str):
    assert opens_label(text) is (expected == "label")


@lines("questions.txt")
def test_numbers_of_agenda_items_in_words(text: str, expected: str):
    found = question_number(text)
    assert (found.number if found else "") == expected
    assert found is None or 0 < found.length <= len(text)


@lines("capitals.txt")
def test_capitals_to_ordinary_case(text: str, expected: str):
    assert ordinary_case(text) == expected


@blocks("items.txt")
def test_items(text: str, answers: list[str]):
    paper, rows = paper_of(text)

    def shown(item: Item, depth: int = 0) -> list[str]:
        tails = [f"{tail.kind}: {tail.value.text}" for tail in item.tails]
        own = ". " * depth + told(item.number or "-", item.text.text, *tails)
        return [own, *(line for child in item.children for line in shown(child, depth + 1))]

    assert [line for item in read_items(rows, paper.wrap) for line in shown(item)] == answers


def decided(found: Protocol) -> list[str]:
    said = [assignment(decision) for decision in found.decisions]
    for vote in found.votes:
        counts = {"for": vote.for_, "against": vote.against, "abstained": vote.abstained}
        said.append(told("vote", "unanimous" if vote.unanimous else None, item=vote.agenda_item, **counts))
    return said if found.control is None else [*said, told(control=person(found.control))]


@blocks("assignments.txt")
def test_assignments(text: str, answers: list[str]):
    assert decided(protocol_of(text, "decisions", dated=True)) == answers


@blocks("requests.txt")
def test_requests(text: str, answers: list[str]):
    found = letter_of(text, "body", dated=True).requests
    assert ([assignment(request) for request in found] or ["nothing"]) == answers


@blocks("agenda.txt")
def test_agenda(text: str, answers: list[str]):
    found = protocol_of(text, "agenda").agenda
    assert [told(item.number, item.title, speakers=people(item.speakers)) for item in found] == answers


@blocks("attendance.txt")
def test_attendance(text: str, answers: list[str]):
    found = protocol_of(text, "present")
    said = [
        told(one.status, one.text, "remote" if one.remote else None, person=person(one.person))
        for one in found.participants
    ]
    if (quorum := found.quorum) is not None:
        reached = {True: "reached", False: "not reached", None: None}[quorum.reached]
        said.append(told("quorum", reached, total=quorum.total, present=quorum.present))
    assert (said or ["nothing"]) == answers


@blocks("discussion.txt")
def test_discussion(text: str, answers: list[str]):
    found = protocol_of(text, "heard").discussion
    said = [told(d.agenda_item, heard=people(d.heard), spoke=people(d.spoke), text=d.text) for d in found]
    assert said == answers


@blocks("heads.txt")
def test_head_of_a_protocol(text: str, answers: list[str]):
    found = protocol_of(text, "title")
    said = [
        told(found.number, found.date, found.title, meeting=found.meeting),
        told("held", found.place, start=found.time_start, end=found.time_end),
        told(chair=person(found.chair), secretary=person(found.secretary)),
    ]
    if found.approval is not None:
        said.append(told("approved", found.approval.position, found.approval.name, found.approval.date))
    assert [line for line in said if line not in ("", "held")] == answers


@pytest.mark.parametrize("section", ["signature", "signed"])
@blocks("signatures.txt")
def test_signatures(text: str, answers: list[str], section: str):
    found = letter_of(text, section) if section == "signature" else protocol_of(text, section)
    assert ([person(one) for one in found.signatories] or ["nothing"]) == answers


@blocks("executors.txt")
def test_executor_mark(text: str, answers: list[str]):
    found = letter_of(text, "executor").executor
    assert [told(person(found), found.phone, found.email) if found else "nothing"] == answers


@blocks("letterheads.txt")
def test_letterhead(text: str, answers: list[str]):
    found = letter_of(text, "letterhead")
    said = []
    if (body := found.organization) is not None:
        said.append(told(body.name, short=body.short_name, parent=body.parent))
    contacts, ids = found.contacts, found.identifiers
    reached = {name: ", ".join(getattr(contacts, name)) for name in ("phones", "faxes", "emails", "websites")}
    said.append(told("contacts", contacts.postal_code, contacts.address, **reached))
    said.append(told("identifiers", inn=ids.inn, kpp=ids.kpp, ogrn=ids.ogrn, okpo=ids.okpo))
    assert [line for line in said if line not in ("contacts", "identifiers")] == answers


@blocks("addressees.txt")
def test_addressees(text: str, answers: list[str]):
    said = []
    for one in letter_of(text, "addressees").addressees:
        copy = "yes" if one.model_dump(by_alias=True)["copy"] else None
        said.append(told(one.text, position=one.position, organization=one.organization, name=one.name, copy=copy))
    assert said == answers


@blocks("registrations.txt")
def test_registration(text: str, answers: list[str]):
    found = letter_of(text, "registration")
    replies = [told("in reply to", r.number, r.date) for r in found.in_reply_to]
    assert [told(found.number, found.date) or "nothing", *replies] == answers


@blocks("attachments.txt")
def test_attachments(text: str, answers: list[str]):
    found = letter_of(text, "attachments").attachments
    assert [told(a.title, sheets=a.sheets, copies=a.copies, format=a.format) for a in found] == answers


def test_reference_data_at_the_foot_of_the_sheet():
    found = letter_of(
        "Управляющий                   Ж.Р. Мустафина\n____________________\nИНН 1657002180  КПП 165701001  ОГРН 1021600004117",
        "signature",
    )
    assert (found.identifiers.inn, found.identifiers.kpp, found.identifiers.ogrn) == (
        "1657002180",
        "165701001",
        "1021600004117",
    )
    assert people(found.signatories) == "Ж.Р. Мустафина (Управляющий)"


def test_a_signature_beside_the_stamp_is_no_part_of_its_owner():
    stamp = "Документ подписан\nэлектронной подписью\nВладелец: Котов Виталий Олегович"
    found = letter_of(
        f"[stamp]\n{stamp}\n[signature]\n                    В.О. Котов\n[stamp]\nДействителен: с 11.10.2018 до 11.01.2020",
        "stamp",
    )
    assert found.e_signature is not None
    assert found.e_signature.owner == "Котов Виталий Олегович"


def test_the_foot_of_the_sheet_is_no_executor():
    foot = "690091, г. Владивосток, ул. Светланская, д. 33\nИНН 2536123456\nтел. (423) 222-10-20, office@mail.example"
    found = letter_of(f"Исполнитель:\nЛитвинова Марина\nтел. 8-914-555-33-21\n\n{foot}", "executor")
    assert found.executor is not None
    assert (found.executor.phone, found.executor.email) == ("8-914-555-33-21", None)
    assert found.contacts.phones == ("(423) 222-10-20",)
    assert found.contacts.postal_code == "690091"
