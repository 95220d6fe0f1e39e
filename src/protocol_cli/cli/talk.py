"""What goes to stderr: stdout is for data. Nothing here ever fails."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from dataclasses import dataclass

from protocol_cli.cli.plain import one_line


@dataclass(slots=True)
class Manner:
    """How much is said, as the user asked."""

    quiet: bool = False
    verbose: bool = False


MANNER = Manner()


def settle(*, quiet: bool = False, verbose: bool = False) -> None:
    """Take the options in, wherever they stand in the command; once set they stay."""
    MANNER.quiet = MANNER.quiet or quiet
    MANNER.verbose = MANNER.verbose or verbose


def debugging() -> bool:
    """Whether to show where in the program an error happened."""
    return MANNER.verbose or bool(os.environ.get("PROTOCOL_DEBUG"))


def note(sentence: str) -> None:
    """Say what was done, unless --quiet."""
    if not MANNER.quiet:
        complain(sentence)


def complain(sentence: str) -> None:
    """Say what went wrong, in one line."""
    if sys.stderr is not None:
        with suppress(OSError, ValueError):
            sys.stderr.write(one_line(sentence) + "\n")
            sys.stderr.flush()


def show_trace() -> None:
    """Print the traceback of the present exception, when debugging."""
    if debugging() and sys.stderr is not None:
        import traceback

        with suppress(OSError, ValueError):
            traceback.print_exc(file=sys.stderr)
