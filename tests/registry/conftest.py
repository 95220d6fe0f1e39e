"""The registry on both back ends: a test that takes `registry` or `opened` runs on SQLite and on a PostgreSQL server.

The server is named by PROTOCOL_TEST_POSTGRES (postgresql://…); without it there is only SQLite.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from protocol_cli.registry import Registry

SERVER = os.environ.get("PROTOCOL_TEST_POSTGRES", "")


@pytest.fixture
def server() -> str:
    """The address of a server whose registry is empty."""
    if not SERVER:
        pytest.skip("PROTOCOL_TEST_POSTGRES names no server")
    import psycopg

    with psycopg.connect(SERVER, autocommit=True) as connection:
        connection.execute("DROP SCHEMA IF EXISTS protocol CASCADE")
    return SERVER


@pytest.fixture(params=["sqlite", "postgresql"] if SERVER else ["sqlite"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    """Where an empty registry is: a file that is not there yet, or a server."""
    if request.param == "sqlite":
        return tmp_path / "folder" / "registry.sqlite"
    found: str = request.getfixturevalue("server")
    return found


@pytest.fixture
def opened(address: Path | str) -> Callable[[], Registry]:
    """Open the same registry again."""
    return lambda: Registry.open(address)


@pytest.fixture
def registry(opened: Callable[[], Registry]) -> Iterator[Registry]:
    with opened() as found:
        yield found
