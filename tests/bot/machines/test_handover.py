"""What was sent and counted before a takeover counts after it."""

from __future__ import annotations

from bot.machines import Handover
from bot.operator.quota import HourlyLimits, Quota
from bot.storage.database import Statement
from bot.storage.database.postgres import PostgresDatabase
from bot.telegram.rate_limiter import FairRateLimiter
from handlers.protocols import Sender
from tests.bot.clock import Clock

ANNA, GROUP = 7, -100


class Limiter(FairRateLimiter):
    """A rate limiter that tells what it was told."""

    def resume(self, sends: object) -> None:
        self.told = [(chat, round(seconds), count) for chat, seconds, count in sends]  # type: ignore[attr-defined]


def handover(database: PostgresDatabase, clock: Clock) -> tuple[Handover, Limiter, Quota]:
    limiter, quota = Limiter(clock), Quota(HourlyLimits(2, 2), clock)
    return Handover(database, limiter, quota), limiter, quota


async def grown_older(database: PostgresDatabase, seconds: float) -> None:
    """What so many seconds do to all that was noted."""
    for table in ("UPDATE sends", "UPDATE counted"):
        older = Statement(f"{table} SET at = at - make_interval(secs => ?)", (seconds,))
        await database.write(older)


async def test_sends_of_the_last_minute_and_digests_of_the_last_hour_are_handed_over(
    here: PostgresDatabase, there: PostgresDatabase
) -> None:
    former, limiter, quota = handover(here, Clock())
    async with former.kept():
        assert limiter.told == []
        for chat in (GROUP, ANNA, GROUP, "@channel"):
            limiter.note(chat)
        quota.count(Sender(GROUP, ANNA))
    await grown_older(here, 50)
    second, limiter, quota = handover(there, Clock(5.0))  # a machine with a clock of its own
    async with second.kept():
        assert sorted(limiter.told) == [(GROUP, 50, 2), (ANNA, 50, 1)]
        assert quota.delay(Sender(GROUP, ANNA)) == 0
        quota.count(Sender(GROUP, ANNA))
        assert 3_500 < quota.delay(Sender(GROUP, ANNA)) < 3_551
        limiter.note(ANNA)
    await grown_older(here, 20)
    third, limiter, quota = handover(here, Clock())
    async with third.kept():
        assert limiter.told == [(ANNA, 20, 1)]
        assert quota.delay(Sender(GROUP, ANNA)) > 3_500
    assert await here.read("SELECT chat, count FROM sends") == [(ANNA, 1)]
    await grown_older(here, 3_600)
    async with third.kept():
        assert quota.delay(Sender(ANNA, ANNA)) > 3_500  # it counts in memory too
    assert await here.read("SELECT count(*) FROM counted") == [(0,)]
