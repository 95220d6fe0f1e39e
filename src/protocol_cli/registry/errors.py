"""Why a registry cannot be used: something a person must mend before anything can go on."""

from __future__ import annotations

from enum import StrEnum


class Trouble(StrEnum):
    """The reasons; the command line says each in the user's language."""

    NEWER = "newer"
    FOREIGN = "foreign"
    DAMAGED = "damaged"
    READ_ONLY = "read_only"
    DENIED = "denied"
    LOCKED = "locked"
    FULL = "full"
    UNSUPPORTED = "unsupported"
    FOLDER = "folder"
    SERVER = "server"
    NO_DRIVER = "no_driver"
    FAILED = "failed"


class RegistryError(Exception):
    """A registry that cannot be used: `place` of the file, `trouble`, and `detail` (may be empty)."""

    def __init__(self, place: str, trouble: Trouble, detail: str = "") -> None:
        super().__init__(f"{place}: {trouble.value}" + (f" ({detail})" if detail else ""))
        self.place = place
        self.trouble = trouble
        self.detail = detail
