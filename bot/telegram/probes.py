"""Probes over HTTP: whether the bot is alive, and whether it can answer somebody."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final

from tornado.web import HTTPError

from bot.telegram.api_status import ApiStatus
from bot.telegram.serving import ReadingHandler

HEALTH: Final = "/health"
"""A GET or HEAD of this path answers 200 while updates are taken."""

READY: Final = "/ready"
"""The same answers 200 while somebody could be answered, else 503 with the reason."""


@dataclass(frozen=True, slots=True)
class Probes:
    """``problem`` tells what keeps the bot from answering, "" where nothing does.

    ``role`` is added where all is well, such as ", standing by".
    """

    status: ApiStatus
    problem: Callable[[], Awaitable[str]]
    role: Callable[[], str] = str

    def routes(self) -> list[Any]:
        """Return what a web application serves them by."""
        return [
            (HEALTH, HealthHandler, {"status": self.status, "role": self.role}),
            (READY, ReadyHandler, {"problem": self.problem, "role": self.role}),
        ]


class HealthHandler(ReadingHandler):
    """Whether the bot is alive."""

    def initialize(self, status: ApiStatus, role: Callable[[], str]) -> None:
        """Tornado passes the keyword arguments of the route."""
        self._status = status
        self._role = role

    def get(self) -> None:
        """Answer that the bot is at work, unless Telegram does not know it any more."""
        if self._status.refused_seconds is not None:
            raise HTTPError(503)
        self.write(f"ok{self._role()}\n")

    head = get


class ReadyHandler(ReadingHandler):
    """Whether the bot can answer somebody."""

    def initialize(self, problem: Callable[[], Awaitable[str]], role: Callable[[], str]) -> None:
        """Tornado passes the keyword arguments of the route."""
        self._problem = problem
        self._role = role

    async def get(self) -> None:
        """Answer that it can, or why not."""
        problem = await self._problem()
        if problem:
            self.set_status(503)
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.write(f"{problem or 'ok' + self._role()}\n")

    head = get
