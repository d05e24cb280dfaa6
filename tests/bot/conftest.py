"""What several tests of the running program share."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from bot.local.server import Site
from tests.bot.clock import Clock
from tests.bot.process import telegram_over_http


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    """A Telegram for the program to speak to."""
    async with telegram_over_http() as site:
        yield site


@pytest.fixture
def short_path() -> Iterator[Path]:
    """A folder for temporary files; a socket's path must not be long."""
    with TemporaryDirectory(prefix="t") as folder:
        yield Path(folder)
