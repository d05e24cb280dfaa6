"""Programs forked from a process that has imported the bot, and the bot's workers, already.

Such a program does what a new interpreter would do with the same arguments, in a session of its
own, with nothing of this process but what modules are; it only need not load them for seconds.
The fork server of its own worker processes is a fork, too: made before the program has a thread.
"""

from __future__ import annotations

import asyncio
import atexit
import fcntl
import gc
import json
import multiprocessing.util
import os
import runpy
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PRELOADED = (
    *("bot.work.preload", "bot.work.workers", "bot.service", "bot.digest_command"),
    *("bot.ask_command", "bot.machines.front", "bot.machines.jobs.serving", "httpcore"),
)
MOST_BYTES = 100_000
MOST_FILES = 1024
HIGH = 100
MOST_PASSED = 10

Spawn = Callable[[bytes, Sequence[Any], Sequence[int]], int]


@dataclass(frozen=True, slots=True)
class Forked:
    """A program, as ``asyncio.subprocess.Process`` would show it."""

    pid: int
    stdout: asyncio.StreamReader
    _status: asyncio.StreamReader
    _writer: asyncio.StreamWriter

    def send_signal(self, number: int) -> None:
        os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    async def wait(self) -> int:
        """Its exit status; that of a program killed by a signal is the negative number of it."""
        return int(await self._status.read())

    async def communicate(self) -> None:
        """Wait for the end of it, and of all that has its standard output."""
        await self.stdout.read()
        await self._status.read()
        self._writer.close()


async def fork(arguments: Sequence[str], environment: Mapping[str, str], folder: Path) -> Forked:
    """What ``python arguments`` would be in that folder, with nothing but that environment."""
    ours, theirs = socket.socketpair()
    reading, writing = os.pipe()
    request = json.dumps([arguments, dict(environment), str(folder)]).encode()
    socket.send_fds(_server(), [request], [theirs.fileno(), writing])
    theirs.close()
    os.close(writing)
    status, writer = await asyncio.open_connection(sock=ours)
    return Forked(int(await status.readline()), await _stream(reading), status, writer)


async def _stream(descriptor: int) -> asyncio.StreamReader:
    reader = asyncio.StreamReader()
    protocol = asyncio.StreamReaderProtocol(reader)
    await asyncio.get_running_loop().connect_read_pipe(lambda: protocol, os.fdopen(descriptor))
    return reader


@cache
def _server() -> socket.socket:
    """The socket of a process that forks programs; it ends with this one."""
    ours, theirs = socket.socketpair()
    bare = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    server = subprocess.Popen(
        (sys.executable, "-c", "from tests.bot.forked import serve; serve()"),
        env={**bare, "PYTHONPATH": str(ROOT)},
        stdin=theirs.fileno(),
        stdout=theirs.fileno(),  # like what a program writes to, it is no file
        stderr=theirs.fileno(),
    )
    theirs.close()
    atexit.register(_end, ours, server)
    return ours


def _end(server: socket.socket, process: subprocess.Popen[bytes]) -> None:
    server.close()
    process.wait()


def serve() -> None:
    """Fork a program at each request; in the program this returns where the program has ended."""
    for name in PRELOADED:
        import_module(name)
    gc.freeze()
    with socket.socket(fileno=0) as requests:
        while True:
            request, files, _, _ = socket.recv_fds(requests, MOST_BYTES, 2)
            if not request:
                return
            if not os.fork():
                break
            for file in files:
                os.close(file)
            with suppress(ChildProcessError):
                while os.waitpid(-1, os.WNOHANG)[0]:
                    pass
    if _is_program(*files):
        _end_after(lambda: _run(*json.loads(request)))


def _is_program(status: int, output: int) -> bool:
    """Whether this is the program itself, and not the keeper that tells its pid and its end."""
    if not (pid := os.fork()):
        os.setsid()
        for standard in (1, 2):
            os.dup2(output, standard)
        os.closerange(3, MOST_FILES)
        os.open(os.devnull, os.O_RDONLY)  # a terminal would make it heed SIGHUP
        return True
    os.close(output)
    with suppress(BrokenPipeError):
        os.write(status, f"{pid}\n".encode())
        os.write(status, str(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])).encode())
    os._exit(0)


def _end_after(run: Callable[[], None]) -> None:
    """End as an interpreter does, but do not free all that is loaded: that would copy it first."""
    status = 0
    try:
        run()
    except SystemExit as end:
        if not isinstance(end.code, int | None):
            raise
        status = end.code or 0
    threading._shutdown()  # type: ignore[attr-defined]  # noqa: SLF001 - no public way
    atexit._run_exitfuncs()  # noqa: SLF001 - no public way
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def _run(arguments: list[str], environment: dict[str, str], folder: str) -> None:
    """Do what a new interpreter does with the arguments."""
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    tempfile.tempdir = None
    multiprocessing.util.spawnv_passfds = _forking(  # type: ignore[assignment]
        multiprocessing.util.spawnv_passfds
    )
    option, what, *rest = arguments
    sys.argv = [option, *rest]
    if option == "-m":
        runpy._run_module_as_main(what)  # type: ignore[attr-defined]  # noqa: SLF001
    else:
        exec(what, sys.modules["__main__"].__dict__)  # noqa: S102 - as -c does


def _forking(spawn: Spawn) -> Spawn:
    """A ``spawn`` for which a process stands ready that need not load what workers need."""
    ours, theirs = socket.socketpair()
    if not (pid := os.fork()):
        ours.close()
        _wait_as_fork_server(theirs)
    theirs.close()

    def forked(path: bytes, command: Sequence[Any], files: Sequence[int]) -> int:
        code = command[-1]
        if not isinstance(code, str) or "forkserver" not in code or ours.fileno() < 0:
            return spawn(path, command, files)  # the second one is a new interpreter
        with ours:
            socket.send_fds(ours, [json.dumps([code, list(files)]).encode()], files)
        return pid

    return forked


def _wait_as_fork_server(orders: socket.socket) -> None:
    """Be the fork server that ``multiprocessing`` starts, as soon as it does."""
    order, given, _, _ = socket.recv_fds(orders, MOST_BYTES, MOST_PASSED)
    orders.close()
    if not order:
        os._exit(0)
    code, wanted = json.loads(order)
    for file, number in zip([_out_of_the_way(file) for file in given], wanted, strict=True):
        os.dup2(file, number)
        os.close(file)
    _end_after(lambda: exec(code, {}))  # noqa: S102 - as the new interpreter would


def _out_of_the_way(file: int) -> int:
    moved = fcntl.fcntl(file, fcntl.F_DUPFD, HIGH)
    os.close(file)
    return moved
