"""What several tests share: where the project's own pages and the bench lie."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from pebble import CONSTS

from bot.local.telegram import Telegram
from tests.postgres import Server, running_server

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"

# The same examples at each run, however slow the machine is.
settings.register_profile("house", derandomize=True, deadline=None, max_examples=60)
settings.load_profile("house")

# Seconds between two looks of a pool's threads at whether they are to end: each test has a pool.
CONSTS.sleep_unit = 0.01


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real pages beside the project; a test that needs it skips without it."""
    if not SHARED.is_dir():
        pytest.skip("the folder of real pages is not beside the project")
    return SHARED


@pytest.fixture
def telegram() -> Iterator[Telegram]:
    """An empty Telegram in memory; see tests/telegram.py."""
    telegram = Telegram()
    yield telegram
    telegram.close()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A server of Postgres; who stops it starts it again. See tests/postgres.py."""
    with running_server() as server:
        if server is None:
            pytest.skip("Postgres is not installed")
        yield server


@pytest.fixture
def database_url(postgres: Server) -> str:
    """The address of an empty database in Postgres, of the test's own."""
    return postgres.create()
