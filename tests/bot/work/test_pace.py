"""How often pebble's threads wake: often while there are jobs, seldom when there are none."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from pebble import CONSTS

from bot.work import pace
from bot.work.pace import BUSY_SECONDS, RESTING_SECONDS, Pace


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No test waits for half a minute; the interval is as before at the end."""
    monkeypatch.setattr(pace, "REST_AFTER", 0.0)
    yield
    CONSTS.sleep_unit = BUSY_SECONDS


async def turn() -> None:
    """Let a timer that is due be called."""
    await asyncio.sleep(0)
    await asyncio.sleep(0)


async def test_the_interval_is_long_when_the_last_job_has_ended_and_short_at_the_next() -> None:
    one = Pace()
    one.begin()
    one.begin()
    one.end()
    await turn()
    assert CONSTS.sleep_unit == BUSY_SECONDS
    one.end()
    await turn()
    assert CONSTS.sleep_unit == RESTING_SECONDS
    one.begin()
    assert CONSTS.sleep_unit == BUSY_SECONDS


async def test_a_job_that_begins_before_the_rest_calls_it_off() -> None:
    one = Pace()
    one.begin()
    one.end()
    one.begin()
    await turn()
    assert CONSTS.sleep_unit == BUSY_SECONDS


async def test_what_is_closed_changes_nothing_any_more() -> None:
    one = Pace()
    one.begin()
    one.close()
    one.end()
    await turn()
    assert CONSTS.sleep_unit == BUSY_SECONDS
