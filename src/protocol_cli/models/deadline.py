"""Terms: what is written, and the date or rule it comes to."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from pydantic import Field

from protocol_cli.models.base import Grounded


class DeadlineKind(StrEnum):
    """What sort of term it is."""

    DATE = "date"
    PERIOD = "period"
    RECURRING = "recurring"
    ONGOING = "ongoing"
    RELATIVE = "relative"
    EVENT = "event"
    IMMEDIATE = "immediate"


class Precision(StrEnum):
    """How exact `due` is, by the document's words."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"
    SCHOOL_YEAR = "school_year"


class Deadline(Grounded):
    """A term: «до 10 июня 2021 года, далее - постоянно»."""

    text: str = Field(description="As written, without the label «Срок –»")
    kind: DeadlineKind = Field(description="What sort of term it is")
    due: dt.date | None = Field(default=None, description="Last day in time; nominal, a day off is not shifted")
    start: dt.date | None = Field(default=None, description="First day of a period, a recurring or an ongoing term")
    time: str | None = Field(default=None, pattern=r"^\d\d:\d\d$", description="Hour named by the term, HH:MM")
    precision: Precision | None = Field(default=None, description="How exact `due` is")
    rrule: str | None = Field(default=None, description="RFC 5545 recurrence rule")
    duration: str | None = Field(default=None, description="ISO 8601 length; negative before an event")
    working_days: bool = Field(default=False, description="The duration counts working days")
    event: str | None = Field(default=None, description="What the term hangs on: «со дня получения»")
    then: Deadline | None = Field(default=None, description="The term that follows: «далее – постоянно»")
