"""Each section by itself: a few lines as offices write them, and what is read from them."""

from __future__ import annotations

from pathlib import Path

import pytest
from case_files import block_cases, line_cases
from readings import ANCHOR, assignment, paper_of, part_of, people, person, told

from protocol_cli.layout.normalise import clean
from protocol_cli.outline.section import Section
from protocol_cli.sections.addressees import read_addressees
from protocol_cli.sections.agenda import read_agenda
from protocol_cli.sections.attachments import read_attachment_mark
from protocol_cli.sections.attendance import read_participants, read_quorum_statement
from protocol_cli.sections.body import read_body
from protocol_cli.sections.capitals import ordinary_case
from protocol_cli.sections.decisions import read_decisions
from protocol_cli.sections.discussion import read_discussion
from protocol_cli.sections.executor import read_executor
from protocol_cli.sections.items import Item, read_items
from protocol_cli.sections.labels import opens_label, split_labels
from protocol_cli.sections.letterhead import read_letterhead
from protocol_cli.sections.ordinals import question_number
from protocol_cli.sections.protocol_head import read_approval, read_chair, read_head, read_secretary
from protocol_cli.sections.registration import read_letter_registration
from protocol_cli.sections.signatures import read_signatories

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


@blocks("assignments.txt")
def test_assignments(text: str, answers: list[str]):
    paper, part = part_of(text, Section.DECISIONS)
    found = read_decisions(paper, part, ANCHOR, read_agenda(paper, part) if part.of(Section.AGENDA, Section.HEADING) else [])
    said = [assignment(decision) for decision in found.decisions]
    for vote in found.votes:
        counts = {"for": vote.for_, "against": vote.against, "abstained": vote.abstained}
        said.append(told("vote", "unanimous" if vote.unanimous else None, item=vote.agenda_item, **counts))
    if found.control is not None:
        said.append(told(control=person(found.control)))
    assert said == answers


@blocks("requests.txt")
def test_requests(text: str, answers: list[str]):
    paper, rows = paper_of(text)
    _, requests = read_body(paper, rows, ANCHOR)
    assert ([assignment(request) for request in requests] or ["nothing"]) == answers


@blocks("agenda.txt")
def test_agenda(text: str, answers: list[str]):
    paper, part = part_of(text, Section.AGENDA)
    found = read_agenda(paper, part)
    assert [told(item.number, item.title, speakers=people(item.speakers)) for item in found] == answers


@blocks("attendance.txt")
def test_attendance(text: str, answers: list[str]):
    paper, part = part_of(text, Section.PRESENT)
    said = []
    for one in read_participants(paper, part):
        remote = "remote" if one.remote else None
        said.append(told(one.status, one.text, remote, person=person(one.person)))
    if (quorum := read_quorum_statement(paper, part)) is not None:
        reached = {True: "reached", False: "not reached", None: None}[quorum.reached]
        said.append(told("quorum", reached, total=quorum.total, present=quorum.present))
    assert (said or ["nothing"]) == answers


@blocks("discussion.txt")
def test_discussion(text: str, answers: list[str]):
    paper, part = part_of(text, Section.HEARD)
    found = read_discussion(paper, part)
    said = [told(d.agenda_item, heard=people(d.heard), spoke=people(d.spoke), text=d.text) for d in found]
    assert said == answers


@blocks("signatures.txt")
def test_signatures(text: str, answers: list[str]):
    paper, rows = paper_of(text)
    assert ([person(one) for one in read_signatories(paper, rows)] or ["nothing"]) == answers


@blocks("executors.txt")
def test_executor_mark(text: str, answers: list[str]):
    paper, rows = paper_of(text)
    found = read_executor(paper, rows)
    assert [told(person(found), found.phone, found.email) if found else "nothing"] == answers


@blocks("letterheads.txt")
def test_letterhead(text: str, answers: list[str]):
    paper, rows = paper_of(text)
    found = read_letterhead(paper, rows)
    said = []
    if found.organization is not None:
        body = found.organization
        said.append(told(body.name, short=body.short_name, parent=body.parent))
    contacts, ids = found.contacts, found.identifiers
    reached = {name: ", ".join(getattr(contacts, name)) for name in ("phones", "faxes", "emails", "websites")}
    said.append(told("contacts", contacts.postal_code, contacts.address, **reached))
    said.append(told("identifiers", inn=ids.inn, kpp=ids.kpp, ogrn=ids.ogrn, okpo=ids.okpo))
    assert [line for line in said if line not in ("contacts", "identifiers")] == answers


@blocks("addressees.txt")
def test_addressees(text: str, answers: list[str]):
    paper, rows = paper_of(text)
    said = [
        told(a.text, position=a.position, organization=a.organization, name=a.name, copy="yes" if a.copy_ else None)
        for a in read_addressees(paper, rows)
    ]
    assert said == answers


@blocks("registrations.txt")
def test_registration(text: str, answers: list[str]):
    paper, rows = paper_of(text)
    found = read_letter_registration(paper, rows)
    replies = [told("in reply to", r.number, r.date) for r in found.in_reply_to]
    assert [told(found.number, found.date) or "nothing", *replies] == answers


@blocks("attachments.txt")
def test_attachments(text: str, answers: list[str]):
    paper, rows = paper_of(text)
    said = [told(a.title, sheets=a.sheets, copies=a.copies, format=a.format) for a in read_attachment_mark(paper, rows)]
    assert (said or ["nothing"]) == answers


@blocks("heads.txt")
def test_head_of_a_protocol(text: str, answers: list[str]):
    paper, part = part_of(text, Section.TITLE)
    head = read_head(paper, part)
    said = [told(head.number, head.date, head.title, meeting=head.meeting)]
    said.append(told("held", head.place, start=head.time_start, end=head.time_end))
    approval = read_approval(paper, part)
    said.append(told(chair=person(read_chair(paper, part)), secretary=person(read_secretary(paper, part))))
    said.append(told("approved", approval.position, approval.name, approval.date) if approval else "")
    assert [line for line in said if line not in ("", "held")] == answers
