"""The console script `protocol`: whatever happens, the user sees a sentence and not a traceback."""

from __future__ import annotations

import os
import sys

INTERRUPTED = 130
SERVICE_FAILED = 4


def main() -> int:
    """Run `protocol` with the arguments of the process and return its exit code."""
    try:
        _settle_streams()
        from protocol_cli.cli.app import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last line of defence
        return _tell_unexpected(error)


def _settle_streams() -> None:
    """Let a stream that cannot write a sign write «?», and one that was closed by the caller write to nowhere."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _tell_unexpected(error: Exception) -> int:
    from protocol_cli.cli import talk
    from protocol_cli.cli.messages import tr

    talk.show_trace()
    talk.complain(tr("general.unexpected", error=f"{type(error).__name__}: {error}"[:300]))
    return SERVICE_FAILED


if __name__ == "__main__":
    sys.exit(main())
