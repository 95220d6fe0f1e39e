"""The hour that a term names: «12.00», «17:30», «15 час. 00 мин.», «9 часов утра», «до 18-00 (мск)»."""

from __future__ import annotations

from protocol_cli.grammar.lexicon.wordlist import words as wordset
from protocol_cli.grammar.numerals import cardinal, digits
from protocol_cli.grammar.tape import Tape

Clock = tuple[int, int]
_HOURS = wordset("час часа часов часам ч")
_MINUTES = wordset("минут минуты мин")
_ZONE = wordset(
    "томское московское новосибирское красноярское иркутское уральское владивостокское мск московского московскому местного местному времени время по омск тмск"
)
_HALVES_OF_DAY = {"утра": 0, "дня": 12, "вечера": 12, "ночи": 0}


def clock(t: Tape, at: int) -> tuple[Clock, int] | None:
    """Read an hour of the day and return (hour, minute) with the next word's index."""
    words = t.words
    hour = digits(t, at, 2)
    if hour is None:
        if (found := cardinal(t, at)) is None or words[found[1]] not in ("часов", "часам") or found[0] > 24:
            return None
        hour, after = found
    else:
        after = at + 1
    if hour > 24:
        return None
    if words[after] in (":", ".", "-") and len(words[after + 1]) == 2 and t.tight(after) and t.tight(after + 1):
        minute = digits(t, after + 1, 2)
        if minute is None or minute > 59 or (words[after + 2] in (".", "-") and words[after + 3].isdecimal()):
            return None
        return _settled(t, hour, minute, after + 2)
    if words[after] not in _HOURS:
        return None
    after = _past_dot(t, after + 1)
    minute = digits(t, after, 2)
    if minute is not None and words[after + 1] in _MINUTES and minute < 60:
        return _settled(t, hour, minute, _past_dot(t, after + 2))
    return _settled(t, hour, 0, after)


def is_plain_clock(t: Tape, at: int) -> bool:
    """Tell whether it can be no day and month: «17.30» and «12.00» are hours, «10.06» is the tenth of June."""
    words = t.words
    if words[at + 1] != ".":
        return True
    month = digits(t, at + 2, 2)
    hour = digits(t, at, 2)
    return month is None or not 1 <= month <= 12 or not hour


def _past_dot(t: Tape, at: int) -> int:
    return at + 1 if t.words[at] == "." else at


def _settled(t: Tape, hour: int, minute: int, at: int) -> tuple[Clock, int]:
    words = t.words
    if words[at] == "ч":
        at = _past_dot(t, at + 1)
    elif words[at] in ("часов", "час"):
        at = _past_dot(t, at + 1) if words[at] == "час" else at + 1
    if words[at] in _HALVES_OF_DAY and not words[at + 2 if words[at + 1] == "," else at + 1].startswith(
        ("следующ", "предшеств")
    ):
        hour += _HALVES_OF_DAY[words[at]] if hour < 12 else 0
        at += 1
    opened = words[at] in ("(", ",")
    zone = at + 1 if opened else at
    end = zone
    while words[end] in _ZONE and end < zone + 4:
        end += 1
    if end > zone and (words[end - 1] != "по"):
        if not opened:
            at = end
        elif words[end] == ")" and words[at] == "(":
            at = end + 1
    return (hour, minute), at
