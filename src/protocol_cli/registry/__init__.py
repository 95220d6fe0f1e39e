"""The registry: what was read is kept in one SQLite file, and asked."""

from protocol_cli.registry.errors import RegistryError, Trouble
from protocol_cli.registry.location import default_location
from protocol_cli.registry.registry import Registry
from protocol_cli.registry.rows import DeadlineFilter, DeadlineRecord, Saved

__all__ = ["DeadlineFilter", "DeadlineRecord", "Registry", "RegistryError", "Saved", "Trouble", "default_location"]
