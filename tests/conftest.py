"""What all tests share: the bench's place, what is measured, settings that spare time."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Generator, Iterator
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import cast

import pytest
from coverage import Coverage
from hypothesis import is_hypothesis_test, settings
from pebble import CONSTS

from bot.local.telegram import Telegram
from tests.postgres import Server, running_server

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"

# The same examples at each run, however slow the machine is.
settings.register_profile("house", derandomize=True, deadline=None, max_examples=60)
settings.load_profile("house")

# httpcore looks for it at each lock of a connection: on the disk, where it is not there.
if find_spec("sniffio") is None:
    sys.modules["sniffio"] = cast("ModuleType", None)

# Seconds between two looks of a pool's threads at whether they are to end: each test has a pool.
CONSTS.sleep_unit = 0.01

# Tests make many values and few cycles, as jobs do: see `bot.work.preload`.
gc.set_threshold(50_000)

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Measure what examples cover; measuring is most of what a test of many inputs would take.

    What takes longest begins first: at the end one worker would be alone with it.
    """
    for item in items:
        if is_hypothesis_test(getattr(item, "obj", None)) or item.path.parent == HERE:
            item.add_marker(pytest.mark.no_cover)
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Pause the other measurement, too: in a worker process pytest-cov begins two, pauses one."""
    other = Coverage.current() if item.get_closest_marker("no_cover") else None
    if other:
        other.stop()
    try:
        return (yield)
    finally:
        if other:
            other.start()


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Of several workers let the first alone measure what imports run: it is the same in each."""
    is_another = os.environ.get("PYTEST_XDIST_WORKER", "gw0") != "gw0"
    measuring = sys.gettrace() if is_another else None
    if measuring:
        sys.settrace(None)
    try:
        return (yield)
    finally:
        if measuring:
            sys.settrace(measuring)


def pytest_collection_finish() -> None:
    """Keep the collector of garbage from what stays to the end: thousands of tests, all modules."""
    gc.collect()
    gc.freeze()


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
