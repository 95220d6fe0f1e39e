"""Two versions of a protocol, or two protocols of one body: which decisions came, went, or read differently.

A decision of one is the same as a decision of the other when most of their words are; a shared number helps. Nothing
else is asked of the documents: a draft may be numbered otherwise than what was signed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from protocol_cli.models import Assignment, Deadline, Document

LIKE = 0.5  # the share of common words from which two decisions are one
LIKE_NUMBERED = 0.3  # the same, where they have the same number
STEM = 6  # letters of a word that count: endings are not what was decided
COMMON_WORD = 200  # a word that so many decisions have does not tell them apart
_WORD = re.compile(r"\w+")


class Change(StrEnum):
    """What became of a decision."""

    ADDED = "added"
    DROPPED = "dropped"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Difference:
    """One decision before and after; `fields` names what changed: text, responsible, deadline, control, number.

    `days` is how far the last day moved, positive when later; None without two days.
    """

    change: Change
    before: Assignment | None
    after: Assignment | None
    fields: tuple[str, ...] = ()
    days: int | None = None


def compare(before: Document, after: Document) -> list[Difference]:
    """All decisions and requests of both, in the order of `after`; what was dropped stands where it stood."""
    found: list[Difference] = []
    for first, second in _groups(before, after):
        found += _compared(first, second)
    return found


def as_record(difference: Difference) -> dict[str, Any]:
    """The difference as JSON prints it."""
    return {
        "change": difference.change.value,
        "fields": list(difference.fields),
        "days": difference.days,
        "before": _brief(difference.before) if difference.before else None,
        "after": _brief(difference.after) if difference.after else None,
    }


def _brief(item: Assignment) -> dict[str, Any]:
    term = item.deadline
    return {
        "number": item.number,
        "lead": item.lead,
        "text": item.text,
        "responsible": [one.name for one in item.responsible],
        "deadline": term.text if term else None,
        "due": term.due.isoformat() if term and term.due else None,
        "rrule": term.rrule if term else None,
        "control": item.control.name if item.control else None,
        "page": item.span.page,
        "span": item.span.model_dump(),
    }


def _groups(before: Document, after: Document) -> Iterator[tuple[Sequence[Assignment], Sequence[Assignment]]]:
    """What is compared with what: requests with requests, each protocol with its like, the rest with nothing."""
    yield (before.letter.requests if before.letter else ()), (after.letter.requests if after.letter else ())
    left = list(before.protocols)
    for protocol in after.protocols:
        mate = next((one for one in left if one.number == protocol.number and one.date == protocol.date), None)
        mate = mate or (left[0] if left else None)
        if mate is not None:
            left.remove(mate)
        yield (mate.decisions if mate else ()), protocol.decisions
    for protocol in left:
        yield protocol.decisions, ()


def _compared(before: Sequence[Assignment], after: Sequence[Assignment]) -> list[Difference]:
    mates = _mates(before, after)
    found: list[Difference] = []
    told = 0  # how many of `before` were told of, in order
    taken = {mates[at] for at in mates}
    for at, item in enumerate(after):
        mate = mates.get(at)
        if mate is None:
            found.append(Difference(Change.ADDED, None, item))
            continue
        found += [Difference(Change.DROPPED, before[gone], None) for gone in range(told, mate) if gone not in taken]
        told = max(told, mate + 1)
        found.append(_pair(before[mate], item))
    found += [Difference(Change.DROPPED, before[at], None) for at in range(told, len(before)) if at not in taken]
    return found


def _mates(before: Sequence[Assignment], after: Sequence[Assignment]) -> dict[int, int]:
    """For each of `after` its mate among `before`, the likest first; each has one mate at most."""
    words_before = [_words(item) for item in before]
    having: dict[str, list[int]] = {}
    for at, words in enumerate(words_before):
        for word in words:
            having.setdefault(word, []).append(at)
    candidates: list[tuple[float, int, int, int]] = []
    for at, item in enumerate(after):
        words = _words(item)
        near = {other for word in words if len(having.get(word, ())) <= COMMON_WORD for other in having.get(word, ())}
        for other in near:
            share = _likeness(words, words_before[other])
            numbered = item.number is not None and item.number == before[other].number
            if share >= (LIKE_NUMBERED if numbered else LIKE):
                candidates.append((share + 0.2 * numbered, -abs(at - other), at, other))
    mates: dict[int, int] = {}
    used: set[int] = set()
    for _, _, at, other in sorted(candidates, reverse=True):
        if at not in mates and other not in used:
            mates[at] = other
            used.add(other)
    return mates


def _words(item: Assignment) -> Counter[str]:
    text = f"{item.lead or ''} {item.text}".casefold().replace("ё", "е")
    return Counter(word[:STEM] for word in _WORD.findall(text))


def _likeness(first: Counter[str], second: Counter[str]) -> float:
    """The share of common words in all words of both."""
    common = sum((first & second).values())
    return 2 * common / ((first.total() + second.total()) or 1)


def _pair(before: Assignment, after: Assignment) -> Difference:
    fields = []
    if _plain(before.text) != _plain(after.text) or _plain(before.lead or "") != _plain(after.lead or ""):
        fields.append("text")
    if [_plain(one.name) for one in before.responsible] != [_plain(one.name) for one in after.responsible]:
        fields.append("responsible")
    if _meaning(before.deadline) != _meaning(after.deadline):
        fields.append("deadline")
    if _plain(before.control.name if before.control else "") != _plain(after.control.name if after.control else ""):
        fields.append("control")
    if before.number != after.number:
        fields.append("number")
    first, second = (item.deadline.due if item.deadline else None for item in (before, after))
    days = (second - first).days if first and second and first != second else None
    return Difference(Change.CHANGED if fields else Change.SAME, before, after, tuple(fields), days)


def _meaning(term: Deadline | None) -> object:
    """What a term comes to: two spellings of one day are one term; without a day or a rule the words count."""
    if term is None:
        return None
    exact = term.due or term.rrule
    return (term.kind, term.due, term.rrule, term.start, None if exact else _plain(term.text), _meaning(term.then))


def _plain(text: str) -> str:
    """The text without what is no change of it: case, ё, quotes and dashes of another sort, spaces, a closing stop."""
    return " ".join(re.findall(r"[\w№/%]+", text.casefold().replace("ё", "е")))
