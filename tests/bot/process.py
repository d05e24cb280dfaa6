"""The real program, ``python -m bot``, as a child of the test."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from bot.local.server import Site, serving
from bot.local.telegram import TOKEN, Telegram
from tests.bot.forked import Forked, fork
from tests.children import ended_with_us

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ("-m", "bot")
PATIENCE = 60.0
"""Seconds after which waiting for the program fails: it hangs."""

Child = Forked | asyncio.subprocess.Process
Start = Callable[[Sequence[str], Mapping[str, str], Path], Awaitable[Child]]


@dataclass(slots=True)
class Process:
    """A running program with what it has written so far."""

    child: Child
    lines: list[str] = field(default_factory=list)

    @property
    def output(self) -> str:
        return "".join(self.lines)

    async def writes(self, words: str) -> str:
        """The next line with these words."""
        async with asyncio.timeout(PATIENCE):
            while line := await self._line():
                if words in line:
                    return line
        raise AssertionError(f"it ended without {words!r}: {self.output}")

    async def end(self) -> int:
        """Its exit status, once it has ended by itself."""
        try:
            async with asyncio.timeout(PATIENCE):
                while await self._line():
                    pass
                return await self.child.wait()
        except TimeoutError:
            raise AssertionError(f"it does not end: {self.output}") from None

    async def stop(self, number: int = signal.SIGTERM) -> int:
        self.child.send_signal(number)
        return await self.end()

    def signal_all(self, number: int) -> None:
        """What a terminal does on Ctrl-C: each process of the program gets the signal."""
        os.killpg(self.child.pid, number)

    async def _line(self) -> str:
        assert self.child.stdout
        self.lines.append((await self.child.stdout.readline()).decode())
        return self.lines[-1]


@asynccontextmanager
async def program(
    environment: Mapping[str, str], arguments: Sequence[str] = PROGRAM, start: Start = fork
) -> AsyncIterator[Process]:
    """The program until the block ends, with nothing of it left behind."""
    bare = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    folder = Path(environment["DATABASE_PATH"]).parent
    child = await start(arguments, {**bare, "PYTHONPATH": str(ROOT), **environment}, folder)
    try:
        with ended_with_us(child.pid):
            yield Process(child)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        await child.communicate()


async def new_interpreter(
    arguments: Sequence[str], environment: Mapping[str, str], folder: Path
) -> asyncio.subprocess.Process:
    """The same as ``fork``, by a Python that has imported nothing."""
    return await asyncio.create_subprocess_exec(
        *(sys.executable, *arguments),
        env=environment,
        cwd=folder,
        stdin=asyncio.subprocess.DEVNULL,  # a terminal would make it heed SIGHUP
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        start_new_session=True,
    )


@contextmanager
def half_open(port: int, head: bytes, count: int) -> Iterator[None]:
    """As many connections on which a request begins and does not go on."""
    with ExitStack() as callers:
        for _ in range(count):
            caller = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
            callers.enter_context(caller).sendall(head)
        yield


@asynccontextmanager
async def telegram_over_http() -> AsyncIterator[Site]:
    """A Telegram for a process of its own to speak to; it is patient."""
    telegram = Telegram()
    telegram.patience = PATIENCE
    async with serving(Site(telegram, TOKEN)) as site:
        yield site
    telegram.close()


def environment(site: Site, folder: Path, **more: str) -> dict[str, str]:
    """The settings of a bot on that Telegram, with its database in the folder."""
    root = f"http://127.0.0.1:{site.port}"
    return {
        "TELEGRAM_BOT_TOKEN": site.token,
        "TELEGRAM_BASE_URL": f"{root}/bot",
        "TELEGRAM_BASE_FILE_URL": f"{root}/file/bot",
        "DATABASE_PATH": str(folder / "digest.sqlite3"),
        "WORKERS": "1",
        **more,
    }


@asynccontextmanager
async def at_work(site: Site, folder: Path, **more: str) -> AsyncIterator[Process]:
    """The program on that Telegram, ready for updates, until the block ends."""
    async with program(environment(site, folder, **more)) as bot:
        await bot.writes("is at work")
        yield bot


def free_port() -> int:
    """The number of a port of this machine on which nothing listens."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    return port
