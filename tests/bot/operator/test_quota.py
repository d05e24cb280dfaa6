from __future__ import annotations

import pytest

from bot.operator.quota import Quota
from handlers.protocols import Sender

ANNA, BEN, GROUP = 7, 8, -100


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def quota(clock: Clock) -> Quota:
    return Quota(2, clock)


def test_one_more_than_the_quota_is_told_how_long_to_wait(quota: Quota, clock: Clock) -> None:
    assert quota.wait(Sender(ANNA, ANNA), "1") == 0
    clock.now = 600
    assert quota.wait(Sender(ANNA, ANNA), "2") == 0
    assert quota.wait(Sender(ANNA, ANNA), "3") == 3_000
    clock.now = 3_600
    assert quota.wait(Sender(ANNA, ANNA), "4") == 0
    assert quota.wait(Sender(ANNA, ANNA), "5") == 600


def test_a_chat_has_a_quota_of_its_own(quota: Quota) -> None:
    assert quota.wait(Sender(GROUP, ANNA), "6") == 0
    assert quota.wait(Sender(GROUP, BEN), "7") == 0
    assert quota.wait(Sender(GROUP, BEN), "8") == 3_600
    assert quota.wait(Sender(BEN, BEN), "9") == 0


def test_who_is_refused_loses_nothing(quota: Quota) -> None:
    for number in range(3):
        quota.wait(Sender(ANNA, ANNA), f"paste {number}")
    assert quota.wait(Sender(GROUP, ANNA), "11") > 0
    assert quota.wait(Sender(GROUP, BEN), "12") == 0
    assert quota.wait(Sender(GROUP, BEN), "13") == 0


def test_who_has_all_left_again_is_forgotten(quota: Quota, clock: Clock) -> None:
    for user in range(1_001):
        quota.wait(Sender(user, user), f"paste {user}")
    clock.now = 3_600
    quota.wait(Sender(ANNA, ANNA), "15")
    assert len(quota._windows) == 1  # noqa: SLF001 # memory has no other face


def test_a_paste_that_grows_counts_once(quota: Quota) -> None:
    for _ in range(5):
        assert quota.wait(Sender(ANNA, ANNA), "one paste") == 0
    assert quota.wait(Sender(ANNA, ANNA), "another") == 0
    assert quota.wait(Sender(ANNA, ANNA), "a third") > 0
