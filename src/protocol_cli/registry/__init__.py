"""The registry: what was read is kept in one SQLite file or on one PostgreSQL server, and asked."""

from protocol_cli.registry.errors import RegistryError, Trouble
from protocol_cli.registry.location import default_location
from protocol_cli.registry.registry import Registry
from protocol_cli.registry.rows import DeadlineFilter, DeadlineRecord, ListFilter, Record, Saved

__all__ = [
    "DeadlineFilter",
    "DeadlineRecord",
    "ListFilter",
    "Record",
    "Registry",
    "RegistryError",
    "Saved",
    "Trouble",
    "default_location",
]
