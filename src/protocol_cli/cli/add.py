"""`protocol add FILE|FOLDER…`: what is new or changed goes to the registry."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from protocol_cli import __version__
from protocol_cli.cli import talk
from protocol_cli.cli.asking import INPUT_FAILED, SERVICE_FAILED, registry_trouble
from protocol_cli.cli.framework import Command
from protocol_cli.cli.messages import system_reason, tr
from protocol_cli.cli.options import Db, Quiet, Verbose, number_option, registry_location
from protocol_cli.cli.progress import Progress

if TYPE_CHECKING:
    from protocol_cli.cli.reading_pool import Outcome
    from protocol_cli.registry import Registry

# In a folder only these are taken; a file that is named is always read.
SUFFIXES = frozenset({".txt", ".docx", ".pdf", ".doc", ".odt", ".rtf", ".eml", ".htm", ".html"})
PIECE = 1 << 20
WORTH_A_POOL = 16  # files

Paths = Annotated[
    list[str],
    typer.Argument(metavar=f"{tr('general.file_mark')}|{tr('general.folder_mark')}…", help=tr("upkeep.files")),
]
Jobs = Annotated[str | None, typer.Option("--jobs", "-j", metavar=tr("general.number_mark"), help=tr("upkeep.jobs"))]


@dataclass(slots=True)
class Tally:
    """What became of the files."""

    new: int = 0
    changed: int = 0
    same: int = 0
    failed: int = 0

    def said(self) -> str:
        """«новых – 3, изменённых – 1, без изменений – 7, не прочитано – 0»."""
        return tr("upkeep.added", new=self.new, changed=self.changed, same=self.same, failed=self.failed)


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(name="add", cls=Command, help=tr("upkeep.help_add"))(add)


def add(paths: Paths, jobs: Jobs = None, db: Db = None, quiet: Quiet = False, verbose: Verbose = False) -> int:
    """Return 0, 3 when a file could not be read or was not recognised, 4 when the registry failed."""
    talk.settle(quiet=quiet, verbose=verbose)
    processes = number_option(jobs, "--jobs")
    from protocol_cli.registry import Registry, RegistryError

    tally = Tally()
    try:
        with Registry.open(registry_location(db)) as registry:
            files = list(files_of(paths, tally))
            wanted = [path for path in files if not is_known(registry, path, tally)]
            read_and_keep(registry, wanted, processes or usual_jobs(len(wanted)), tally)
    except RegistryError as error:
        talk.complain(registry_trouble(error))
        return SERVICE_FAILED
    talk.note(tally.said())
    return INPUT_FAILED if tally.failed else 0


def usual_jobs(files: int) -> int:
    """A process for each processor, where there are enough files to be worth it."""
    return (os.cpu_count() or 1) if files >= WORTH_A_POOL else 1


def files_of(paths: Sequence[str], tally: Tally) -> Iterator[str]:
    """The files named, and those in the folders named, each once; what is not there is told."""
    seen: set[str] = set()
    for name in paths:
        path = Path(name)
        if not path.exists():
            talk.complain(tr("reading.missing", name=name))
            tally.failed += 1
            continue
        for found in _inside(path) if path.is_dir() else [path]:
            absolute = str(found.absolute())
            if absolute not in seen:
                seen.add(absolute)
                yield absolute


def _inside(folder: Path) -> Iterator[Path]:
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            # «~$письмо.docx» is Word's own mark of an open file.
            if Path(name).suffix.lower() in SUFFIXES and not name.startswith((".", "~$")):
                yield Path(where) / name


def is_known(registry: Registry, path: str, tally: Tally) -> bool:
    """Whether the file's content is recorded from here, or from a copy that is still there."""
    try:
        digest = hashlib.sha256()
        with Path(path).open("rb") as stream:
            while piece := stream.read(PIECE):
                digest.update(piece)
    except OSError as error:
        talk.complain(tr("reading.denied", name=path, detail=f" ({system_reason(error)})"))
        tally.failed += 1
        return True
    known = registry.known(digest.hexdigest())
    if known is None or known["path"] is None:
        return False
    if known["path"] != path and not Path(known["path"]).exists():
        return False
    tally.same += 1
    return True


def read_and_keep(registry: Registry, paths: Sequence[str], jobs: int, tally: Tally) -> None:
    """Read the files and record each as it comes. Raises RegistryError."""
    from protocol_cli.cli.reading_pool import read_files

    with Progress(len(paths)) as progress:
        for outcome in read_files(paths, min(jobs, len(paths))):
            progress.step(outcome.path)
            told = keep(registry, outcome, tally)
            if told:
                progress.clear()
                talk.complain(told)


def keep(registry: Registry, outcome: Outcome, tally: Tally) -> str:
    """Record one document; the sentence that is to be said of it, if any."""
    document = outcome.document
    if document is None:
        tally.failed += 1
        return outcome.complaint
    before = {record["id"] for record in registry.at_path(outcome.path)}
    saved = registry.replace(document, outcome.path, read_by=__version__)
    if saved.new and not before:
        tally.new += 1
    elif saved.new or saved.updated:
        tally.changed += 1
    else:
        tally.same += 1
    return ""
