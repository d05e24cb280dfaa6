"""Turns of hosts, shared by all who look into one folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.fetch.model import FetchError
from bot.fetch.network import Pace
from tests.bot.clock import Clock


class Waiter:
    """Passes the time at once, and notes how much."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.waits: list[float] = []

    async def sleep(self, seconds: float) -> None:
        self.waits.append(round(seconds, 3))


@pytest.fixture
def waiter(clock: Clock) -> Waiter:
    return Waiter(clock)


def pace(folder: Path, waiter: Waiter) -> Pace:
    return Pace(folder, 1.0, waiter.clock, waiter.sleep)


async def test_each_request_to_a_host_waits_a_second_after_the_one_before(
    tmp_path: Path, waiter: Waiter
) -> None:
    first, second = pace(tmp_path, waiter), pace(tmp_path, waiter)
    await first.turn("a.example")
    await second.turn("a.example")
    await second.turn("b.example")
    await first.turn("a.example")
    assert waiter.waits == [0, 1, 0, 2]


async def test_a_host_rests_for_as_long_as_it_asked(tmp_path: Path, waiter: Waiter) -> None:
    pace(tmp_path, waiter).rest("a.example", 90)
    with pytest.raises(FetchError, match="fetch-busy"):
        await pace(tmp_path, waiter).turn("a.example")
    waiter.clock.now += 91
    await pace(tmp_path, waiter).turn("a.example")


async def test_a_robots_txt_is_kept_for_an_hour(tmp_path: Path, waiter: Waiter) -> None:
    pace(tmp_path, waiter).keep_robots("http://a.example", "")
    assert pace(tmp_path, waiter).robots("http://a.example") == ""
    assert pace(tmp_path, waiter).robots("http://b.example") is None
    waiter.clock.now += 3601
    assert pace(tmp_path, waiter).robots("http://a.example") is None
