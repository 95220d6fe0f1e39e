"""The output contract, version 1.0: pydantic models, the only thing that both wings know."""

from protocol_cli.models.assignment import Assignment, Responsible, Role
from protocol_cli.models.base import Grounded, Model, Span
from protocol_cli.models.deadline import Deadline, DeadlineKind, Precision
from protocol_cli.models.document import Abbreviation, Document, DocumentKind, Notice, Reference, SourceInfo
from protocol_cli.models.letter import (
    Addressee,
    Attachment,
    Contacts,
    ElectronicSignature,
    Identifiers,
    InReplyTo,
    Letter,
    Organization,
)
from protocol_cli.models.person import Person
from protocol_cli.models.protocol import (
    AgendaItem,
    Approval,
    Attendance,
    Discussion,
    Participant,
    Protocol,
    Quorum,
    Vote,
)

__all__ = [
    "Abbreviation",
    "Addressee",
    "AgendaItem",
    "Approval",
    "Assignment",
    "Attachment",
    "Attendance",
    "Contacts",
    "Deadline",
    "DeadlineKind",
    "Discussion",
    "Document",
    "DocumentKind",
    "ElectronicSignature",
    "Grounded",
    "Identifiers",
    "InReplyTo",
    "Letter",
    "Model",
    "Notice",
    "Organization",
    "Participant",
    "Person",
    "Precision",
    "Protocol",
    "Quorum",
    "Reference",
    "Responsible",
    "Role",
    "SourceInfo",
    "Span",
    "Vote",
]
