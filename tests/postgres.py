"""A real Postgres server in a temporary folder, on loopback."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Final

import psycopg

from tests.children import done_after_us


class Server:
    """A server; each ``create`` gives the address of a new, empty database on it."""

    def __init__(self, binaries: Path, folder: Path) -> None:
        self.folder = folder
        self.port = _free_port()
        self.binaries = binaries
        self._numbers = count(1)

    def create(self) -> str:
        """Make a database; return its address."""
        name = f"test_{next(self._numbers)}"
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return self.url(name)

    def url(self, name: str) -> str:
        """Return the address of the database with that name."""
        return f"postgresql://postgres@127.0.0.1:{self.port}/{name}"

    def start(self) -> None:
        """Start it and wait until it answers."""
        options = f"-p {self.port} {' '.join(f'-c {one}' for one in _OPTIONS)} -k {self.folder}"
        log = self.folder / "log"
        self._run("pg_ctl", "start", "-w", "-t", "60", "-D", self.data, "-l", log, "-o", options)

    def stop(self, way: str = "fast") -> None:
        """Stop it: ``fast`` lets no statement end, ``immediate`` is as if it had been killed."""
        self._run("pg_ctl", "stop", "-w", "-D", self.data, "-m", way)

    @contextmanager
    def ended_with_us(self) -> Iterator[None]:
        """Inside, it is stopped and its files removed as soon as this process ends."""
        ends = 'PGDATA="$0/data" "$1" stop -m immediate >/dev/null; rm -rf "$0"'
        control = str(self.binaries / "pg_ctl")
        with done_after_us("sh", "-c", ends, str(self.folder), control, user=_runs_as()):
            yield

    @property
    def data(self) -> Path:
        """Where it keeps its files."""
        return self.folder / "data"

    @property
    def pid(self) -> int:
        """The process that all its others come of."""
        return int((self.data / "postmaster.pid").read_text("utf-8").split("\n", 1)[0])

    def initialize(self) -> None:
        """Make its files."""
        self._run("initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "-N", "-E", "UTF8")

    def _run(self, program: str, *arguments: object) -> None:
        subprocess.run(
            [self.binaries / program, *map(str, arguments)],
            check=True,
            user=_runs_as(),
            cwd=self.folder,
            stdout=subprocess.DEVNULL,
        )


@contextmanager
def running_server() -> Iterator[Server | None]:
    """A server for the time of the context; None where Postgres is not installed."""
    binaries = _binaries()
    if binaries is None:
        yield None
        return
    folder = Path(tempfile.mkdtemp(prefix="postgres-"))  # pytest's own would be closed to its user
    if os.geteuid() == 0:
        shutil.chown(folder, _USER)
    server = Server(binaries, folder)
    try:
        server.initialize()
        server.start()
        with server.ended_with_us():
            yield server
    finally:
        if (server.data / "postmaster.pid").exists():
            server.stop("immediate")
        shutil.rmtree(folder)


def _binaries() -> Path | None:
    """Where the newest server's programs are; Debian has them on no path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parts[-2]))
    places = [*reversed(found), *map(Path, os.get_exec_path())]
    return next((place for place in places if (place / "initdb").exists()), None)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as one:
        port: int = one.getsockname()[1]
        return port


def _runs_as() -> str | None:
    """Whose its processes are, None for ours."""
    return _USER if os.geteuid() == 0 else None


def _user() -> str:
    """Whom it runs as where the tests run as root, since initdb refuses root."""
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


_USER: Final = _user()

_OPTIONS: Final = (
    "fsync=off",
    "listen_addresses=127.0.0.1",
    "shared_buffers=32MB",
    "autovacuum=off",
    "deadlock_timeout=50ms",
)
"""What is on no disk yet survives the death of the server's processes, if not of the machine."""
