"""`protocol db path|info|check|backup|vacuum`: the registry itself."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from protocol_cli.cli import talk
from protocol_cli.cli.asking import SERVICE_FAILED, list_form, registry_trouble
from protocol_cli.cli.framework import Command
from protocol_cli.cli.messages import tr
from protocol_cli.cli.options import Db, Json, Quiet, Verbose, one_of, registry_location
from protocol_cli.cli.output import JsonWriter, check_target

if TYPE_CHECKING:
    from protocol_cli.registry import Registry

ACTIONS = ("path", "info", "check", "backup", "vacuum")
MEGABYTE = 1_000_000

Action = Annotated[
    str,
    typer.Argument(
        metavar=tr("upkeep.action_mark"),
        help=tr("upkeep.action"),
        callback=one_of(*ACTIONS),
        autocompletion=lambda: list(ACTIONS),
    ),
]
File = Annotated[str | None, typer.Argument(metavar=tr("general.file_mark"), help=tr("upkeep.backup_file"))]
Force = Annotated[bool, typer.Option("--force", help=tr("parse.force"))]


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(name="db", cls=Command, help=tr("upkeep.help_db"))(db_command)


def db_command(
    action: Action,
    file: File = None,
    force: Force = False,
    as_json: Json = False,
    db: Db = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Return 0, 4 when the registry failed or is damaged."""
    form = list_form(None, as_json=as_json, quiet=quiet, verbose=verbose)
    location = registry_location(db)
    if action == "path":
        sys.stdout.write(f"{_without_password(str(location))}\n")
        return 0
    if action == "backup":
        if file is None:
            raise typer.BadParameter(tr("upkeep.backup_needs"), param_hint=tr("general.file_mark"))
        check_target(Path(file).resolve(), file, force=force, inputs=[str(location)], option=tr("general.file_mark"))

    from protocol_cli.registry import Registry, RegistryError

    try:
        registry = Registry.open(location) if action == "vacuum" else Registry.open_existing(location)
        if registry is None:
            talk.complain(tr("registry.empty", place=location))
            return 0 if action == "info" else SERVICE_FAILED
        with registry:
            return _act(registry, action, file, form)
    except RegistryError as error:
        talk.complain(registry_trouble(error))
        return SERVICE_FAILED


def _act(registry: Registry, action: str, file: str | None, form: str) -> int:
    from protocol_cli.registry import upkeep

    if action == "info":
        _show_info(registry, form)
    elif action == "check":
        fault = upkeep.fault(registry)
        if fault:
            talk.complain(tr("upkeep.broken", fault=fault))
            return SERVICE_FAILED
        talk.note(tr("upkeep.whole", place=registry.place))
    elif action == "vacuum":
        upkeep.vacuum(registry)
        talk.note(tr("upkeep.tidied", place=registry.place))
    elif registry.database.server:
        talk.complain(tr("upkeep.no_backup_of_server"))
        return SERVICE_FAILED
    else:
        upkeep.backup(registry, Path(file or ""))
        talk.note(tr("upkeep.copied", name=file))
    return 0


def _show_info(registry: Registry, form: str) -> None:
    from protocol_cli.registry import upkeep

    found = upkeep.info(registry)
    if form != "table":
        writer = JsonWriter(sys.stdout, form, many=False)
        writer.add(found)
        writer.close()
        return
    from protocol_cli.cli.render import console_for, fields, words

    size = tr("upkeep.megabytes", number=f"{found['size'] / MEGABYTE:.1f}")
    told = found | {"size": size}
    console_for(sys.stdout).print(fields([(tr(f"upkeep.{name}"), words(value)) for name, value in told.items()]))


def _without_password(location: str) -> str:
    scheme, mark, rest = location.partition("://")
    return f"{scheme}{mark}{rest.rpartition('@')[2]}" if mark else location
