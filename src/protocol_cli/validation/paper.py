"""The paper under examination: the document, its parts with their extents, and what several rules ask."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any, TypeVar

from protocol_cli.models import Assignment, Document, DocumentKind, Letter, Person, Protocol, Span
from protocol_cli.validation.editions import Edition, edition_of
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.rule import WHOLE
from protocol_cli.validation.settings import Settings
from protocol_cli.validation.statutory import Meeting, statutory_meeting
from protocol_cli.validation.written_dates import WrittenDate, find_written_dates

T = TypeVar("T")
LETTER = Phrase("письмо", "letter")
# A date or a number of such papers may be drawn or stamped, so that their text does not have it.
_DRAWN = frozenset({"pdf", "png", "jpg", "jpeg", "tif", "tiff"})
_LONGEST_HEAD = 4000
# Signs that recognition leaves inside words: «м\\мм.ройко», «та!@ро{Ко».
_NOISE_SIGNS = "\\{}|~^`"
_NOISE = re.compile(r"[^\W\d_][\\{}|~^`][^\W\d_]|[^\W\d_]@[а-яё]+\{", re.IGNORECASE)
_SOME_NOISE = 2
_CAPITALS = re.compile(r"[А-ЯЁ]{2,}")


def bears_marks_of_recognition(text: str) -> bool:
    """Whether the text was recognised from a picture before it was saved as text: then no sign of it is sure."""
    if not any(sign in text for sign in _NOISE_SIGNS):
        return False
    return sum(1 for _ in islice(_NOISE.finditer(text), _SOME_NOISE)) == _SOME_NOISE


@dataclass(frozen=True, slots=True)
class Part:
    """The letter, or one protocol: where it stands in the text, where its head ends, and how clerks call it."""

    content: Letter | Protocol
    start: int
    head_end: int
    tail_start: int
    end: int
    address: Phrase
    is_list: bool = False  # a перечень поручений


@dataclass(frozen=True, slots=True)
class Item:
    """An assignment with the part it belongs to and its address: «п. 3»."""

    assignment: Assignment
    part: Part
    address: Phrase


class Paper:
    """A document under examination. Text that was not kept is the empty string."""

    def __init__(self, document: Document, settings: Settings) -> None:
        self.document = document
        self.settings = settings
        self.text = document.text or ""
        self._kept: dict[str, Any] = {}
        self.is_recognised = document.source.ocr or bears_marks_of_recognition(self.text)
        letter = document.letter
        first = document.protocols[0] if document.protocols else None
        self.date: dt.date | None = letter.date if letter else first.date if first else None
        self.edition: Edition = settings.edition or edition_of(self.date or (first.date if first else None))

    @cached_property
    def letter(self) -> Part | None:
        """The letter, if there is one."""
        letter = self.document.letter
        if letter is None:
            return None
        end = letter.span.end if self.document.protocols else len(self.text)
        head = self._letter_head_end(letter, end)
        ends = [a.span.end for a in (*letter.requests, *letter.attachments)]
        return Part(letter, letter.span.start, head, max([head, *ends]), max(end, head), LETTER)

    @cached_property
    def protocols(self) -> tuple[Part, ...]:
        """The protocols, in order."""
        found: list[Part] = []
        protocols = self.document.protocols
        before = self.document.letter.span.end if self.document.letter else 0
        for place, protocol in enumerate(protocols):
            after = protocols[place + 1].span.start if place + 1 < len(protocols) else len(self.text)
            inside = [
                *protocol.participants, *protocol.agenda, *protocol.discussion, *protocol.decisions, *protocol.votes,
            ]  # fmt: skip
            starts = [node.span.start for node in inside]
            starts += [person.span.start for person in (protocol.chair, protocol.secretary) if person]
            start = min(before, protocol.span.start)
            head_end = min([s for s in starts if s >= start] or [start + _LONGEST_HEAD])
            tail = max([head_end, *(node.span.end for node in inside)])
            found.append(Part(
                protocol, start, min(head_end, after), min(tail, after) if after else tail, max(after, head_end),
                self._protocol_address(protocol), self.document.kind is DocumentKind.ASSIGNMENTS,
            ))  # fmt: skip
            before = max(protocol.span.end, *(node.span.end for node in inside)) if inside else protocol.span.end
        return tuple(found)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The letter and the protocols."""
        return (self.letter, *self.protocols) if self.letter else self.protocols

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """All requests and decisions, in order."""
        return tuple(self._items())

    @cached_property
    def dates(self) -> tuple[WrittenDate, ...]:
        """Every date in the text."""
        return find_written_dates(self.text)

    @cached_property
    def capitals(self) -> tuple[tuple[int, int], ...]:
        """Where two or more Cyrillic capitals stand together: the beginning and the end of each run."""
        return tuple(match.span() for match in _CAPITALS.finditer(self.text))

    @cached_property
    def folded(self) -> str:
        """The text in small letters with «е» for «ё»; as long as the text itself."""
        lowered = self.text.lower().replace("ё", "е")
        return lowered if len(lowered) == len(self.text) else self.text

    def kept(self, name: str, make: Callable[[Paper], T]) -> T:
        """What `make` gives for this paper: made once, when first asked for."""
        if name not in self._kept:
            self._kept[name] = make(self)
        found: T = self._kept[name]
        return found

    def meeting(self, part: Part) -> Meeting | None:
        """The statutory meeting that the protocol is of, if it is of one."""
        protocol = part.content
        if not isinstance(protocol, Protocol) or part.is_list:
            return None
        key = f"meeting {part.start}"
        return self.kept(key, lambda paper: statutory_meeting(protocol, paper.head(part)))

    @property
    def profile(self) -> str:
        """How days off are counted: "gov" or "civil"."""
        if self.settings.profile != "auto":
            return self.settings.profile
        return "civil" if any(self.meeting(part) for part in self.protocols) else "gov"

    def missing(self, *, may_be_drawn: bool = False) -> Severity | None:
        """How grave it is that something is missing: a warning where the text cannot be searched, None the rule's own."""
        if not self.text or (may_be_drawn and self.document.source.format in _DRAWN):
            return Severity.WARNING
        return None

    def says(self, part: Part, words: tuple[str, ...]) -> bool:
        """Whether any of the words, in small letters with «е» for «ё», stands in the part."""
        return any(self.folded.find(word, part.start, part.end) >= 0 for word in words)

    def head(self, part: Part) -> str:
        """The lines before what the paper is about."""
        return self.text[part.start : part.head_end]

    def tail(self, part: Part) -> str:
        """The lines after the last thing decided, asked or attached: the signatures are there."""
        return self.text[part.tail_start : part.end]

    def page_at(self, offset: int) -> int:
        """The page, from 1."""
        return 1 + self.text.count("\f", 0, offset)

    def span(self, start: int, end: int) -> Span:
        """A place in the text."""
        return Span(start=start, end=end, page=self.page_at(start))

    def locate(self, value: str, start: int, end: int, otherwise: Span) -> Span:
        """The first place of `value` between the offsets; `otherwise` where the text does not have it so."""
        at = self.text.find(value, start, end) if value else -1
        return self.span(at, at + len(value)) if at >= 0 else otherwise

    def opening(self, part: Part) -> Span:
        """The first line of a part: where to point when something is missing."""
        own = part.content.span
        if not self.text:
            return own
        start = own.start if isinstance(part.content, Protocol) else part.start
        while start < len(self.text) and self.text[start].isspace():
            start += 1
        stop = self.text.find("\n", start)
        return self.span(start, stop if stop > start else max(start, min(own.end, len(self.text))))

    def closing(self, part: Part) -> Span:
        """The last line of a part."""
        end = len(self.text[: part.end].rstrip())
        if not self.text or end <= part.start:
            return self.opening(part)
        return self.span(max(self.text.rfind("\n", 0, end), self.text.rfind("\f", 0, end)) + 1, end)

    def people(self, part: Part) -> Iterator[Person]:
        """Everyone whom the head and the lists of a protocol name, not those who sign or answer for something."""
        protocol = part.content
        if isinstance(protocol, Protocol):
            yield from (person for person in (protocol.chair, protocol.secretary) if person)
            yield from (seat.person for seat in protocol.participants if seat.person)

    def _items(self) -> Iterator[Item]:
        for part in self.parts:
            content = part.content
            assignments = content.requests if isinstance(content, Letter) else content.decisions
            for place, assignment in enumerate(assignments, 1):
                yield Item(assignment, part, self._address(assignment, part, place))

    def _address(self, assignment: Assignment, part: Part, place: int) -> Phrase:
        number = assignment.number
        if number and assignment.agenda_item and len(self._same_number(part, number)) > 1:
            number = f"{assignment.agenda_item}, {number}"
        if number:
            return Phrase(f"п. {number}", f"item {number}")
        if isinstance(part.content, Letter):
            return Phrase("письмо, просьба", "letter, request")
        return Phrase(f"решение {place}-е", f"decision {place}")

    @staticmethod
    def _same_number(part: Part, number: str) -> list[Assignment]:
        content = part.content
        return [] if isinstance(content, Letter) else [a for a in content.decisions if a.number == number]

    def _protocol_address(self, protocol: Protocol) -> Phrase:
        if self.document.kind is DocumentKind.ASSIGNMENTS:
            return Phrase("перечень", "list")
        if len(self.document.protocols) == 1:
            return Phrase("протокол", "protocol")
        named = protocol.number or (f"{protocol.date:%d.%m.%Y}" if protocol.date else "")
        return Phrase(f"протокол {named}".strip(), f"protocol {named}".strip())

    def _letter_head_end(self, letter: Letter, end: int) -> int:
        start = letter.span.start
        for opening in (letter.salutation, *letter.body[:1]):
            words = (opening or "").split()[:3]
            if not words:
                continue
            at = self.text.find(words[0], start, end)
            while at >= 0:
                if self.text[at : at + 120].split()[: len(words)] == words:
                    return at
                at = self.text.find(words[0], at + 1, end)
        return min(start + _LONGEST_HEAD, end)


__all__ = ["LETTER", "WHOLE", "Item", "Paper", "Part"]
