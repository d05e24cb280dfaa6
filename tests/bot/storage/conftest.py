"""What the tests of the storage share."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest

from tests.bot.clock import Clock
from tests.bot.storage.places import FilePlace, Place, SchemaPlace
from tests.postgres import Server

schemas = count(1)


@pytest.fixture
def clock() -> Clock:
    return Clock(now=1_000_000.0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "digest.sqlite3"


@pytest.fixture(scope="session")
def common_url(postgres: Server) -> str:
    """The address of one database for tests that take a schema each."""
    return postgres.create()


@pytest.fixture(params=["sqlite", "postgres"])
def place(request: pytest.FixtureRequest) -> Place:
    if request.param == "sqlite":
        return FilePlace(request.getfixturevalue("path"))
    return SchemaPlace(request.getfixturevalue("common_url"), f"bot_{next(schemas)}")
