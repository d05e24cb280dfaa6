"""How often pebble's threads wake: often while there are jobs, seldom when there are none."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator

import pytest
from pebble import CONSTS

from bot.work import pace
from bot.work.pace import BUSY_SECONDS, RESTING_SECONDS, Pace

NewPace = Callable[[], Pace]


@pytest.fixture
def new_pace(monkeypatch: pytest.MonkeyPatch) -> Iterator[NewPace]:
    """Makes them; no test waits for a minute, and the interval is as before at the end."""
    monkeypatch.setattr(pace, "REST_AFTER", 0.0)
    made: list[Pace] = []

    def make() -> Pace:
        made.append(Pace())
        return made[-1]

    yield make
    for one in made:
        one.close()


async def turn() -> None:
    """Let a timer that is due be called."""
    await asyncio.sleep(0)
    await asyncio.sleep(0)


async def test_the_interval_is_long_when_the_last_job_has_ended_and_short_at_the_next(
    new_pace: NewPace,
) -> None:
    one = new_pace()
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


async def test_a_job_that_begins_before_the_rest_calls_it_off(new_pace: NewPace) -> None:
    one = new_pace()
    one.begin()
    one.end()
    one.begin()
    await turn()
    assert CONSTS.sleep_unit == BUSY_SECONDS


async def test_what_is_closed_changes_nothing_any_more(new_pace: NewPace) -> None:
    one = new_pace()
    one.begin()
    one.close()
    one.end()
    await turn()
    assert CONSTS.sleep_unit == BUSY_SECONDS


async def test_a_pool_that_rests_leaves_the_interval_of_another_that_works(
    new_pace: NewPace,
) -> None:
    reading, fetching = new_pace(), new_pace()
    fetching.begin()
    reading.begin()
    reading.end()
    await turn()
    assert CONSTS.sleep_unit == BUSY_SECONDS
    fetching.end()
    await turn()
    assert CONSTS.sleep_unit == RESTING_SECONDS
