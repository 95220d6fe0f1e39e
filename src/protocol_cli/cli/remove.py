"""`protocol remove ID…`: documents leave the registry; files and the journal stay."""

from __future__ import annotations

from typing import Annotated

import typer

from protocol_cli.cli import talk
from protocol_cli.cli.asking import INPUT_FAILED, SERVICE_FAILED, registry_trouble
from protocol_cli.cli.framework import Command
from protocol_cli.cli.messages import tr
from protocol_cli.cli.options import Db, Quiet, Verbose, registry_location

Ids = Annotated[list[str], typer.Argument(metavar=f"{tr('general.id_mark')}…", help=tr("upkeep.ids"))]


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(name="remove", cls=Command, help=tr("upkeep.help_remove"))(remove)


def remove(ids: Ids, db: Db = None, quiet: Quiet = False, verbose: Verbose = False) -> int:
    """Return 0, 3 when a document was not found or is not one, 4 when the registry failed."""
    talk.settle(quiet=quiet, verbose=verbose)
    from protocol_cli.registry import Registry, RegistryError

    code = 0
    location = registry_location(db)
    try:
        existing = Registry.open_existing(location)
        if existing is None:
            talk.complain(tr("registry.empty", place=location))
            return INPUT_FAILED
        existing.close()
        with Registry.open(location) as registry:
            for name in ids:
                found = list(registry.find(name))
                if len(found) == 1:
                    registry.remove(found[0]["id"])
                    talk.note(tr("upkeep.removed", id=found[0]["id"], source=found[0]["source"]))
                    continue
                code = INPUT_FAILED
                if not found:
                    talk.complain(tr("lists.no_show", id=name))
                else:
                    several = ", ".join(record["id"] for record in found)
                    talk.complain(tr("upkeep.several", id=name, ids=several))
    except RegistryError as error:
        talk.complain(registry_trouble(error))
        return SERVICE_FAILED
    return code
