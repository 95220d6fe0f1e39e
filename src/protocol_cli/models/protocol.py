"""A protocol of a meeting, or a list of assignments."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from pydantic import Field

from protocol_cli.models.assignment import Assignment
from protocol_cli.models.base import Grounded, Model
from protocol_cli.models.letter import Attachment
from protocol_cli.models.person import Person


class Attendance(StrEnum):
    """How a participant took part."""

    PRESENT = "present"
    ABSENT = "absent"
    INVITED = "invited"


class Participant(Grounded):
    """One person or group line of the list of participants."""

    text: str = Field(description="As written, without the mark of remote presence and «(далее – …)»")
    status: Attendance = Field(description="present, absent or invited")
    remote: bool | None = Field(default=None, description="Took part from afar, when the document says so")
    person: Person | None = Field(default=None, description="The person, when one is named")


class Quorum(Model):
    """Statement of the quorum."""

    total: int | None = Field(default=None, description="Members in all")
    present: int | None = Field(default=None, description="Members present")
    reached: bool | None = Field(default=None, description="The document says that there is a quorum")
    text: str = Field(description="As written")


class AgendaItem(Grounded):
    """One item of the agenda."""

    number: str | None = Field(default=None, description="As printed: 1, I")
    title: str = Field(description="What is considered")
    speakers: tuple[Person, ...] = Field(default=(), description="Who reports")


class Discussion(Grounded):
    """СЛУШАЛИ / ВЫСТУПИЛИ on one item."""

    agenda_item: str | None = Field(default=None, description="Number of the agenda item")
    heard: tuple[Person, ...] = Field(default=(), description="СЛУШАЛИ: who reported")
    spoke: tuple[Person, ...] = Field(default=(), description="ВЫСТУПИЛИ: who spoke")
    text: str | None = Field(default=None, description="What is reported")


class Vote(Grounded):
    """A vote; «нет» is 0."""

    agenda_item: str | None = Field(default=None, description="Number of the agenda item")
    for_: int | None = Field(default=None, alias="for", description="Votes for")
    against: int | None = Field(default=None, description="Votes against")
    abstained: int | None = Field(default=None, description="Abstentions")
    unanimous: bool | None = Field(default=None, description="True when the document says so")


class Approval(Model):
    """Гриф утверждения (requisite 16)."""

    position: str | None = Field(default=None, description="Post of who approves")
    name: str | None = Field(default=None, description="Name as printed")
    date: dt.date | None = Field(default=None, description="Date of the approval")


class Protocol(Grounded):
    """A protocol of a meeting; a list of assignments (перечень поручений) is one too."""

    title: str | None = Field(default=None, description="Heading after the word ПРОТОКОЛ")
    meeting: str | None = Field(default=None, description="What was held, nominative, lower case")
    number: str | None = Field(default=None, description="Number of the protocol")
    date: dt.date | None = Field(default=None, description="Day of the meeting")
    time_start: str | None = Field(default=None, pattern=r"^\d\d:\d\d$", description="Beginning, HH:MM")
    time_end: str | None = Field(default=None, pattern=r"^\d\d:\d\d$", description="End, HH:MM")
    place: str | None = Field(default=None, description="Where it was held")
    chair: Person | None = Field(default=None, description="Who presided")
    secretary: Person | None = Field(default=None, description="Who kept the protocol")
    participants: tuple[Participant, ...] = Field(default=(), description="Those under the headings of the list")
    quorum: Quorum | None = Field(default=None, description="Statement of the quorum")
    agenda: tuple[AgendaItem, ...] = Field(default=(), description="Agenda with speakers")
    discussion: tuple[Discussion, ...] = Field(default=(), description="СЛУШАЛИ / ВЫСТУПИЛИ")
    decisions: tuple[Assignment, ...] = Field(default=(), description="РЕШИЛИ, in order")
    votes: tuple[Vote, ...] = Field(default=(), description="Votes, in order")
    signatories: tuple[Person, ...] = Field(default=(), description="Who signed")
    attachments: tuple[Attachment, ...] = Field(default=(), description="Attachments of the protocol")
    control: Person | None = Field(default=None, description="Who supervises the whole protocol")
    approval: Approval | None = Field(default=None, description="Гриф утверждения")
