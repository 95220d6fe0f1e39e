"""Numbers as offices write them: «10», «10 (десяти)», «10-ти», «двадцати пяти»; «10-го», «II», «первого»."""

from __future__ import annotations

from protocol_cli.grammar.lexicon.time import CARDINALS, ORDINALS, ROMANS
from protocol_cli.grammar.lexicon.wordlist import words as wordset
from protocol_cli.grammar.tape import Tape

Number = tuple[int, int]
_SUFFIXES = wordset("ть го ого его й ый ий ой е ое х ух ех ти ми и я ая ю ую м ом ым ем му ому рех")


def digits(t: Tape, at: int, longest: int = 4) -> int | None:
    """Return the number written in digits at that word, None when there is none or it is too long to be a count."""
    word = t.words[at]
    return int(word) if len(word) <= longest and word.isdecimal() and word.isascii() else None


def skip_suffix(t: Tape, at: int) -> int:
    """Pass «-го» after a figure: «10-го», «5 - го», «10го»."""
    words = t.words
    if words[at] == "-" and words[at + 1] in _SUFFIXES and (t.tight(at) or words[at + 1] != "и"):
        return at + 2
    if words[at] in _SUFFIXES and words[at] not in ("и", "я", "м", "е") and t.tight(at):
        return at + 1
    return at


def cardinal(t: Tape, at: int) -> Number | None:
    """Read a count and return it with the next word's index: «10 (десяти)» → 10, «сорока пяти» → 45."""
    words = t.words
    value = digits(t, at)
    if value is not None:
        at = skip_suffix(t, at + 1)
        if words[at] == "-" and words[at + 1].isdecimal() and (upper := digits(t, at + 1)) is not None:
            value, at = max(value, upper), skip_suffix(t, at + 2)
        if words[at] == "(" and words[at + 1] in CARDINALS:
            closing = at + 2
            while words[closing] in CARDINALS or words[closing] == "-":
                closing += 1
            if words[closing] == ")":
                at = closing + 1
        return value, at
    total = CARDINALS.get(words[at])
    if total is None:
        return None
    at += 1
    if total < 20 and words[at] == "-" and words[at + 1] in CARDINALS:
        return CARDINALS[words[at + 1]], at + 2
    step = total
    while step >= 20 and (following := CARDINALS.get(words[at])) is not None and following < min(step, 100):
        total, step, at = total + following, following, at + 1
    return total, at


def ordinal(t: Tape, at: int, *, roman: bool = False, plain: bool = True) -> Number | None:
    """Read an ordinal and return it with the next index: «10-го», «первого», «двадцать пятого», with `roman` «II»."""
    words = t.words
    word = words[at]
    if word.isdecimal():
        value = digits(t, at, 2)
        if value is None:
            return None
        after = skip_suffix(t, at + 1)
        return (value, after) if plain or after > at + 1 else None
    number = ORDINALS.get(word)
    if number is not None:
        return number, at + 1
    tens = CARDINALS.get(word)
    if tens in (20, 30) and (unit := ORDINALS.get(words[at + 1])) is not None and 0 < unit < 10:
        return tens + unit, at + 2
    if roman and (number := ROMANS.get(word)) is not None:
        if word == "п" and words[at + 1] == "/":
            return None
        return number, skip_suffix(t, at + 1)
    return None
