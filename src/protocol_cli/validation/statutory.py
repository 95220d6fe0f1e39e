"""Statutory meetings: those whose protocol a law prescribes, because their decision binds also who was not there."""

from __future__ import annotations

import re
from enum import Enum

from protocol_cli.models import Protocol
from protocol_cli.validation.finding import Phrase

_WORKERS = re.compile(r"коллектив|работник|сотрудник|родител|обучающ|студент|учащ|жител|граждан|избирател")
_ASSEMBLY = re.compile(r"собрани[еяю]")
_GENERAL = re.compile(r"общ(?:ее|его|ему|ем)\s+(?:отч[её]тн\w+\s+|годов\w+\s+)?собрани|общ[а-я]+\s+собрани")


class Meeting(Enum):
    """A kind of statutory meeting, with the law that prescribes its protocol."""

    OWNERS = Phrase("ЖК РФ ст. 46, приказ Минстроя России от 14.05.2025 № 266/пр", "Housing Code art. 46")
    GARDENERS = Phrase("217-ФЗ ст. 17", "Law 217-FZ art. 17")
    SHAREHOLDERS = Phrase("208-ФЗ ст. 62, 63", "Law 208-FZ art. 62, 63")
    COMPANY = Phrase("14-ФЗ ст. 37, ГК РФ ст. 181.2", "Law 14-FZ art. 37, Civil Code art. 181.2")
    BOARD = Phrase("208-ФЗ ст. 68", "Law 208-FZ art. 68")
    ASSEMBLY = Phrase("ГК РФ ст. 181.2", "Civil Code art. 181.2")


# By majority of votes counted: here a protocol without them states no decision.
COUNTED = frozenset({Meeting.OWNERS, Meeting.GARDENERS, Meeting.SHAREHOLDERS, Meeting.COMPANY})


def statutory_meeting(protocol: Protocol, head: str) -> Meeting | None:
    """Tell which statutory meeting the protocol is of, by its title, the meeting's name and the lines of its head."""
    named = f"{protocol.title or ''} {protocol.meeting or ''}".casefold().replace("ё", "е")
    if not named.strip():
        named = head.casefold().replace("ё", "е")
    context = f"{named} {head.casefold()}"
    if "совет" in named and "директор" in named and "совещани" not in named:
        return Meeting.BOARD
    if not _ASSEMBLY.search(named):
        return None
    if "многоквартирн" in context or re.search(r"собственник\w+\s+(?:жил\w+\s+|нежил\w+\s+|и\s+)*помещени", context):
        return Meeting.OWNERS
    if re.search(r"садовод|огородн|\bснт\b|\bтсн\b", context):
        return Meeting.GARDENERS
    if "акционер" in context:
        return Meeting.SHAREHOLDERS
    if "участник" in named and re.search(r"ограниченной ответственностью|\bооо\b", context):
        return Meeting.COMPANY
    if _GENERAL.search(named) and not _WORKERS.search(named):
        return Meeting.ASSEMBLY
    return None
