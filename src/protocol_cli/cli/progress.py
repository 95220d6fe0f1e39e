"""How far long work has come: one line on stderr, on a terminal only."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self

from protocol_cli.cli import talk
from protocol_cli.cli.plain import one_line

WIDTH = 24
SOMETIMES = 0.1  # seconds between two drawings
NAME = 40


class Progress:
    """A bar with a number and a name; a context manager that leaves a clean line."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0
        self._drawn = 0.0
        self._shown = bool(total) and not talk.MANNER.quiet and sys.stderr is not None and sys.stderr.isatty()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.clear()

    def step(self, name: str) -> None:
        """One more is done."""
        self._done += 1
        now = time.monotonic()
        if self._shown and (now - self._drawn > SOMETIMES or self._done == self._total):
            self._drawn = now
            full = self._done * WIDTH // self._total
            sys.stderr.write(f"\r\x1b[K{'█' * full}{'░' * (WIDTH - full)} {self._done}/{self._total} {one_line(name)[-NAME:]}")
            sys.stderr.flush()

    def clear(self) -> None:
        """Take the line away, before something else is said."""
        if self._shown and self._drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
