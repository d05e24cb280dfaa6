"""The process killed, stopped, and left without a network."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress

from bot.local.errors import BotApiError
from tools.soak.table import Row
from tools.soak.town import STOP_SECONDS, Town, town

SILENT = 4
"""At one stop in so many Telegram takes calls and answers none."""


async def kills(rounds: int, updates: int, seed: int) -> Row:
    """Random kill -9 while people go on asking."""
    async with town(seed) as place:
        for _ in range(rounds):
            async with place.bot() as bot:
                moment = place.rng.uniform(0.2, 4.0)
                await _asking(place, updates // rounds, moment)
                bot.kill()
                await bot.wait()
            place.note_the_unknowable()
        async with place.bot():
            await place.until_answered()
        return place.row("kill -9 at random", f"{rounds} kills, {len(place.asked)} updates")


async def stops(rounds: int, updates: int, seed: int) -> Row:
    """SIGTERM under load, at times beside a mute Telegram: it ends in time, with status 0."""
    longest = 0.0
    async with town(seed) as place:
        for number in range(rounds):
            async with place.bot() as bot:
                await _asking(place, updates // rounds, place.rng.uniform(0.2, 2.0))
                if number % SILENT == 0:
                    place.telegram.faults.fall_silent()
                began = time.monotonic()
                bot.terminate()
                place.crashes += await _status(bot) != 0
                longest = max(longest, time.monotonic() - began)
            place.telegram.faults.clear()
        place.crashes += longest > STOP_SECONDS
        async with place.bot():
            await place.until_answered()
        note = f"longest stop {longest:.1f} s"
        return place.row("SIGTERM under load", f"{rounds} stops, {len(place.asked)} updates", note)


async def _status(bot: asyncio.subprocess.Process) -> int | None:
    """The exit status of a bot that was told to end; None where it hangs."""
    with suppress(TimeoutError):
        async with asyncio.timeout(3 * STOP_SECONDS):
            return await bot.wait()
    return None


async def storms(updates: int, seed: int) -> Row:
    """429, 502, calls and answers lost, as they come on a bad day."""
    async with town(seed) as place, place.bot():
        faults, troubles = place.telegram.faults, 0
        for number in range(updates):
            person = place.ask()
            chat, kind = person.private.id, place.rng.randrange(6)
            troubles += kind < 4
            if kind == 0:
                faults.flood(place.rng.randint(1, 3), chat=chat)
            elif kind == 1:
                faults.break_down("sendMessage", times=place.rng.randint(1, 3), chat=chat)
            elif kind == 2:
                faults.lose_call("sendMessage", chat=chat)
            elif kind == 3:
                place.lose_answer_to(person)
            if number % 100 == 10:
                faults.refuse(BotApiError(502, "Bad Gateway"), "getUpdates", times=2)
            await asyncio.sleep(place.rng.uniform(0, 0.1))
        await place.until_answered()
        await asyncio.sleep(65)  # what was left for later comes within a minute
        return place.row("429, 502, time-outs, lost answers", f"{troubles} in {updates} updates")


async def crowd(people: int, seed: int) -> Row:
    """Many people at once beside one who floods the bot."""
    async with town(seed) as place, place.bot():
        flooder = place.telegram.person("Flooder")
        for number in range(200):
            flooder.says(f"/help {number}")
        began = time.monotonic()
        for _ in range(people):
            place.ask()
        await place.until_answered()
        seconds = time.monotonic() - began
        note = f"last answer after {seconds:.1f} s; the flooder had {place.replies(flooder)} of 200"
        return place.row("users beside a flooder", f"{people} users", note)


async def _asking(place: Town, count: int, seconds: float) -> None:
    """Let so many people ask, spread over about so long."""
    for _ in range(count):
        place.ask()
        await asyncio.sleep(place.rng.expovariate(count / seconds))
