"""The process killed, stopped, and left without a network."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress

from bot.local.errors import BotApiError
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


async def storms(updates: int, seed: int) -> Row:
    """429, 502, calls and answers lost, as they come on a bad day."""
    async with Trial.open(seed) as trial, trial.bot():
        faults, troubles = trial.telegram.faults, 0
        for number in range(updates):
            person = trial.ask()
            chat, kind = person.private.id, trial.rng.randrange(6)
            troubles += kind < 4
            if kind == 0:
                faults.flood(trial.rng.randint(1, 3), chat=chat)
            elif kind == 1:
                faults.break_down("sendMessage", times=trial.rng.randint(1, 3), chat=chat)
            elif kind == 2:
                faults.lose_call("sendMessage", chat=chat)
            elif kind == 3:
                trial.lose_answer_to(person)
            if number % 100 == 10:
                faults.refuse(BotApiError(502, "Bad Gateway"), "getUpdates", times=2)
            await asyncio.sleep(trial.rng.uniform(0, 0.1))
        await trial.until_answered()
        await asyncio.sleep(65)  # what was left for later comes within a minute
        return trial.row("429, 502, time-outs, lost answers", f"{troubles} in {updates} updates")


async def crowd(people: int, seed: int) -> Row:
    """Many people at once beside one who floods the bot."""
    async with Trial.open(seed) as trial, trial.bot():
        flooder = trial.telegram.person("Flooder")
        for number in range(200):
            flooder.says(f"/help {number}")
        began = time.monotonic()
        for _ in range(people):
            trial.ask()
        await trial.until_answered()
        seconds = time.monotonic() - began
        note = f"last answer after {seconds:.1f} s; the flooder had {trial.replies(flooder)} of 200"
        return trial.row("users beside a flooder", f"{people} users", note)


async def _asking(trial: Trial, count: int, seconds: float) -> None:
    """Let so many people ask, spread over about so long."""
    for _ in range(count):
        trial.ask()
        await asyncio.sleep(trial.rng.expovariate(count / seconds))
