from __future__ import annotations

import pytest

from bot.quota import Quota
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
    assert quota.wait(Sender(ANNA, ANNA)) == 0
    clock.now = 600
    assert quota.wait(Sender(ANNA, ANNA)) == 0
    assert quota.wait(Sender(ANNA, ANNA)) == 3_000
    clock.now = 3_600
    assert quota.wait(Sender(ANNA, ANNA)) == 0
    assert quota.wait(Sender(ANNA, ANNA)) == 600


def test_a_chat_has_a_quota_of_its_own(quota: Quota) -> None:
    assert quota.wait(Sender(GROUP, ANNA)) == 0
    assert quota.wait(Sender(GROUP, BEN)) == 0
    assert quota.wait(Sender(GROUP, BEN)) == 3_600
    assert quota.wait(Sender(BEN, BEN)) == 0


def test_who_is_refused_loses_nothing(quota: Quota) -> None:
    for _ in range(3):
        quota.wait(Sender(ANNA, ANNA))
    assert quota.wait(Sender(GROUP, ANNA)) > 0
    assert quota.wait(Sender(GROUP, BEN)) == 0
    assert quota.wait(Sender(GROUP, BEN)) == 0


def test_who_has_all_left_again_is_forgotten(quota: Quota, clock: Clock) -> None:
    for user in range(10_001):
        quota.wait(Sender(user, user))
    clock.now = 3_600
    quota.wait(Sender(ANNA, ANNA))
    assert len(quota._windows) == 1  # noqa: SLF001 # memory has no other face
