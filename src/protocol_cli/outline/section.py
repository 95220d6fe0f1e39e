"""The sections of a document: what each row can belong to."""

from __future__ import annotations

from enum import StrEnum


class Section(StrEnum):
    """Sections of letters (`letter_…`), of protocols (`protocol_…`), and what belongs to neither."""

    LETTERHEAD = "letterhead"
    REGISTRATION = "registration"
    MARK = "mark"
    ADDRESSEES = "addressees"
    SUBJECT = "subject"
    SALUTATION = "salutation"
    BODY = "body"
    ATTACHMENTS = "attachments"
    SIGNATURE = "signature"
    STAMP = "stamp"
    EXECUTOR = "executor"
    ANNEX = "annex"

    APPROVAL = "approval"
    ORGAN = "organ"
    TITLE = "title"
    PARTICULARS = "particulars"
    CHAIR = "chair"
    SECRETARY = "secretary"
    PRESENT = "present"
    ABSENT = "absent"
    INVITED = "invited"
    QUORUM = "quorum"
    AGENDA = "agenda"
    HEADING = "heading"
    HEARD = "heard"
    SPOKE = "spoke"
    NOTED = "noted"
    DECISIONS = "decisions"
    VOTES = "votes"
    CONTROL = "control"
    ENCLOSURES = "enclosures"
    SIGNED = "signed"
    KEPT = "kept"
    CONTACT = "contact"

    OTHER = "other"


LETTER_HEAD = (Section.LETTERHEAD, Section.REGISTRATION, Section.MARK, Section.ADDRESSEES, Section.SUBJECT)
LETTER_END = (Section.ATTACHMENTS, Section.SIGNATURE, Section.STAMP, Section.EXECUTOR, Section.ANNEX)
LETTER = (*LETTER_HEAD, Section.SALUTATION, Section.BODY, *LETTER_END)

PROTOCOL_FRONT = (
    Section.PARTICULARS,
    Section.CHAIR,
    Section.SECRETARY,
    Section.PRESENT,
    Section.ABSENT,
    Section.INVITED,
    Section.QUORUM,
    Section.AGENDA,
)
PROTOCOL_MAIN = (
    Section.HEADING,
    Section.HEARD,
    Section.SPOKE,
    Section.NOTED,
    Section.DECISIONS,
    Section.VOTES,
    Section.CONTROL,
)
PROTOCOL_END = (Section.ENCLOSURES, Section.SIGNED, Section.KEPT, Section.CONTACT)
PROTOCOL = (Section.APPROVAL, Section.ORGAN, Section.TITLE, *PROTOCOL_FRONT, *PROTOCOL_MAIN, *PROTOCOL_END)
