"""What a process that runs a library of a thousand sites may do besides: nothing."""

from __future__ import annotations

import os
import resource
import socket
import sys
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from bot.fetch.network.addresses import is_loopback, is_public
from bot.fetch.terms import Terms

_ENDING: Final = frozenset({"os.exec", "os.posix_spawn", "os.system", "os.startfile", "pty.spawn"})
_RUNTIME: Final = "deno"
_KEPT: Final = ("PATH", "LANG", "LC_ALL", "TZ")
_MEGABYTES: Final = 1024


def guard(terms: Terms, home: Path) -> None:
    """From now on this process connects to public addresses and runs the JavaScript runtime only.

    Whatever code asks for another connection or program, by whatever library, gets an error. Its
    environment holds no secret and names no file of its user's.
    """
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    os.environ.clear()
    os.environ.update(kept, HOME=str(home), XDG_CONFIG_HOME=str(home), YTDLP_NO_PLUGINS="1")
    limit_data(_MEGABYTES)
    if not _is_guarded():
        proxy_port = urlsplit(terms.proxy).port if terms.proxy else None

        def hook(event: str, args: tuple[Any, ...]) -> None:
            if event == "socket.connect":
                _check_connection(args[0], args[1], terms, proxy_port)
            elif event in _ENDING or (event == "subprocess.Popen" and not _is_runtime(args[0])):
                raise PermissionError(f"{event} is not for whoever fetches")

        sys.addaudithook(hook)
        _GUARDED.append(True)


def limit_data(megabytes: int) -> None:
    """Limit what this process writes into memory rather than what it maps (Linux only).

    A JavaScript runtime maps far more than it uses, and dies where that is limited.
    """
    statm = Path("/proc/self/statm")
    if statm.exists():
        taken = int(statm.read_text(encoding="ascii").split()[5]) * resource.getpagesize()
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (taken + megabytes * 2**20, hard))
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _check_connection(
    connection: socket.socket, address: object, terms: Terms, proxy_port: int | None
) -> None:
    if connection.family not in {socket.AF_INET, socket.AF_INET6} or not isinstance(address, tuple):
        raise PermissionError("only the internet is connected to")
    host, port = str(address[0]), address[1]
    allowed = is_public(host) or (terms.loopback and is_loopback(host))
    if not allowed and port != proxy_port:
        raise PermissionError("only public addresses are connected to")


def _is_runtime(program: object) -> bool:
    return isinstance(program, str | os.PathLike) and Path(program).stem == _RUNTIME


def _is_guarded() -> bool:
    return bool(_GUARDED)


_GUARDED: Final[list[bool]] = []
"""Not empty once the hook is there: it stays until the process ends."""
