"""What an update costs a fleet under a steady load, in CPU time of each kind of process.

    python -m tools.soak.machines.load [UPDATES] [A_SECOND] [KIND]

All processes of three fronts and two workers are counted; a balancer spreads the updates. What the
machines spend while nobody writes is in it: it is shared by the updates of that time.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Final

import psutil

from bot.local.world.chats import JSON
from bot.local.world.people import Person
from bot.local.world.state import BOT_ID
from tools.soak.machines.opening import Size, opened
from tools.soak.machines.trial import Trial

PEOPLE: Final = 100
TALK: Final = "Has anybody seen where the second part of this series was put? "
STILL_SECONDS: Final = 1.0


async def measure(trial: Trial, kind: str, updates: int, a_second: float) -> str:
    """A line of the table: CPU milliseconds an update."""
    say, answers = KINDS[kind](trial), updates if kind in ANSWERED else 0
    begun, sent = _spent(trial), len(trial.record.taken)
    for _ in range(updates):
        say()
        await asyncio.sleep(1 / a_second)
    await _until_done(trial, sent + answers)
    names = ("front", "standing by", "workers", "Postgres")
    spent = _spent(trial)
    cpu = {name: 1e3 * (spent[name] - begun[name]) / updates for name in names}
    seconds = spent["clock"] - begun["clock"]
    whole = sum(cpu.values()) - cpu["Postgres"]
    cells = "".join(f"{cpu[name]:>13.1f}" for name in names)
    return f"{kind:<36}{updates / seconds:>8.1f}{cells}{whole:>13.1f}"


async def _until_done(trial: Trial, taken: int) -> None:
    await trial.telegram.world.changes.wait_for(lambda: len(trial.record.taken) >= taken, 120.0)
    while trial.balancer.waiting:  # noqa: ASYNC110 - a moment
        await asyncio.sleep(STILL_SECONDS / 10)
    await asyncio.sleep(STILL_SECONDS)


def _spent(trial: Trial) -> Mapping[str, float]:
    """Seconds: of the clock, and of the CPU by kind of process."""
    front = trial.front
    standing = [one for one in trial.receivers if one is not front]
    assert trial.postgres
    return {
        "clock": monotonic(),
        "front": _cpu(front.pid),
        "standing by": sum(_cpu(one.pid) for one in standing),
        "workers": sum(_cpu(one.pid) for one in trial.workers),
        "Postgres": _cpu(trial.postgres.pid),
    }


def _cpu(pid: int) -> float:
    """CPU seconds of the process and all that it has started, ended or not."""
    process = psutil.Process(pid)
    return sum(sum(one.cpu_times()[:4]) for one in (process, *process.children(recursive=True)))


def _people(trial: Trial) -> Callable[[], Person]:
    people = [trial.telegram.person(f"Guest {number}") for number in range(PEOPLE)]
    numbers = count()
    return lambda: people[next(numbers) % PEOPLE]


def _help(trial: Trial) -> Callable[[], object]:
    somebody = _people(trial)
    return lambda: somebody().says("/help")


def _group(trial: Trial) -> Callable[[JSON | None], object]:
    """Somebody talks in a group of which the bot reads all."""
    somebody, group = _people(trial), trial.telegram.group("Everybody")
    group.members[BOT_ID] = "administrator"

    def say(reply_to: JSON | None) -> object:
        person = somebody()
        group.members[person.user["id"]] = "member"
        return person.says(TALK, group, reply_to=reply_to)

    return say


def _talk(trial: Trial) -> Callable[[], object]:
    say = _group(trial)
    return lambda: say(None)


def _remarks(trial: Trial) -> Callable[[], object]:
    say = _group(trial)
    group = [*trial.telegram.world.chats.values()][-1]
    ours = trial.telegram.world.post(group, trial.telegram.world.bot_user, {"text": "A digest"})
    return lambda: say(ours)


def _nothing(_: Trial) -> Callable[[], object]:
    return lambda: None


KINDS: Final[Mapping[str, Callable[[Trial], Callable[[], object]]]] = {
    "nothing at all": _nothing,
    "talk in a group": _talk,
    "remark below a digest": _remarks,
    "/help": _help,
}
ANSWERED: Final = frozenset({"/help"})


async def main(updates: str = "300", a_second: str = "20", only: str = "") -> None:
    """Print a line for each kind of update."""
    print(f"{'CPU ms an update':<36}{'a second':>8}", end="")
    print(
        "".join(f"{name:>13}" for name in ("front", "standing by", "workers", "Postgres", "fleet"))
    )
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="load-")))
        trial = await stack.enter_async_context(opened(Size(), 1, folder))
        await trial.until_ready()
        await asyncio.sleep(float(__import__("os").environ.get("REST", "10")))
        for kind in (kind for kind in KINDS if only in kind):
            print(await measure(trial, kind, int(updates), float(a_second)), flush=True)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
