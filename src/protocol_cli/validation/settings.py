"""What the caller decides: the day, the profile, the edition, which rules run and how grave they are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from protocol_cli.validation.editions import Edition
from protocol_cli.validation.finding import Severity

Profile = Literal["auto", "gov", "civil"]
OFF = "off"


@dataclass(frozen=True, slots=True)
class Settings:
    """How to judge. `today` None leaves out the rules that ask for the day.

    `profile` "gov" counts as state bodies do, "civil" as ГК РФ and ТК РФ; "auto" is civil for statutory meetings.
    `edition` None: by the document's date. `abbreviations` need no «(далее – …)» here. `select`, `ignore` are codes or
    their beginnings («DUE»); `severities` sets a rule's gravity, or "off".
    """

    today: dt.date | None = None
    profile: Profile = "auto"
    edition: Edition | None = None
    abbreviations: frozenset[str] = frozenset()
    school_year: tuple[tuple[int, int], tuple[int, int]] = ((9, 1), (5, 31))
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity | str] = field(default_factory=dict)
