"""Several processes of one bot on one Postgres, and a balancer that hands updates to them."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from psycopg import AsyncConnection
from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest

from bot.local.server import Site
from bot.local.world.chats import JSON
from bot.local.world.people import Person
from tests.bot.process import PROGRAM, Process, environment, free_port, program

SECRET = {"X-Telegram-Bot-Api-Secret-Token": "s3cret"}
STOPPING = ("-m", "tests.bot.stopping_child")


@dataclass(frozen=True, slots=True)
class Fleet:
    """Starts processes of a bot, each as if on a machine of its own."""

    site: Site
    folder: Path
    database_url: str

    @asynccontextmanager
    async def process(self, *stop: str, port: int = 0) -> AsyncIterator[Process]:
        """A process; ``stop`` is a POINT and how often that is passed before it stops there.

        Updates are pushed to it where it has a port.
        """
        settings = environment(self.site, self.folder, DATABASE_URL=self.database_url)
        if port:
            settings |= {
                "WEBHOOK_URL": "https://bot.example",  # where the fake Telegram pushes nothing to
                "WEBHOOK_PORT": str(port),
                "WEBHOOK_SECRET": "s3cret",
            }
        async with program(settings, (*STOPPING, *stop) if stop else PROGRAM) as process:
            yield process

    @asynccontextmanager
    async def front(self, *stop: str, port: int = 0) -> AsyncIterator[Process]:
        """A process that answers."""
        async with self.process(*stop, port=port) as process:
            await process.writes("is at work")
            yield process

    @asynccontextmanager
    async def standby(self, port: int = 0) -> AsyncIterator[Process]:
        """A process that waits for its turn."""
        async with self.process(port=port) as process:
            await process.writes("stands by")
            yield process

    def replies(self, person: Person) -> list[str]:
        return [message["text"] for message in self.site.telegram.said(person.private)]

    async def until_said(self, person: Person, words: str) -> None:
        """Return when the bot has said that to the person."""
        await self.site.telegram.until(
            lambda: any(words in text for text in self.replies(person)), words
        )

    async def until_recorded(self) -> None:
        """Return when each message that Telegram has taken is known to the bot too."""
        async with await AsyncConnection.connect(self.database_url, autocommit=True) as server:
            await server.execute("SET search_path = bot_4200000001")
            while (await (await server.execute(_SENDING)).fetchone()) != (0,):
                await server.execute("SELECT pg_sleep(0.05)")


_SENDING = "SELECT count(*) FROM answers WHERE message IS NULL"


@asynccontextmanager
async def balanced(site: Site, ports: Iterable[int]) -> AsyncIterator[None]:
    """Push each update to the next of the ports until one takes it, as a balancer would."""
    balancer = asyncio.create_task(_balance(site, cycle(ports)))
    try:
        yield
    finally:
        balancer.cancel()
        await asyncio.gather(balancer, return_exceptions=True)


async def _balance(site: Site, ports: Iterable[int]) -> None:
    world = site.telegram.world
    for port in ports:
        await world.changes.wait_for(lambda: len(world.updates))
        update = world.updates.first(1)[0]
        if await pushed(port, update):
            world.updates.confirm(update["update_id"] + 1)
        else:
            await asyncio.sleep(0.05)


async def pushed(port: int, update: JSON) -> bool:
    """Whether the process on the port has taken the update."""
    url = f"http://127.0.0.1:{port}/telegram"
    with suppress(HTTPClientError, OSError):
        await AsyncHTTPClient().fetch(HTTPRequest(url, "POST", SECRET, json.dumps(update)))
        return True
    return False


async def shown(port: int, path: str) -> tuple[int, str]:
    """The status and the text of what a process shows to whoever watches."""
    url = f"http://127.0.0.1:{port}{path}"
    answer = await AsyncHTTPClient().fetch(url, raise_error=False)
    return answer.code, answer.body.decode()


def free_ports(count: int) -> list[int]:
    """So many ports on which nothing listens."""
    return [free_port() for _ in range(count)]
