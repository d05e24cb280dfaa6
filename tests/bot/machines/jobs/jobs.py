"""What the workers of other machines are made to do in the tests, and such a worker.

python -m tests.bot.machines.jobs.jobs ADDRESS [PROCESSES]
"""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
from pathlib import Path

from bot.machines.jobs.calls import Calls
from bot.machines.jobs.functions import FUNCTIONS
from bot.machines.jobs.serving import serve_jobs
from bot.work.workers import Limits
from tests.bot.work.jobs import add, refuse, wait_for

COMMAND = "IS_COMMAND_OF_THE_TEST"


def command() -> str:
    """The pid of the command whose worker this is, which leads its session; "" in the front."""
    return str(os.getsid(0)) if COMMAND in os.environ else ""


def wait_elsewhere(pipe: str) -> bytes:
    """Wait as ``wait_for`` does, but in the front."""
    return wait_for(pipe) if command() else b"here"


def note(path: str, word: str) -> None:
    with Path(path).open("a", encoding="utf-8") as file:
        file.write(f"{word}\n")


def note_and_die(path: str) -> None:
    note(path, "died")
    os.kill(os.getpid(), signal.SIGKILL)


def note_and_kill(path: str) -> None:
    """Kill the command with all its processes, as a machine that has no more memory would."""
    note(path, "killed")
    os.killpg(int(command()), signal.SIGKILL)


def divide(a: int, b: int) -> float:
    return a / b


CALLS = Calls(
    (
        *(*FUNCTIONS, add, command, divide, refuse, wait_for),
        *(note, note_and_die, note_and_kill, wait_elsewhere),
    ),
    "today",
)


def main(url: str, processes: str = "1") -> None:
    logging.basicConfig(level=logging.INFO, stream=sys.stdout)
    asyncio.run(serve_jobs(Limits(int(processes), seconds=3_600), url, CALLS))


if __name__ == "__main__":
    main(*sys.argv[1:])
