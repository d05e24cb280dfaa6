"""A program that is forked is the one that a new interpreter would be."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.bot.forked import fork
from tests.bot.process import Start, new_interpreter, program

WHAT_IT_IS = """
import multiprocessing, os, signal, sys, tempfile, threading
print(__name__, sys.argv, sys.path, sys.flags, sys.excepthook, sys.stdin.isatty(), os.getcwd())
print(sorted(os.environ.items()), tempfile.gettempdir(), threading.active_count())
print([signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGCHLD)])
print(os.getsid(0) == os.getpgid(0) == os.getpid(), multiprocessing.parent_process())
print([os.fstat(number).st_mode >> 12 for number in (0, 1, 2)], os.get_inheritable(1))
"""
WORKING = """
import multiprocessing, os
with multiprocessing.get_context("forkserver").Pool(1) as pool:
    print(pool.apply(os.getppid) != os.getpid(), pool.apply(os.getsid, (0,)) == os.getpid())
"""


async def written(start: Start, folder: Path, *arguments: str) -> tuple[int, list[str]]:
    """The exit status of a program, and the lines that it writes but the places in a traceback."""
    settings = {"DATABASE_PATH": str(folder / "none"), "TMPDIR": str(folder), "WORD": "of mine"}
    async with program(settings, arguments, start) as child:
        return await child.end(), [line for line in child.lines if not line.startswith("  ")]


@pytest.mark.parametrize(
    "arguments",
    [
        ("-c", WHAT_IT_IS, "one", "--two"),
        ("-c", WORKING),
        ("-c", "raise SystemExit('enough')"),
        ("-c", "1 / 0"),
        ("-c", "import atexit, sys; atexit.register(print, 'at last'); sys.exit(7)"),
        ("-c", "import os; os.kill(os.getpid(), 9)"),
        ("-m", "bot", "--version"),
        ("-m", "bot", "nonsense"),
    ],
)
async def test_it_does_what_a_new_interpreter_does(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    forked, new = [await written(start, tmp_path, *arguments) for start in (fork, new_interpreter)]
    assert forked == new


async def test_it_is_there_until_a_signal_ends_it(tmp_path: Path) -> None:
    settings = {"DATABASE_PATH": str(tmp_path / "none")}
    code = "import signal; print('here', flush=True); signal.pause()"
    async with program(settings, ("-c", code)) as child:
        await child.writes("here")
        assert await child.stop() == -signal.SIGTERM
