"""What a row says of the section it may belong to.

An `Evidence` holds, for one row, how much speaks for *opening* a section here (`opens`: weight and the name of the
rule) and for *belonging* to one (`belongs`: weight). The best path through all rows decides (`path.py`).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from protocol_cli.layout.numbering import Mark, MarkKind
from protocol_cli.layout.text_rows import TextRow
from protocol_cli.outline.section import Section


@dataclass(slots=True)
class Evidence:
    """What one row says: see the module's docstring."""

    opens: dict[Section, tuple[float, str]] = field(default_factory=dict)
    belongs: dict[Section, float] = field(default_factory=dict)
    mark: Mark | None = None
    glued: bool = False  # no empty line above

    def open(self, weight: float, rule: str, *sections: Section) -> None:
        """The row may open one of `sections`; the heaviest rule is kept."""
        for section in sections:
            if weight > self.opens.get(section, (0.0, ""))[0]:
                self.opens[section] = (weight, rule)

    def belong(self, weight: float, *sections: Section) -> None:
        """The row looks like one of `sections` (or, with a negative weight, unlike)."""
        for section in sections:
            self.belongs[section] = self.belongs.get(section, 0.0) + weight

    def weight(self, section: Section) -> float:
        """How much speaks for opening a section here."""
        return self.opens.get(section, (0.0, ""))[0]

    def fade(self, share: float, *, silent: bool) -> None:
        """Leave a share of what the row says: it goes on with the line above; a `silent` one opens nothing."""
        self.opens = {} if silent else {s: (w * share, rule) for s, (w, rule) in self.opens.items()}
        self.belongs = {s: w * share for s, w in self.belongs.items()}


@dataclass(frozen=True, slots=True)
class Sight:
    """A row with what stands about it: `folded` text, `bare` (folded, after an item's mark), its neighbours' texts."""

    row: TextRow
    folded: str
    mark: Mark | None
    above: str  # folded
    below: str  # folded
    below_text: str
    further: str  # the line below the next, folded
    loud: bool = False  # the whole document is in capitals
    above_text: str = ""
    below_apart: bool = True  # an empty line stands below

    @property
    def text(self) -> str:
        """The row's clean text."""
        return self.row.text

    @property
    def bare(self) -> str:
        """The folded text after the mark of an item."""
        return self.folded[self.mark.length :] if self.mark else self.folded

    @property
    def numbered(self) -> bool:
        """Whether the row begins with a number or a letter of a list."""
        return self.mark is not None and self.mark.kind is not MarkKind.BULLET
