from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ABORTED = """
import subprocess, sys
from tests.children import ended_with_us
wait = "import os, signal; print(os.getpid(), flush=True); signal.pause()"
bot = subprocess.Popen([sys.executable, "-c", wait], start_new_session=True)
with ended_with_us(bot.pid):
    bot.wait()
"""

ABORTED_WITH_POSTGRES = """
import signal
from tests.postgres import running_server
with running_server() as server:
    print(server and server.folder, flush=True)
    signal.pause() if server else None
"""


def test_a_child_of_an_aborted_run_does_not_stay_alive() -> None:
    with subprocess.Popen([sys.executable, "-c", ABORTED], stdout=subprocess.PIPE, cwd=ROOT) as run:
        assert run.stdout
        child = int(run.stdout.readline())
        run.kill()
        try:
            # The pipe is at its end when the last process that holds it has ended.
            assert run.communicate(timeout=60)[0] == b""
        finally:
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)


def test_a_postgres_of_an_aborted_run_leaves_neither_processes_nor_files() -> None:
    command = [sys.executable, "-c", ABORTED_WITH_POSTGRES]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as run:
        assert run.stdout
        folder = run.stdout.readline().decode().strip()
        if folder == "None":
            pytest.skip("there is no Postgres on this machine")
        run.kill()
        # The pipe is at its end when the one who stops the server has removed its files.
        assert run.communicate(timeout=60)[0] == b""
    assert not Path(folder).exists()
