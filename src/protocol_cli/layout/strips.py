"""Strips: the printed lines of a page as found, before columns are parted and the document's text is known."""

from __future__ import annotations

from dataclasses import dataclass, field

from protocol_cli.readers.source import Cell


@dataclass(slots=True)
class Run:
    """Text between wide gaps: edges in character widths; `start` in the document's text, -1 while not yet known."""

    text: str
    x0: float
    x1: float
    start: int = -1


@dataclass(slots=True)
class Strip:
    """Runs on one baseline, from left to right. `y` counts lines of usual leading from the top of the page."""

    runs: list[Run]
    y: float
    size: float | None = None
    bold: bool = False
    centered: bool = False
    cell: Cell | None = None
    paragraph: bool = False
    blank_before: int = 0
    furniture: bool = False
    column: int = 0
    left: float = 0.0
    right: float = 0.0
    region: int = field(default=0)  # number of the two-column region on the page, from 1; 0 outside

    @property
    def text(self) -> str:
        """The runs with a gap between them."""
        return GAP.join(run.text for run in self.runs)

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.runs[0].x0

    @property
    def x1(self) -> float:
        """Right edge."""
        return self.runs[-1].x1


GAP = "    "
