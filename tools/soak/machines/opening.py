"""Machines, a Telegram, a database and what stands between them, put together."""

from __future__ import annotations

import asyncio
import os
import random
import re
import sys
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.local.server import Site, serving
from bot.local.telegram import TOKEN, Telegram
from tests.bot.process import PROGRAM, ROOT, environment, free_port
from tests.postgres import Server, running_server
from tools.soak.machines.balancer import Balancer
from tools.soak.machines.fleet import Machine, supervising
from tools.soak.machines.namespace import namespace
from tools.soak.machines.proxy import Proxy
from tools.soak.machines.record import Record
from tools.soak.machines.telegram import Line
from tools.soak.machines.trial import WORK, Trial

START_SECONDS: Final = 120.0
_ON_THIS_HOST: Final = re.compile(r"(?:127\.0\.0\.1|localhost):(\d+)")
_MANY: Final = str(100_000)
_SETTINGS: Final = {
    "WORKERS": "1",
    "DIGESTS_AN_HOUR": _MANY,
    "GROUP_DIGESTS_AN_HOUR": _MANY,
    "LOG_LEVEL": "INFO",
}


@dataclass(frozen=True, slots=True)
class Size:
    """How many machines there are; without workers and with one front the database is SQLite."""

    fronts: int = 3
    workers: int = 2
    pushed: bool = True
    apart: bool = False
    """Whether each machine has a network of its own."""

    @property
    def on_postgres(self) -> bool:
        """Whether the machines share a database."""
        return self.fronts > 1 or self.workers > 0


@asynccontextmanager
async def opened(size: Size, seed: int, folder: Path) -> AsyncIterator[Trial]:
    """Machines at work until the block ends; their logs stay in the folder.

    Raises:
        FileNotFoundError: there is no Postgres, and they need one.
    """
    rng, record, telegram = random.Random(seed), Record(), Telegram()
    async with AsyncExitStack() as stack:
        stack.callback(telegram.close)
        postgres = stack.enter_context(_server()) if size.on_postgres else None
        database = postgres.create() if postgres else ""
        machines, proxies = {}, {}
        for name, arguments in _names(size).items():
            line = Line(name, telegram, record, random.Random(rng.random()))
            site = await stack.enter_async_context(serving(Site(line, TOKEN, pause=3600.0)))
            settings = environment(site, folder / name, **_SETTINGS)
            if postgres:
                proxies[name] = await stack.enter_async_context(Proxy(postgres.port).serving())
                settings["DATABASE_URL"] = database.replace(
                    f":{postgres.port}/", f":{proxies[name].port}/"
                )
            if size.pushed and arguments != WORK:
                settings |= _webhook(free_port())
            machines[name] = Machine(name, folder / name, arguments, settings)
        if postgres:
            await _migrate(machines["front-1"])
        await _set_apart(stack, machines.values() if size.apart else ())
        balancer = Balancer(telegram.world, _ports(machines), random.Random(rng.random()))
        await stack.enter_async_context(balancer.pushing())
        await stack.enter_async_context(supervising(machines))
        trial = Trial(telegram, machines, proxies, postgres, database, balancer, record, rng)
        await _first_answer(trial)
        yield trial


@contextmanager
def _server() -> Iterator[Server]:
    with running_server() as server:
        if server is None:
            raise FileNotFoundError("there is no Postgres here: apt-get install postgresql")
        yield server


def _names(size: Size) -> Mapping[str, tuple[str, ...]]:
    """The machines and what each runs."""
    fronts = {f"front-{number}": PROGRAM for number in range(1, size.fronts + 1)}
    workers = {f"worker-{number}": WORK for number in range(1, size.workers + 1)}
    return {**fronts, **workers}


def _webhook(port: int) -> dict[str, str]:
    return {
        "WEBHOOK_URL": "https://bot.example",
        "WEBHOOK_SECRET": "soak",
        "WEBHOOK_PORT": str(port),
    }


def _ports(machines: Mapping[str, Machine]) -> dict[str, int]:
    key = "WEBHOOK_PORT"
    return {
        name: int(machine.environment[key])
        for name, machine in machines.items()
        if key in machine.environment
    }


async def _set_apart(stack: AsyncExitStack, machines: Iterable[Machine]) -> None:
    """Give each machine a network, from which it reaches what its settings name."""
    for machine in machines:
        told = " ".join(machine.environment.values())
        outward = sorted({int(port) for port in _ON_THIS_HOST.findall(told)})
        inward = [*_ports({machine.name: machine}).values()]
        machine.within = await stack.enter_async_context(namespace(outward, inward))


async def _migrate(machine: Machine) -> None:
    """Make the tables, as an operator does before the first start."""
    machine.folder.mkdir(exist_ok=True)
    child = await asyncio.create_subprocess_exec(
        *(sys.executable, *PROGRAM, "migrate"),
        env={**os.environ, "PYTHONPATH": str(ROOT), **machine.environment},
        cwd=machine.folder,
        stdout=asyncio.subprocess.DEVNULL,
    )
    assert await child.wait() == 0


async def _first_answer(trial: Trial) -> None:
    """Return when somebody was answered."""
    trial.telegram.patience = START_SECONDS
    first = trial.telegram.person("First")
    first.says("/help")
    await trial.telegram.next_message(first.private)
