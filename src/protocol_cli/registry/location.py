"""Where the registry lies when nobody says otherwise."""

from __future__ import annotations

from pathlib import Path


def default_location() -> Path:
    """«registry.sqlite» in the user's data folder, as the operating system has it; nothing is created."""
    from platformdirs import user_data_path

    return user_data_path("protocol", appauthor=False) / "registry.sqlite"
