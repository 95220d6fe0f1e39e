"""The whole answer for one file."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Literal

from pydantic import Field

from protocol_cli.models.base import Grounded, Model
from protocol_cli.models.letter import Letter
from protocol_cli.models.protocol import Protocol

SCHEMA_VERSION: Literal["1.0"] = "1.0"


class DocumentKind(StrEnum):
    """What the file is."""

    LETTER = "letter"
    PROTOCOL = "protocol"
    ASSIGNMENTS = "assignments"
    OTHER = "other"


class SourceInfo(Model):
    """Where the document came from."""

    name: str = Field(description="File name")
    format: str = Field(description="txt, pdf, docx …")
    sha256: str = Field(description="Hash of the file's bytes")
    pages: int | None = Field(default=None, description="Number of pages, when the format has them")
    ocr: bool = Field(default=False, description="The text came from recognition")


class Abbreviation(Grounded):
    """«(далее – X)»."""

    short: str = Field(description="The short form")
    full: str = Field(description="What it stands for")


class Reference(Grounded):
    """Another document named by date or number."""

    kind: str = Field(description="Nominative, lower case: «письмо», «распоряжение»")
    issuer: str | None = Field(default=None, description="Who issued it, nominative")
    date: dt.date | None = Field(default=None, description="Its date")
    number: str | None = Field(default=None, description="Its number")
    title: str | None = Field(default=None, description="Its title")
    text: str = Field(description="The mention as written")


class Notice(Grounded):
    """What the reading could not place, or was unsure of."""

    code: str = Field(description="Stable code of the notice")
    message: str = Field(description="What it says, for a person")


class Document(Model):
    """What one file says."""

    schema_version: Literal["1.0"] = Field(default=SCHEMA_VERSION, description="Version of this contract")
    source: SourceInfo = Field(description="Where the document came from")
    kind: DocumentKind = Field(description="letter, protocol, assignments or other")
    letter: Letter | None = Field(default=None, description="The letter, when there is one")
    protocols: tuple[Protocol, ...] = Field(default=(), description="The protocols, in order")
    abbreviations: tuple[Abbreviation, ...] = Field(default=(), description="Every «(далее – X)»")
    references: tuple[Reference, ...] = Field(default=(), description="Other documents named, each once")
    links: tuple[str, ...] = Field(default=(), description="Web addresses in the texts, each once")
    notices: tuple[Notice, ...] = Field(default=(), description="What the reading was unsure of")
    text: str | None = Field(default=None, description="The document's text (only with --with-text)")
