"""What a process may do that runs yt-dlp: speak to public addresses, run Deno, and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("yt_dlp")

ROOT = Path(__file__).resolve().parents[3]
GUARDED = """
import os, socket, subprocess, sys
from pathlib import Path
from bot.fetch.terms import Terms
from bot.fetch.video.guard import guard

guard(Terms("all", Path("."), proxy=os.environ.get("PROXY", "")), Path("/nowhere"))
def tried(what):
    try:
        what()
    except PermissionError:
        return "refused"
    except OSError:
        return "tried"
    return "done"

def connect(family, address):
    with socket.socket(family) as one:
        if family == four:
            one.bind(("127.0.0.1", 0))  # from where no packet leaves this machine
        one.connect(address)

four, six, local = socket.AF_INET, socket.AF_INET6, socket.AF_UNIX
targets = [
    (four, ("127.0.0.1", 9)),
    (four, ("169.254.169.254", 80)),
    (four, ("10.0.0.1", 3128)),
    (six, ("::ffff:127.0.0.1", 80)),
    (local, "/run/docker.sock"),
    (four, ("203.0.114.9", 443)),
]
print(*(tried(lambda: connect(*one)) for one in targets))
programs = [
    lambda: subprocess.run(["true"]),
    lambda: os.system("true"),
    lambda: os.execv("/bin/true", ["true"]),
    lambda: subprocess.run(["/nowhere/deno"]),
]
print(*map(tried, programs))
print(os.environ.get("TELEGRAM_BOT_TOKEN"), os.environ["HOME"])
"""


def guarded(**environment: str) -> list[str]:
    command = [sys.executable, "-c", GUARDED]
    given = {**os.environ, "TELEGRAM_BOT_TOKEN": "1:secret", **environment}
    run = subprocess.run(
        command, cwd=ROOT, env=given, capture_output=True, text=True, timeout=60, check=False
    )
    assert run.returncode == 0, run.stderr
    return run.stdout.splitlines()


def test_it_connects_to_public_addresses_and_runs_one_program_without_a_secret() -> None:
    connections, programs, secrets = guarded()
    assert connections == "refused refused refused refused refused tried"
    assert programs == "refused refused refused tried"
    assert secrets == "None /nowhere"


def test_the_operators_proxy_may_be_private() -> None:
    connections, *_ = guarded(PROXY="http://10.0.0.1:3128")
    assert connections == "refused refused tried refused refused tried"
