"""The network at its worst: refusals, calls and answers that are lost, strangers at the webhook."""

from __future__ import annotations

import asyncio
import socket
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from bot.app import AGAIN_SECONDS
from bot.local.errors import BotApiError
from tests.bot.process import ROOT
from tools.soak.table import Row
from tools.soak.trial import Trial

WAVE: Final = 10
"""So many people ask at once where resets are counted."""
SLOWEST_SECONDS: Final = 15.0
"""An answer whose connection was reset is there at the latest after so long."""
LARGEST_LOG: Final = 20_000


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
        await asyncio.sleep(2 * AGAIN_SECONDS)  # for repeats
        return trial.row("429, 502, time-outs, lost answers", f"{troubles} in {updates} updates")


async def resets(people: int, seed: int, slowest: float = SLOWEST_SECONDS) -> Row:
    """The connection of each person's answer reset, before or after Telegram took it."""
    longest = 0.0
    async with Trial.open(seed) as trial, trial.bot():
        for begin in range(0, people, WAVE):
            wave = [trial.ask("help") for _ in range(min(WAVE, people - begin))]
            for number, person in enumerate(wave):
                if number % 2:
                    trial.lose_answer_to(person)
                else:
                    trial.telegram.faults.lose_call("sendMessage", chat=person.private.id)
            began = time.monotonic()
            await trial.until_answered(wave)
            longest = max(longest, time.monotonic() - began)
        await asyncio.sleep(2 * AGAIN_SECONDS)  # for repeats
        trial.crashes += longest > slowest
        note = f"longest answer after {longest:.1f} s"
        return trial.row("connections reset on a send", f"{people} sends", note)


async def half_open(connections: int, people: int, seed: int) -> Row:
    """People who ask over a webhook at which requests begin and do not end."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    async with Trial.open(seed) as trial, trial.bot_with_webhook(port):
        async with _strangers(port, connections):
            began = time.monotonic()
            for _ in range(people):
                trial.ask()
            await trial.until_answered()
            seconds = time.monotonic() - began
        log = len(trial.log())
        trial.crashes += log > LARGEST_LOG
        note = f"last answer after {seconds:.1f} s; {log / 1_000:.1f} kB of log"
        return trial.row("requests that do not end", f"{connections:,} beside {people} users", note)


@asynccontextmanager
async def _strangers(port: int, connections: int) -> AsyncIterator[None]:
    """Somebody keeps so many requests open, in a process that may have as many files."""
    child = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tools.soak.half_open", str(port), str(connections)),
        cwd=ROOT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert child.stdout
    await child.stdout.readline()
    try:
        yield
    finally:
        child.kill()
        await child.communicate()
