"""`protocol reparse`: the registry's files are read again, as after an upgrade; what changed is shown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from protocol_cli import __version__
from protocol_cli.cli import talk
from protocol_cli.cli.add import usual_jobs
from protocol_cli.cli.asking import INPUT_FAILED, SERVICE_FAILED, registry_trouble
from protocol_cli.cli.framework import Command
from protocol_cli.cli.messages import tr
from protocol_cli.cli.options import Db, Quiet, Verbose, number_option, registry_location
from protocol_cli.cli.progress import Progress

if TYPE_CHECKING:
    from protocol_cli.registry import Registry

SHOWN = 8  # differences told of one document

Ids = Annotated[list[str] | None, typer.Argument(metavar=f"{tr('general.id_mark')}…", help=tr("upkeep.ids_or_all"))]
Jobs = Annotated[str | None, typer.Option("--jobs", "-j", metavar=tr("general.number_mark"), help=tr("upkeep.jobs"))]


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(name="reparse", cls=Command, help=tr("upkeep.help_reparse"))(reparse)


def reparse(
    ids: Ids = None, jobs: Jobs = None, db: Db = None, quiet: Quiet = False, verbose: Verbose = False
) -> int:
    """Return 0, 3 when a file is gone, changed or could not be read, 4 when the registry failed."""
    talk.settle(quiet=quiet, verbose=verbose)
    processes = number_option(jobs, "--jobs") or 0
    from protocol_cli.registry import Registry, RegistryError

    try:
        with Registry.open(registry_location(db)) as registry:
            return _read_again(registry, ids or [], processes)
    except RegistryError as error:
        talk.complain(registry_trouble(error))
        return SERVICE_FAILED


def _read_again(registry: Registry, ids: list[str], jobs: int) -> int:
    from protocol_cli.cli.reading_pool import read_files

    code = changed = same = 0
    chosen = {record["id"] for name in ids for record in registry.find(name)}
    lying: dict[str, dict[str, Any]] = {}
    for record in registry.paths():
        if ids and record["id"] not in chosen:
            continue
        if record["path"] is None or not Path(record["path"]).exists():
            talk.complain(tr("upkeep.gone", id=record["id"], source=record["source"]))
            code = INPUT_FAILED
            continue
        lying[record["path"]] = record
    with Progress(len(lying)) as progress:
        for outcome in read_files(lying, min(jobs or usual_jobs(len(lying)), len(lying))):
            progress.step(outcome.path)
            document, record = outcome.document, lying[outcome.path]
            if document is None or document.source.sha256 != record["sha256"]:
                progress.clear()
                talk.complain(outcome.complaint or tr("upkeep.other_content", id=record["id"], source=record["source"]))
                code = INPUT_FAILED
                continue
            before = registry.document_json(record["id"]) or {}
            if not registry.save(document, outcome.path, read_by=__version__).updated:
                same += 1
                continue
            changed += 1
            progress.clear()
            talk.note(tr("upkeep.reads_differently", id=record["id"], source=record["source"]))
            differences = differences_of(before, registry.document_json(record["id"]) or {})
            for difference in differences[:SHOWN]:
                talk.note(difference)
            if len(differences) > SHOWN:
                talk.note(tr("upkeep.more_differences", number=len(differences) - SHOWN))
    talk.note(tr("upkeep.reparsed", changed=changed, same=same))
    return code


def differences_of(before: Any, after: Any, where: str = "") -> list[str]:  # noqa: ANN401 - any JSON
    """What differs between two answers, a line for each value: «protocols.0.decisions.2.deadline.due: … → …».

    Places in the text are left out: they move with every other change.
    """
    if before == after or where.endswith(("span", "schema_version")):
        return []
    if isinstance(before, dict) and isinstance(after, dict):
        keys = [*before, *(key for key in after if key not in before)]
        return [line for key in keys for line in differences_of(before.get(key), after.get(key), f"{where}.{key}")]
    if isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        pairs = enumerate(zip(before, after, strict=True))
        return [line for at, (old, new) in pairs for line in differences_of(old, new, f"{where}.{at}")]
    return [f"  {where.lstrip('.')}: {_brief(before)} → {_brief(after)}"]


def _brief(value: Any) -> str:  # noqa: ANN401 - any JSON
    if isinstance(value, list):
        return f"[{len(value)}]"
    if isinstance(value, dict):
        return str(value.get("text") or value.get("name") or "{…}")[:60]
    return "–" if value is None else f"«{value}»"[:80]
