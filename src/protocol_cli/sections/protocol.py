"""One protocol, or one list of assignments, from its sections."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protocol_cli.grammar.persons import find_persons
from protocol_cli.layout.text_rows import TextRow
from protocol_cli.models import Participant, Person, Protocol
from protocol_cli.outline.parts import Part
from protocol_cli.outline.section import Section as S
from protocol_cli.sections.agenda import read_agenda
from protocol_cli.sections.attachments import read_attachment_mark
from protocol_cli.sections.attendance import read_participants
from protocol_cli.sections.decisions import read_decisions
from protocol_cli.sections.discussion import read_discussion
from protocol_cli.sections.officers import read_approval, read_chair, read_secretary
from protocol_cli.sections.paper import Paper
from protocol_cli.sections.protocol_head import read_head
from protocol_cli.sections.quorum import read_quorum_statement
from protocol_cli.sections.signatures import read_signatories


def read_protocol(paper: Paper, part: Part) -> Protocol:
    """The protocol that a part holds. Who is named in the nominative is read first: bent names go back to them."""
    head = read_head(paper, part)
    chair = read_chair(paper, part)
    secretary = read_secretary(paper, part)
    participants = read_participants(paper, part)
    signatories = read_signatories(paper, _signature_rows(part))
    agenda = read_agenda(paper, part)
    decided = read_decisions(paper, part, head.date, agenda)
    secretary = secretary or _listed_secretary([p.person for p in participants if p.person is not None])
    secretary = secretary or _signed_as(signatories, _SIGNED_SECRETARY)
    chair = chair or _listed_chair(participants) or _signed_as(signatories, _SIGNED_CHAIR)
    rows = part.of(S.TITLE) or part.rows
    return Protocol(
        title=head.title,
        meeting=head.meeting,
        number=head.number,
        date=head.date,
        time_start=head.time_start,
        time_end=head.time_end,
        place=head.place,
        chair=chair,
        secretary=secretary,
        participants=tuple(participants),
        quorum=read_quorum_statement(part),
        agenda=tuple(agenda),
        discussion=tuple(read_discussion(paper, part, agenda)),
        decisions=tuple(decided.decisions),
        votes=tuple(decided.votes),
        signatories=tuple(signatories),
        attachments=tuple(read_attachment_mark(paper, part.of(S.ENCLOSURES))),
        control=decided.control,
        approval=read_approval(paper, part),
        span=paper.between(min(r.passage.start for r in rows), max(r.passage.end for r in rows)),
    )


_SIGNED_SECRETARY = re.compile(r"(?:ответственный |уч[её]ный )?секретарь(?: (?:собрания|заседания|совещания|комиссии|совета))?$", re.IGNORECASE)
_SIGNED_CHAIR = re.compile(r"председател(?:ь|ьствующий|ьствующая)(?: (?:собрания|заседания|совещания))?$", re.IGNORECASE)
_CHAIR_BRACKET = re.compile(r"\(председател(?:ь|ьствующ)\w*\)", re.IGNORECASE)


def _signed_as(signatories: Sequence[Person], post: re.Pattern[str]) -> Person | None:
    """Who signed as chair or secretary, where the head names none."""
    found = next((p for p in signatories if p.position and post.match(p.position)), None)
    return found.model_copy(update={"position": None}) if found is not None else None


def _listed_chair(participants: Sequence[Participant]) -> Person | None:
    """«Кошелева Н.В. (председатель)» in the list of those present."""
    found = next((p for p in participants if p.person is not None and _CHAIR_BRACKET.search(p.text)), None)
    return found.person.model_copy(update={"position": None}) if found is not None and found.person is not None else None


_KEPT = re.compile(r"(?:Протокол|За протокол)[^:]*$")


def _signature_rows(part: Part) -> list[TextRow]:
    """The rows of the signatures; «Протокол вёл      И.И. Иванов» right under them is one, with a colon it only tells."""
    rows: list[TextRow] = []
    signed = False
    for at, run in enumerate(part.runs):
        if run.section is S.SIGNED:
            rows.extend(run.rows)
            signed = True
            continue
        near = signed or (at + 1 < len(part.runs) and part.runs[at + 1].section is S.SIGNED)
        if run.section is S.KEPT and near and _KEPT.match(run.rows[0].text) and find_persons(run.rows[0].text):
            rows.append(run.rows[0])
    return rows


_ALSO_SECRETARY = re.compile(r", (?:ответственный )?секретарь (?:комиссии|совета|штаба|группы|коллегии|комитета)\b")


def _listed_secretary(people: list[Person]) -> Person | None:
    """«секретарь комиссии – Чеботарёва И.К.» in the list of those present."""
    for person in people:
        if person.position and person.position.casefold().startswith(("секретарь", "ответственный секретарь")):
            return person.model_copy(update={"position": None})
        if person.position and _ALSO_SECRETARY.search(person.position):
            return person  # «главный специалист администрации, секретарь комиссии»
    return None
