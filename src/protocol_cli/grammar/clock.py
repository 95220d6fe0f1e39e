"""Times of day: «11.00», «15 ч. 00 мин.», «11 часов 00 минут», «с 10:00 до 11:35», «в 9 часов».

«Срок 05.05» and «пункт 3.15» are no times: with a dot between, either the minutes can be no month, or a word says time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_TIME = re.compile(
    r"(?<![\d.,:/№-])(?P<h>[01]?\d|2[0-4])"
    r"(?:"
    r"[ ]?(?P<colon>:)[ ]?(?P<m1>[0-5]\d)(?::[0-5]\d)?(?![\d:])"
    r"|[ ]?(?P<hours>час(?:ов|а|у|ам)?|ч)(?:\.|(?!\w))(?:[ ]?(?P<m2>[0-5]?\d)[ ]?(?:мин(?:ут\w?)?|м)(?:\.|(?!\w)))?"
    r"|(?P<dot>[.,])(?P<m3>[0-5]\d)(?![\d%])(?![.,/-]\d)(?![ ]?%)"
    r"|(?P<dash>[-–])(?P<m4>[0-5]\d)(?![\d-])"
    r"|(?P<above>[⁰¹²³⁴⁵][⁰¹²³⁴⁵⁶⁷⁸⁹])"
    r")(?P<unit>[ ]?(?:час(?:ов|а)?|ч)(?:\.|(?!\w)))?",
    re.IGNORECASE,
)
_SAYS_TIME = re.compile(
    r"(?:врем\w*|начал\w*|окончани\w*|открыти\w*|закрыти\w*|заверш\w*|час\w*|" r"регистраци\w*)[^.;\d]{0,40}$",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?:^|[\s(])(?:в|с|со|до|к|по|на|около|после|не позднее|–|—|-)[ ]?$", re.IGNORECASE)
_AFTER_YEAR = re.compile(r"\d{4}(?:[ ]?г\.|[ ]года), $")  # «27 сентября 2023 года, 10-00»
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time of day at `start:end`, written HH:MM."""

    start: int
    end: int
    time: str


def find_times(text: str) -> list[FoundTime]:
    """Every time of day in a line, left to right; a duration («6 часов простоев») is none."""
    found: list[FoundTime] = []
    for match in _TIME.finditer(text):
        minutes = match["m1"] or match["m2"] or match["m3"] or match["m4"]
        if match["above"]:
            minutes = match["above"].translate(_SUPERSCRIPT)
        minutes = minutes or "00"
        hour = int(match["h"])
        if hour == 24 and int(minutes):
            continue
        if _is_time(
            text, match, int(minutes), bool(found) and text[found[-1].end : match.start()].strip(" –—-до") == ""
        ):
            found.append(FoundTime(match.start(), match.end(), f"{hour:02}:{int(minutes):02}"))
    return found


def _is_time(text: str, match: re.Match[str], minutes: int, follows: bool) -> bool:
    if match["colon"] or match["above"] or match["unit"] or follows:
        return match["colon"] is None or len(match["m1"]) == 2
    before = text[max(0, match.start() - 60) : match.start()]
    alone = not before.strip() and not text[match.end() :].strip(" .,;")
    if match["hours"]:
        return (
            match["m2"] is not None
            or _SAYS_TIME.search(before) is not None
            or (_BEFORE.search(before) is not None and not re.search(r"(?:на|до|по|более|не менее)[ ]?$", before))
        )
    if match["dash"]:
        said = _SAYS_TIME.search(before) is not None or _says_hour(text, match)
        return minutes % 5 == 0 and (said or alone or _AFTER_YEAR.search(before) is not None)
    if _SAYS_TIME.search(before):
        return True
    can_be_month = 1 <= minutes <= 12
    if alone:
        return not can_be_month or (len(match["h"]) == 2 and minutes == 10)
    if can_be_month or match["dot"] != ".":
        return False
    if len(match["h"]) == 1:
        return minutes % 5 == 0 and re.search(r"(?<!\w)(?:в|с|до)[ ]$", before, re.IGNORECASE) is not None
    return (
        _BEFORE.search(before) is not None
        or not before.strip()
        or before.endswith((", ", ": "))
        or re.search(r"\d{4}(?:[ ]?г\.|[ ]года)?[ ]$", before) is not None
    )


def _says_hour(text: str, match: re.Match[str]) -> bool:
    return re.match(r"[ ]?(?:час|ч\b)", text[match.end() : match.end() + 6]) is not None
