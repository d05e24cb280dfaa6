"""A port of its own for whoever watches the bot."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any, Final

from bot.config import Settings
from bot.operator.watch.exposition import CONTENT_TYPE, Exposition
from bot.telegram.probes import Probes
from bot.telegram.serving import ReadingHandler, serving

METRICS: Final = "/metrics"
STATS: Final = "/stats"


@asynccontextmanager
async def watched(
    settings: Settings, probes: Probes, exposition: Exposition, stats: Callable[[], Awaitable[str]]
) -> AsyncIterator[None]:
    """Serve the figures and the probes until the block ends.

    Raises:
        SettingsError: the port cannot be had.
    """
    routes: list[Any] = [
        *probes.routes(),
        (METRICS, MetricsHandler, {"exposition": exposition}),
        (STATS, StatsHandler, {"stats": stats}),
    ]
    async with serving(routes, "METRICS", (settings.metrics_listen, settings.metrics_port)):
        yield


class MetricsHandler(ReadingHandler):
    """The figures for Prometheus."""

    def initialize(self, exposition: Exposition) -> None:
        """Tornado passes the keyword arguments of the route."""
        self._exposition = exposition

    def get(self) -> None:
        """Answer with all of them."""
        self.set_header("Content-Type", CONTENT_TYPE)
        self.write(self._exposition())

    head = get


class StatsHandler(ReadingHandler):
    """The figures in words, as /stats says them."""

    def initialize(self, stats: Callable[[], Awaitable[str]]) -> None:
        """Tornado passes the keyword arguments of the route."""
        self._stats = stats

    async def get(self) -> None:
        """Answer with them."""
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.write(await self._stats() + "\n")

    head = get
