"""What the tests of the storage share."""

from __future__ import annotations

import pytest

from tests.bot.clock import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock(now=1_000_000.0)
