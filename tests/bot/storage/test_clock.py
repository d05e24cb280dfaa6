from __future__ import annotations

from bot.storage.clock import SteadyClock

DAY = 86_400
HOUR = 3_600


class Host:
    """A machine whose clock can be set, while its seconds go on."""

    def __init__(self) -> None:
        self.clock = 1_000_000.0
        self.seconds = 5.0

    def goes_on(self, seconds: float) -> None:
        self.clock += seconds
        self.seconds += seconds


def steady(host: Host, latest: float | None = None) -> SteadyClock:
    return SteadyClock(latest, lambda: host.clock, lambda: host.seconds)


def test_time_goes_by_as_on_the_host() -> None:
    host = Host()
    clock = steady(host)
    host.goes_on(100)
    assert clock() == 1_000_100
    host.clock -= 1_200  # set right
    assert clock() == 998_900


def test_a_step_of_days_is_followed_after_an_hour() -> None:
    host = Host()
    clock = steady(host)
    host.clock += 40 * DAY
    assert clock() == 1_000_000
    host.goes_on(HOUR - 1)
    assert clock() == 1_000_000 + HOUR - 1
    host.goes_on(1)
    assert clock() == 1_000_000 + 40 * DAY + HOUR


def test_a_step_that_is_taken_back_is_forgotten() -> None:
    host = Host()
    clock = steady(host)
    host.clock += 40 * DAY
    clock()
    host.clock -= 40 * DAY
    host.goes_on(HOUR)
    assert clock() == 1_000_000 + HOUR
    host.clock += 40 * DAY
    assert clock() == 1_000_000 + HOUR


def test_a_start_long_after_what_was_kept_last_may_be_a_wrong_clock() -> None:
    host = Host()
    clock = steady(host, latest=host.clock - 40 * DAY)
    assert clock() == host.clock - 40 * DAY
    host.goes_on(HOUR)
    assert clock() == host.clock


def test_a_start_on_the_same_day_is_none() -> None:
    host = Host()
    assert steady(host, latest=host.clock - HOUR)() == host.clock
