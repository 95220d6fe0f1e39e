"""Persons as the document names them; the parts follow Popolo (popoloproject.com)."""

from __future__ import annotations

from pydantic import Field

from protocol_cli.models.base import Grounded


class Person(Grounded):
    """A person: «Вторина Елена Вениаминовна, заместитель начальника Департамента»."""

    name: str = Field(description="Full name in the nominative, in the document's order of parts")
    family_name: str | None = Field(default=None, description="Surname in the nominative")
    given_name: str | None = Field(default=None, description="First name, or its initial «И.»")
    patronymic_name: str | None = Field(default=None, description="Patronymic, or its initial «И.»")
    position: str | None = Field(default=None, description="Post, one line, nominative where it can be had")
    organization: str | None = Field(default=None, description="Body, where the document separates it from the post")
    phone: str | None = Field(default=None, description="Phone as printed (executor)")
    email: str | None = Field(default=None, description="E-mail (executor)")
