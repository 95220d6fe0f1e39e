"""A letter by the requisites of ГОСТ Р 7.0.97."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from protocol_cli.models.assignment import Assignment
from protocol_cli.models.base import Grounded, Model
from protocol_cli.models.person import Person


class Organization(Model):
    """The author on the letterhead (requisite 05)."""

    name: str = Field(description="In ordinary case")
    short_name: str | None = Field(default=None, description="The short name printed with it")
    parent: str | None = Field(default=None, description="The superior body printed above it")


class Contacts(Model):
    """Reference data of the letterhead (requisite 08)."""

    address: str | None = Field(default=None, description="Postal address, one line")
    postal_code: str | None = Field(default=None, description="Six digits")
    phones: tuple[str, ...] = Field(default=(), description="As printed")
    faxes: tuple[str, ...] = Field(default=(), description="As printed; «тел/факс» is in both lists")
    emails: tuple[str, ...] = Field(default=(), description="E-mail addresses")
    websites: tuple[str, ...] = Field(default=(), description="The letterhead's own sites")


class Identifiers(Model):
    """State identifiers of the organisation, digits only."""

    inn: str | None = Field(default=None, description="ИНН, 10 or 12 digits")
    kpp: str | None = Field(default=None, description="КПП, 9 characters")
    ogrn: str | None = Field(default=None, description="ОГРН or ОГРНИП, 13 or 15 digits")
    okpo: str | None = Field(default=None, description="ОКПО, 8 or 10 digits")


class InReplyTo(Model):
    """«На № … от …» (requisite 12)."""

    number: str | None = Field(default=None, description="Number of the letter answered")
    date: dt.date | None = Field(default=None, description="Its date")


class Addressee(Grounded):
    """One addressee (requisite 15)."""

    text: str = Field(description="All of it as printed, one line, without «Копия:»")
    position: str | None = Field(default=None, description="Post in the nominative")
    organization: str | None = Field(default=None, description="Body in the nominative")
    name: str | None = Field(default=None, description="Person's name as printed")
    copy_: bool = Field(default=False, alias="copy", description="«Копия:»")


class Attachment(Grounded):
    """One line of the attachment mark (requisite 19)."""

    title: str | None = Field(default=None, description="Name of the attachment")
    sheets: int | None = Field(default=None, ge=0, description="Sheets (л.)")
    copies: int | None = Field(default=None, ge=0, description="Copies (экз.)")
    format: str | None = Field(default=None, description="File format: pdf")
    text: str = Field(description="As printed, one line")


class ElectronicSignature(Model):
    """Mark of the electronic signature (requisite 23)."""

    certificate: str | None = Field(default=None, description="Certificate number")
    owner: str | None = Field(default=None, description="Owner of the certificate")
    valid_from: dt.date | None = Field(default=None, description="First day of validity")
    valid_to: dt.date | None = Field(default=None, description="Last day of validity")


class Letter(Grounded):
    """An official letter."""

    organization: Organization | None = Field(default=None, description="Author on the letterhead")
    contacts: Contacts = Field(default_factory=Contacts, description="Reference data of the letterhead")
    identifiers: Identifiers = Field(default_factory=Identifiers, description="ИНН, КПП, ОГРН, ОКПО")
    number: str | None = Field(default=None, description="Registration number")
    date: dt.date | None = Field(default=None, description="Registration date")
    in_reply_to: tuple[InReplyTo, ...] = Field(default=(), description="«На № … от …»")
    access_mark: str | None = Field(default=None, description="«Для служебного пользования» …")
    urgency: str | None = Field(default=None, description="«СРОЧНО» …")
    addressees: tuple[Addressee, ...] = Field(default=(), description="To whom")
    subject: str | None = Field(default=None, description="Heading of the text: «О …»")
    salutation: str | None = Field(default=None, description="«Уважаемые руководители!»")
    body: tuple[str, ...] = Field(default=(), description="Paragraphs of the text")
    requests: tuple[Assignment, ...] = Field(default=(), description="What the text asks somebody to do")
    attachments: tuple[Attachment, ...] = Field(default=(), description="Attachment mark")
    signatories: tuple[Person, ...] = Field(default=(), description="Who signed")
    executor: Person | None = Field(default=None, description="Mark of the executor (requisite 25)")
    e_signature: ElectronicSignature | None = Field(default=None, description="Mark of the electronic signature")
