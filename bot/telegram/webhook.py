"""Updates that Telegram pushes, and the probes for whoever watches the bot.

python-telegram-bot's own webhook server has no second path; this is the way its documentation
gives for a server of one's own: updates go into the application's queue.
"""

from __future__ import annotations

import asyncio
import hmac
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Final

from telegram import Bot
from telegram.error import BadRequest, NetworkError
from tornado.web import HTTPError

from bot.config import Settings
from bot.errors import SettingsError
from bot.telegram.api_status import ApiStatus
from bot.telegram.arrival import arrival
from bot.telegram.connection import allowed_updates
from bot.telegram.probes import Probes
from bot.telegram.retry import until_answered
from bot.telegram.serving import NoHandler, serving
from bot.telegram.tolerant import UNREADABLE

LARGEST_UPDATE: Final = 4 * 2**20


@asynccontextmanager
async def webhook(
    bot: Bot, queue: asyncio.Queue[object], settings: Settings, probes: Probes
) -> AsyncIterator[None]:
    """Take updates over HTTP until the block ends; Telegram keeps those that come later.

    Raises:
        SettingsError: the port cannot be had, or Telegram does not like the address.
    """
    what = {"bot": bot, "queue": queue, "secret": settings.webhook_secret.encode()}
    routes: list[Any] = [
        *probes.routes(),
        (rf"/{re.escape(_path(settings))}/?", UpdateHandler, {"status": probes.status, **what}),
    ]
    place = settings.webhook_listen, settings.webhook_port
    async with serving(routes, "WEBHOOK", place, max_body_size=LARGEST_UPDATE):
        await _announce(bot, settings)
        yield


class UpdateHandler(NoHandler):
    """Where Telegram posts updates: one is answered with 200 when it is on disk."""

    def initialize(
        self, bot: Bot, queue: asyncio.Queue[object], secret: bytes, status: ApiStatus
    ) -> None:
        """Tornado passes the keyword arguments of the route."""
        self._bot = bot
        self._queue = queue
        self._secret = secret
        self._status = status
        self._body = bytearray()

    def prepare(self) -> None:
        """Refuse what does not come from Telegram, and all while no answer could be given."""
        given = self.request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        if not hmac.compare_digest(given.encode(), self._secret):
            raise HTTPError(403)
        if self._status.refused_seconds is not None:
            raise HTTPError(503)

    def data_received(self, chunk: bytes) -> None:
        """Collect the body; the server bounds its length."""
        self._body += chunk

    async def post(self) -> None:
        """Put the update into the queue."""
        try:
            came = arrival(bytes(self._body), self._bot)
        except UNREADABLE:
            raise HTTPError(400) from None
        try:
            await self._queue.put(came)
        except NetworkError:  # it could not be written: Telegram sends it again
            raise HTTPError(503) from None


async def _announce(bot: Bot, settings: Settings) -> None:
    """Tell Telegram where to send updates."""

    async def tell() -> None:
        await bot.set_webhook(
            settings.webhook_address,
            secret_token=settings.webhook_secret,
            allowed_updates=allowed_updates(settings),
        )

    try:
        await until_answered(tell)
    except BadRequest as problem:
        raise SettingsError(f"WEBHOOK_URL: Telegram answers: {problem.message}") from problem


def _path(settings: Settings) -> str:
    return settings.webhook_path.strip("/")
