"""The flag that writes the kept answers anew."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the present answers over the kept ones, and fail"
    )


@pytest.fixture
def updating(request: pytest.FixtureRequest) -> bool:
    # Where all tests are run, this file is found too late for its flag to be known.
    return bool(request.config.getoption("--update-golden", default=False))
