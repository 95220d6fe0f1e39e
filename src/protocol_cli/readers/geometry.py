"""From a PDF page's own coordinates to places as the reader sees them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

# pdfium's functions and handles come through ctypes, without types.
Pdfium = Any


@dataclass(frozen=True, slots=True)
class Geometry:
    """The page's box in its own units and its /Rotate in quarter turns clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int = 0

    @property
    def width(self) -> float:
        """Width of the page as it is shown."""
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """Height of the page as it is shown."""
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    def place(self, x: float, y: float) -> tuple[float, float]:
        """A point as shown: from the left edge, from the top."""
        match self.turns:
            case 1:
                return y - self.bottom, x - self.left
            case 2:
                return self.right - x, y - self.bottom
            case 3:
                return self.top - y, self.right - x
            case _:
                return x - self.left, self.top - y
