"""What the tests of every folder share."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable

import pytest

# A run started in the background has interruption switched off, and so would the programs under test.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def calls_of() -> Callable[[Callable[[], object]], int]:
    """Counts the calls of functions, Python's and C's, that some work takes: a measure of work that no load changes."""

    def count(work: Callable[[], object]) -> int:
        calls = 0

        def note(frame: object, event: str, argument: object) -> None:
            nonlocal calls
            calls += event in ("call", "c_call")

        work()  # what is computed once and kept is not counted
        sys.setprofile(note)
        try:
            work()
        finally:
            sys.setprofile(None)
        return calls

    return count
