"""Processes of the bot, each started again a second after it has ended, as systemd would."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.bot.process import ROOT
from tests.children import ended_with_us

AGAIN_SECONDS: Final = 1.0


@dataclass(slots=True)
class Machine:
    """One process of the bot and those that it has started; ``statuses`` are those of its ends.

    Its command begins with the words ``within``: what puts it into a network of its own.
    """

    name: str
    folder: Path
    arguments: tuple[str, ...]
    environment: Mapping[str, str]
    within: tuple[str, ...] = ()
    statuses: list[int] = field(default_factory=list)
    begun: int = 0
    child: asyncio.subprocess.Process | None = None

    @property
    def log(self) -> Path:
        """What it writes, over all its lives."""
        return self.folder / "log"

    @property
    def pid(self) -> int:
        """Of its present life."""
        assert self.child
        return self.child.pid

    def has_written(self, words: str) -> bool:
        """Whether it runs, and has written these words since its latest start."""
        is_running = self.child is not None and self.child.returncode is None
        return is_running and words.encode() in self.log.read_bytes()[self.begun :]

    def kill(self) -> None:
        """End the process itself at once."""
        self._signal(signal.SIGKILL)

    def terminate(self) -> None:
        """Ask it to end."""
        self._signal(signal.SIGTERM)

    async def ended(self) -> None:
        """Return when its present life is over."""
        if self.child:
            await self.child.wait()

    def stop(self) -> None:
        """Let nothing of it run, as if its machine stood still."""
        self._signal_all(signal.SIGSTOP)

    def resume(self) -> None:
        """Let it run again."""
        self._signal_all(signal.SIGCONT)

    async def supervised(self) -> None:
        """Start it, and again whenever it ends, until this is cancelled."""
        while True:
            self.statuses.append(await self._run())
            await asyncio.sleep(AGAIN_SECONDS)

    async def _run(self) -> int:
        self.folder.mkdir(exist_ok=True)
        with self.log.open("ab") as log:
            self.begun = log.tell()
            child = await asyncio.create_subprocess_exec(
                *(*self.within, sys.executable, *self.arguments),
                env={**os.environ, "PYTHONPATH": str(ROOT), **self.environment},
                stdin=asyncio.subprocess.DEVNULL,
                cwd=self.folder,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self.child = child
        try:
            with ended_with_us(child.pid):
                return await child.wait()
        finally:
            self._signal_all(signal.SIGKILL)
            await child.wait()

    def _signal(self, number: int) -> None:
        with suppress(ProcessLookupError):
            if self.child and self.child.returncode is None:
                os.kill(self.child.pid, number)

    def _signal_all(self, number: int) -> None:
        with suppress(ProcessLookupError):
            if self.child:
                os.killpg(self.child.pid, number)


@asynccontextmanager
async def supervising(machines: Mapping[str, Machine]) -> AsyncIterator[None]:
    """Keep the machines running until the block ends."""
    tasks = [asyncio.ensure_future(machine.supervised()) for machine in machines.values()]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
