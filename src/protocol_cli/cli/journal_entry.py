"""What `done`, `reopen`, `extend` and `status` share: the assignment that is meant."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from protocol_cli.cli import talk
from protocol_cli.cli.asking import INPUT_FAILED, SERVICE_FAILED, registry_trouble
from protocol_cli.cli.days import short_day
from protocol_cli.cli.messages import tr
from protocol_cli.cli.options import registry_location

if TYPE_CHECKING:
    from protocol_cli.registry import Record, Registry

SHOWN = 12  # candidates that are told
BRIEF = 60

Id = Annotated[str, typer.Argument(metavar=tr("journal.id_mark"), help=tr("journal.id"))]
Note = Annotated[str | None, typer.Option("--note", metavar=tr("general.text_mark"), help=tr("journal.note"))]
On = Annotated[str | None, typer.Option("--on", metavar=tr("general.date_mark"), help=tr("journal.on"))]


def write_entry(id: str, db: str | None, write: Callable[[Registry, Record], str]) -> int:  # noqa: A002
    """Find the assignment, `write` about it, and say the sentence that comes back: 0, 3 for no one assignment, 4."""
    from protocol_cli.registry import Registry, RegistryError

    location = registry_location(db)
    try:
        existing = Registry.open_existing(location)
        if existing is None:
            talk.complain(tr("registry.empty", place=location))
            return INPUT_FAILED
        existing.close()
        with Registry.open(location) as registry:
            found = list(registry.find_assignments(id))
            if len(found) != 1:
                complain_of(id, found)
                return INPUT_FAILED
            talk.note(write(registry, found[0]))
        return 0
    except RegistryError as error:
        talk.complain(registry_trouble(error))
        return SERVICE_FAILED


def complain_of(id: str, found: list[Record]) -> None:  # noqa: A002
    """Say that there is no such assignment, or name those that may be meant."""
    if not found:
        talk.complain(tr("journal.no_assignment", id=id))
        return
    talk.complain(tr("journal.several", id=id))
    for record in found[:SHOWN]:
        talk.complain(f"  {record['id']}  {brief(record)}")
    if len(found) > SHOWN:
        talk.complain("  …")


def brief(record: Record) -> str:
    """«п. 2.1: Установить дорожные знаки … (01.12.2022)»."""
    text = record["text"] if len(record["text"]) <= BRIEF else f"{record['text'][:BRIEF].rsplit(' ', 1)[0]} …"
    number = f"{tr('card.item_short', number=record['number'])}: " if record["number"] else ""
    due = f" ({short_day(record['day'])})" if record["day"] else ""
    return f"{number}{text}{due}"
