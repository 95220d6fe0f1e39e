"""A rule: one thing that a careful clerk looks at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from protocol_cli.models import Span
from protocol_cli.validation.editions import Requisite
from protocol_cli.validation.finding import Phrase, Severity, Value

if TYPE_CHECKING:
    from protocol_cli.validation.paper import Paper

_CODE = re.compile(r"[A-Z]{3}\d{3}")
_NAME = re.compile(r"[a-z]+(-[a-z]+)*")

WHOLE = Phrase("", "")


@dataclass(frozen=True, slots=True)
class Found:
    """What a check yields: the place, the values of the sentence, and what differs from the rule's usual words."""

    place: Span | None
    values: Mapping[str, Value] = field(default_factory=dict)
    address: Phrase = WHOLE
    phrase: Phrase | None = None
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, as its file states it.

    `checks` is what it looks at and `message` what it says, `why` the reason, `mend` what to do; `wrong` and `right`
    are the example. The source is a requisite of the standard (its clause depends on the edition) or a `source` of its
    own. With `on` False it runs only when it is selected. `check` yields what it found.
    """

    code: str
    name: str
    severity: Severity
    checks: Phrase
    message: Phrase
    why: Phrase
    mend: Phrase
    wrong: str
    right: str
    check: Callable[[Paper], Iterable[Found]]
    requisite: Requisite | None = None
    source: Phrase | None = None
    on: bool = True

    def __post_init__(self) -> None:
        """Refuse a code or a name that is out of form."""
        if not _CODE.fullmatch(self.code) or not _NAME.fullmatch(self.name):
            raise ValueError(self.code, self.name)
