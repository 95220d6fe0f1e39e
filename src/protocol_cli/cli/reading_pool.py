"""Reading many files, in several processes when asked: the parent alone writes to the registry.

What comes back is JSON and a sentence, so that it may come from another process; memory does not grow with the number
of files, and an interruption leaves what was finished.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from protocol_cli.cli import talk
from protocol_cli.cli.inputs import read_or_complain, unrecognised

if TYPE_CHECKING:
    from protocol_cli.models import Document

AHEAD = 4  # files that wait for each process


@dataclass(frozen=True, slots=True)
class Outcome:
    """A file that was read: its document as JSON with its text, or the `complaint` that says why there is none."""

    path: str
    answer: str | None
    complaint: str

    @property
    def document(self) -> Document | None:
        """The document."""
        from protocol_cli.models import Document

        return Document.model_validate_json(self.answer) if self.answer else None


def read_files(paths: Iterable[str], jobs: int) -> Iterator[Outcome]:
    """Read the files in `jobs` processes (1: in this one); with several the order is that of their finishing in turn."""
    if jobs <= 1:
        yield from map(read_one, paths)
        return
    waiting: list[Future[Outcome]] = []
    rest = iter(paths)
    with ProcessPoolExecutor(jobs, initializer=_begin, initargs=(talk.MANNER.quiet, talk.MANNER.verbose)) as pool:
        try:
            waiting += [pool.submit(read_one, path) for path in islice(rest, jobs * AHEAD)]
            while waiting:
                outcome = waiting.pop(0).result()
                waiting += [pool.submit(read_one, path) for path in islice(rest, 1)]
                yield outcome
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def read_one(path: str) -> Outcome:
    """Read one file."""
    document, complaint = read_or_complain(path)
    if document is None:
        return Outcome(path, None, complaint)
    complaint = unrecognised(document, path)
    return Outcome(path, None if complaint else document.model_dump_json(), complaint)


def _begin(quiet: bool, verbose: bool) -> None:
    """A process of the pool talks as its parent, and leaves Ctrl+C to it."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    talk.settle(quiet=quiet, verbose=verbose)
