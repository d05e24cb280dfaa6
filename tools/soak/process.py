"""The process killed and stopped."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress

from tools.soak.table import Row
from tools.soak.trial import STOP_SECONDS, Trial

SILENT = 4
"""At one stop in so many Telegram takes calls and answers none."""


async def kills(rounds: int, updates: int, seed: int) -> Row:
    """Random kill -9 while people go on asking."""
    async with Trial.open(seed) as trial:
        for _ in range(rounds):
            async with trial.bot() as bot:
                moment = trial.rng.uniform(0.2, 4.0)
                await _asking(trial, updates // rounds, moment)
                bot.kill()
                await bot.wait()
            trial.note_the_unknowable()
        async with trial.bot():
            await trial.until_answered()
        return trial.row("kill -9 at random", f"{rounds} kills, {len(trial.asked)} updates")


async def stops(rounds: int, updates: int, seed: int) -> Row:
    """SIGTERM under load, at times beside a mute Telegram: it ends in time, with status 0."""
    longest = 0.0
    async with Trial.open(seed) as trial:
        for number in range(rounds):
            async with trial.bot() as bot:
                await _asking(trial, updates // rounds, trial.rng.uniform(0.2, 2.0))
                if number % SILENT == 0:
                    trial.telegram.faults.fall_silent()
                began = time.monotonic()
                bot.terminate()
                trial.crashes += await _status(bot) != 0
                longest = max(longest, time.monotonic() - began)
            trial.telegram.faults.clear()
        trial.crashes += longest > STOP_SECONDS
        async with trial.bot():
            await trial.until_answered()
        note = f"longest stop {longest:.1f} s"
        return trial.row("SIGTERM under load", f"{rounds} stops, {len(trial.asked)} updates", note)


async def _status(bot: asyncio.subprocess.Process) -> int | None:
    """The exit status of a bot that was told to end; None where it hangs."""
    with suppress(TimeoutError):
        async with asyncio.timeout(3 * STOP_SECONDS):
            return await bot.wait()
    return None


async def _asking(trial: Trial, count: int, seconds: float) -> None:
    """Let so many people ask, spread over about so long."""
    for _ in range(count):
        trial.ask()
        await asyncio.sleep(trial.rng.expovariate(count / seconds))
