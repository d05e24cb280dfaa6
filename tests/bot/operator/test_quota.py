from __future__ import annotations

import pytest

from bot.operator.quota import HourlyLimits, Quota
from handlers.protocols import Sender
from tests.bot.clock import Clock

ANNA, BEN, GROUP = 7, 8, -100


@pytest.fixture
def quota(clock: Clock) -> Quota:
    return Quota(HourlyLimits(2, 2), clock)


def takes(quota: Quota, sender: Sender) -> float:
    """Seconds that the sender has to wait for one more; it is counted where that is none."""
    delay = quota.delay(sender)
    if not delay:
        quota.count(sender)
    return delay


def test_one_more_than_the_quota_is_told_how_long_to_wait(quota: Quota, clock: Clock) -> None:
    assert takes(quota, Sender(ANNA, ANNA)) == 0
    clock.now = 600
    assert takes(quota, Sender(ANNA, ANNA)) == 0
    assert takes(quota, Sender(ANNA, ANNA)) == 3_000
    clock.now = 3_600
    assert takes(quota, Sender(ANNA, ANNA)) == 0
    assert takes(quota, Sender(ANNA, ANNA)) == 600


def test_a_chat_has_a_quota_of_its_own(quota: Quota) -> None:
    assert takes(quota, Sender(GROUP, ANNA)) == 0
    assert takes(quota, Sender(GROUP, BEN)) == 0
    assert takes(quota, Sender(GROUP, BEN)) == 3_600
    assert takes(quota, Sender(BEN, BEN)) == 0


def test_who_is_refused_loses_nothing(quota: Quota) -> None:
    for _ in range(3):
        takes(quota, Sender(ANNA, ANNA))
    assert takes(quota, Sender(GROUP, ANNA)) > 0
    assert takes(quota, Sender(GROUP, BEN)) == 0
    assert takes(quota, Sender(GROUP, BEN)) == 0


def test_who_has_all_left_again_is_forgotten(quota: Quota, clock: Clock) -> None:
    for user in range(1_001):
        takes(quota, Sender(user, user))
    clock.now = 3_600
    takes(quota, Sender(ANNA, ANNA))
    assert len(quota._windows) == 1  # noqa: SLF001 # memory has no other face


def test_a_group_has_a_number_of_its_own_and_people_have_theirs(clock: Clock) -> None:
    quota = Quota(HourlyLimits(user=2, group=1, groups={-200: 3}), clock)
    for number in range(3):
        assert takes(quota, Sender(-200, 10 + number)) == 0
    assert takes(quota, Sender(-200, 20)) > 0
    assert takes(quota, Sender(GROUP, ANNA)) == 0
    assert takes(quota, Sender(GROUP, BEN)) > 0
    assert takes(quota, Sender(ANNA, ANNA)) == 0
    assert takes(quota, Sender(ANNA, ANNA)) > 0
    assert quota.refusals == 3


def test_other_limits_hold_at_once_for_what_was_counted_before(clock: Clock) -> None:
    quota = Quota(HourlyLimits(1, 1), clock)
    assert takes(quota, Sender(ANNA, ANNA)) == 0
    assert takes(quota, Sender(ANNA, ANNA)) > 0
    quota.limits = HourlyLimits(2, 2)
    assert takes(quota, Sender(ANNA, ANNA)) == 0
    assert takes(quota, Sender(ANNA, ANNA)) > 0


def test_a_process_that_takes_over_counts_on_from_what_it_is_told(clock: Clock) -> None:
    former = Quota(HourlyLimits(2, 2), clock)
    counted: list[int] = []
    former.note = counted.append
    assert takes(former, Sender(GROUP, ANNA)) == takes(former, Sender(ANNA, ANNA)) == 0
    assert sorted(counted) == [GROUP, ANNA, ANNA]
    clock.now = 5.0  # the clock of another machine
    quota = Quota(HourlyLimits(2, 2), clock)
    quota.resume([(ANNA, 3_000.0), (GROUP, 3_000.0), (ANNA, 600.0)])
    assert takes(quota, Sender(ANNA, ANNA)) == 600
    assert takes(quota, Sender(GROUP, BEN)) == 0
    assert takes(quota, Sender(GROUP, BEN)) == 600
