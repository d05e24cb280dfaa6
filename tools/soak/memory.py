"""Thousands of digests by one process: its memory stays where it was."""

from __future__ import annotations

import psutil

from bot.local.world.people import Person
from tests.handlers.pages import BREAD
from tools.soak.table import Row
from tools.soak.trial import Trial

AT_ONCE = 15
LAPS = 10
WARM = 4
"""Laps before memory is looked at first: by then what is kept for two minutes is full."""
MOST_GROWTH = 10.0


async def digests(count: int, seed: int) -> Row:
    """Answer so many different pages, sent as files."""
    async with Trial.open(seed) as trial, trial.bot() as bot:
        laps = [await _lap(trial, count // LAPS, bot.pid) for _ in range(LAPS)][WARM - 1 :]
        growths = [100 * (last / first - 1) for first, last in zip(laps[0], laps[-1], strict=True)]
        trial.crashes += max(growths) > MOST_GROWTH
        note = "; ".join(
            f"{what} {first:.0f} MB, then {last:.0f} MB: {growth:+.1f} %"
            for what, first, last, growth in zip(
                ("itself", "with its workers"), laps[0], laps[-1], growths, strict=True
            )
        )
        return trial.row("digests by one process", f"{count:,}", note)


async def _lap(trial: Trial, count: int, pid: int) -> tuple[float, float]:
    """Megabytes of the bot's own process, and of all its processes, after so many answers."""
    for begin in range(0, count, AT_ONCE):
        people = [_asks(trial) for _ in range(min(AT_ONCE, count - begin))]
        await trial.until_answered(people)
    return _megabytes(pid)


def _asks(trial: Trial) -> Person:
    """Somebody new sends a page of their own as a file."""
    person = trial.telegram.person("Reader")
    page = f"Film {len(trial.asked)} on {BREAD}"
    message = person.sends_file("page.txt", page.encode())
    trial.asked[f"{person.private.id}:{message['message_id']}"] = person
    return person


def _megabytes(pid: int) -> tuple[float, float]:
    """What one process holds, and what it and its children hold together, shared pages once."""
    own = psutil.Process(pid)
    together = sum(one.memory_full_info().pss for one in [own, *own.children(recursive=True)])
    return own.memory_info().rss / 2**20, together / 2**20
