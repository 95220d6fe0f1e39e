"""Assignments: decisions, instructions and requests, with those who answer for them."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from protocol_cli.models.base import Grounded, Model
from protocol_cli.models.deadline import Deadline
from protocol_cli.models.person import Person


class Role(StrEnum):
    """Office rule: the first named answers for the whole and convenes the others."""

    LEAD = "lead"
    CO = "co"


class Responsible(Model):
    """One who answers for an assignment: a body, a post, a group or a person."""

    text: str = Field(description="As written")
    name: str = Field(description="The same in the nominative")
    full_name: str | None = Field(default=None, description="The name with the document's abbreviations opened")
    person: Person | None = Field(default=None, description="The official named with it, or alone")
    role: Role = Field(description="The first named leads, the others take part")


class Assignment(Grounded):
    """A decision, an instruction or a request."""

    number: str | None = Field(default=None, description="As the document numbers it: 1, 2.1, I.2, 3.а")
    text: str = Field(description="What is to be done")
    lead: str | None = Field(default=None, description="The introductory line it stands under")
    agenda_item: str | None = Field(default=None, description="Number of the agenda item it was decided under")
    responsible: tuple[Responsible, ...] = Field(default=(), description="Who answers, the lead first")
    deadline: Deadline | None = Field(default=None, description="By when")
    control: Person | None = Field(default=None, description="Who supervises this item")
