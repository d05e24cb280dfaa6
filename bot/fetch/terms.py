"""The terms on which the operator lets the bot fetch."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from bot.fetch.model import Mode

SECONDS = 15.0
"""For all that comes of one address; a video's comments come until then."""
MOST_BYTES = 20 * 2**20
"""For all that comes of one address, decompressed."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What may be fetched, and how; ``folder`` is where processes keep the hosts' turns.

    ``any_page``: where there is no video, the page is read, whatever its host.

    ``loopback`` lets servers on this machine be fetched from: no setting does, only tests do.
    """

    mode: Mode
    folder: Path
    hosts: frozenset[str] = frozenset()
    comments: int = 200
    contact: str = ""
    proxy: str = ""
    any_page: bool = False
    loopback: bool = False
    seconds: float = SECONDS
    spacing: float = 1.0
    most_bytes: int = MOST_BYTES

    @property
    def agent(self) -> str:
        """How the bot names itself to sites, with whom to write to."""
        name = f"video-digest-bot/{version('video-digest-bot')}"
        contact = "".join(
            c for c in self.contact if c.isascii() and c.isprintable() and c not in "()"
        )
        return f"{name} ({contact})" if contact else name

    def is_page(self, host: str) -> bool:
        """Whether the operator has named the host, or a domain that it belongs to."""
        return any(host == one or host.endswith(f".{one}") for one in self.hosts)


NO_LIBRARY: Final = (
    "FETCH=all needs more libraries: pip install --require-hashes -r requirements/fetch.txt"
)


def has_library(mode: Mode) -> bool:
    """Whether what this mode needs beside the usual libraries is installed."""
    return mode != "all" or find_spec("yt_dlp") is not None
