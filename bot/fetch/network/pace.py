"""The turns of hosts: one request a second each, none before its Retry-After is over.

Processes share them through a folder, a file a host, which ends with the bot.
"""

from __future__ import annotations

import asyncio
import fcntl
import json
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from hashlib import sha256
from math import ceil
from pathlib import Path
from time import monotonic
from typing import Final

from bot.fetch.model import FetchError

LONGEST_REST: Final = 86_400.0
_ROBOTS_SECONDS: Final = 3_600.0


@dataclass(slots=True)
class Host:
    """What is known of a host; times are of the clock that all processes share.

    ``robots`` is the text of its robots.txt, which it was ``asked`` for then.
    """

    next_turn: float = 0.0
    resting_until: float = 0.0
    robots: str | None = None
    asked: float = 0.0


class Pace:
    """Gives turns ``spacing`` seconds apart; ``clock`` counts seconds, ``sleep`` waits for some."""

    def __init__(
        self,
        folder: Path,
        spacing: float = 1.0,
        clock: Callable[[], float] = monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._folder = folder
        self._spacing = spacing
        self._clock = clock
        self._sleep = sleep

    async def turn(self, host: str) -> None:
        """Wait for the host's next turn.

        Raises:
            FetchError: the host has asked to be left alone for a while.
        """
        with self._known(host) as known:
            now = self._clock()
            if known.resting_until > now:
                raise busy(host, known.resting_until - now)
            at = max(now, known.next_turn)
            known.next_turn = at + self._spacing
        await self._sleep(at - now)

    def rest(self, host: str, seconds: float) -> None:
        """Leave the host alone for so long."""
        with self._known(host) as known:
            known.resting_until = self._clock() + min(seconds, LONGEST_REST)

    def robots(self, site: str) -> str | None:
        """The robots.txt of a site, where it was asked for within the hour."""
        with self._known(site) as known:
            fresh = self._clock() - known.asked < _ROBOTS_SECONDS
            return known.robots if fresh else None

    def keep_robots(self, site: str, text: str) -> None:
        """Keep what a site has answered."""
        with self._known(site) as known:
            known.robots, known.asked = text, self._clock()

    @contextmanager
    def _known(self, host: str) -> Iterator[Host]:
        """What is known of the host, kept as it is when the context ends; others wait."""
        path = self._folder / sha256(host.encode()).hexdigest()
        with path.open("a+", encoding="utf-8") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            file.seek(0)
            text = file.read()
            known = Host(**json.loads(text)) if text else Host()
            yield known
            file.seek(0)
            file.truncate()
            file.write(json.dumps(asdict(known)))


def busy(host: str, seconds: float) -> FetchError:
    """What is said of a host that has asked to be left alone."""
    return FetchError("fetch-busy", host=host, n=max(1, ceil(seconds / 60)))
