"""The editions of the standard of requisites, and where each of them speaks of a requisite.

ГОСТ Р 6.30-2003 until 30.06.2018, ГОСТ Р 7.0.97-2016 until 17.08.2025, ГОСТ Р 7.0.97-2025 from 18.08.2025: a paper is
judged by the edition in force on its date. The standards are voluntary (162-ФЗ, ст. 26).
"""

from __future__ import annotations

import datetime as dt
from enum import Enum, StrEnum

from protocol_cli.validation.finding import Phrase

_SINCE_2016 = dt.date(2018, 7, 1)
_SINCE_2025 = dt.date(2025, 8, 18)


class Edition(StrEnum):
    """An edition, by the year in its name."""

    GOST_2003 = "2003"
    GOST_2016 = "2016"
    GOST_2025 = "2025"

    @property
    def standard(self) -> str:
        """«ГОСТ Р 7.0.97-2016»."""
        return "ГОСТ Р 6.30-2003" if self is Edition.GOST_2003 else f"ГОСТ Р 7.0.97-{self.value}"


def edition_of(date: dt.date | None) -> Edition:
    """The edition in force on the paper's date; without a date the newest."""
    if date is None or date >= _SINCE_2025:
        return Edition.GOST_2025
    return Edition.GOST_2016 if date >= _SINCE_2016 else Edition.GOST_2003


class Requisite(Enum):
    """A requisite: its clause in ГОСТ Р 6.30-2003 (3.x), and in both editions of ГОСТ Р 7.0.97 (5.x)."""

    ORGANISATION = (8, 5)
    CONTACTS = (9, 8)
    KIND = (10, 9)
    DATE = (11, 10)
    NUMBER = (12, 11)
    REFERENCE = (13, 12)
    PLACE = (14, 13)
    ACCESS_MARK = (None, 14)
    ADDRESSEE = (15, 15)
    APPROVAL = (16, 16)
    HEADING = (18, 17)
    TEXT = (20, 18)
    ATTACHMENT = (21, 19)
    SIGNATURE = (22, 22)
    E_SIGNATURE = (None, 23)
    EXECUTOR = (27, 25)

    def clause(self, edition: Edition) -> Phrase | None:
        """«ГОСТ Р 7.0.97-2016, п. 5.10»; None where that edition is silent."""
        old, new = self.value
        number = f"3.{old}" if edition is Edition.GOST_2003 else f"5.{new}"
        if edition is Edition.GOST_2003 and old is None:
            return None
        return Phrase(f"{edition.standard}, п. {number}", f"{edition.standard}, cl. {number}")
