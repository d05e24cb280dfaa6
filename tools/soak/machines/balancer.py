"""Telegram's pushes, and the proxy before the machines that picks one of them by chance."""

from __future__ import annotations

import asyncio
import json
import random
from collections import defaultdict
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from time import monotonic
from typing import Final

from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest

from bot.local.world.chats import JSON
from bot.local.world.state import World

CONNECT_SECONDS: Final = 2.0
ANSWER_SECONDS: Final = 5.0
FAILED_SECONDS: Final = 10.0
"""So long a machine that did not answer gets nothing while another is there, as with nginx."""
LONGEST_PAUSE: Final = 16.0
CONNECTIONS: Final = 40
"""As many as Telegram opens to one webhook, unless it is told otherwise (setWebhook)."""


class Balancer:
    """Pushes the updates of one chat one after another, each until a machine answers it with 200.

    ``ports`` are those of the machines that take webhooks.
    """

    def __init__(self, world: World, ports: Mapping[str, int], rng: random.Random) -> None:
        self._world = world
        self._ports = ports
        self._rng = rng
        self._failed: dict[str, float] = {}
        self._lanes: dict[object, list[JSON]] = defaultdict(list)
        self._tasks: set[asyncio.Task[None]] = set()
        self._client = AsyncHTTPClient(force_instance=True, max_clients=CONNECTIONS)
        self._places = asyncio.Semaphore(CONNECTIONS)
        self.repeats = 0

    @asynccontextmanager
    async def pushing(self) -> AsyncIterator[None]:
        """Push what comes until the block ends."""
        source = asyncio.ensure_future(self._push())
        try:
            yield
        finally:
            for task in (source, *self._tasks):
                task.cancel()
            await asyncio.gather(source, *self._tasks, return_exceptions=True)
            self._client.close()

    @property
    def waiting(self) -> int:
        """Updates that no machine has taken yet."""
        return sum(map(len, self._lanes.values()))

    async def _push(self) -> None:
        updates = self._world.updates
        while True:
            await self._world.changes.wait_for(lambda: updates.webhook and len(updates))
            for update in updates.first():
                self._add(update)
                updates.confirm(update["update_id"] + 1)

    def _add(self, update: JSON) -> None:
        lane = self._lanes[_lane(update)]
        lane.append(update)
        if len(lane) == 1:
            task = asyncio.ensure_future(self._empty(lane))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _empty(self, lane: list[JSON]) -> None:
        while lane:
            pause = 1.0
            while not await self._deliver_in_turn(lane[0]):
                self.repeats += 1
                await asyncio.sleep(pause)
                pause = min(2 * pause, LONGEST_PAUSE)
            del lane[0]

    async def _deliver_in_turn(self, update: JSON) -> bool:
        async with self._places:
            return await self._deliver(update)

    async def _deliver(self, update: JSON) -> bool:
        """Offer it to one machine after another."""
        for machine in self._order():
            try:
                await self._client.fetch(self._request(machine, update))
            except (HTTPClientError, OSError) as problem:
                if getattr(problem, "code", 599) in {502, 503, 599}:
                    self._failed[machine] = monotonic() + FAILED_SECONDS
            else:
                return True
        return False

    def _order(self) -> list[str]:
        names = self._rng.sample(sorted(self._ports), len(self._ports))
        return sorted(names, key=lambda name: self._failed.get(name, 0.0) > monotonic())

    def _request(self, machine: str, update: JSON) -> HTTPRequest:
        return HTTPRequest(
            f"http://127.0.0.1:{self._ports[machine]}/telegram",
            "POST",
            {
                "Content-Type": "application/json",
                "X-Telegram-Bot-Api-Secret-Token": self._world.updates.webhook["secret_token"],
            },
            json.dumps(update),
            connect_timeout=CONNECT_SECONDS,
            request_timeout=ANSWER_SECONDS,
        )


def _lane(update: JSON) -> object:
    """Whose turn it is: Telegram keeps the order of one chat's messages, and of one's presses."""
    if press := update.get("callback_query"):
        return ("press", press["from"]["id"])
    return next((body["chat"]["id"] for body in update.values() if isinstance(body, dict)), 0)
