"""Updates that Telegram pushes, and a sign of life for whoever watches the bot.

python-telegram-bot's own webhook server has no second path; this is the way its documentation
gives for a server of one's own: updates go into the application's queue.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import re
import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any, Final

from telegram import Bot, Update
from telegram.error import BadRequest, NetworkError
from tornado.httpserver import HTTPServer
from tornado.web import Application, HTTPError, RequestHandler

from bot.config import Settings
from bot.errors import SettingsError
from bot.telegram.retry import patiently
from bot.telegram.tolerant import readable

HEALTH: Final = "/health"
"""A GET of this path answers 200 while updates are taken."""

LARGEST_UPDATE: Final = 4 * 2**20


@asynccontextmanager
async def webhook(
    bot: Bot, queue: asyncio.Queue[object], settings: Settings, allowed: Sequence[str]
) -> AsyncIterator[None]:
    """Take updates over HTTP until the block ends; Telegram keeps those that come later.

    Raises:
        SettingsError: the port cannot be had, or Telegram does not like the address.
    """
    server = HTTPServer(_site(bot, queue, settings), max_body_size=LARGEST_UPDATE)
    server.add_socket(_listener(settings))
    try:
        await _announce(bot, settings, allowed)
        yield
    finally:
        server.stop()
        await server.close_all_connections()


class UpdateHandler(RequestHandler):
    """Where Telegram posts updates: one is answered with 200 when it is on disk."""

    def initialize(self, bot: Bot, queue: asyncio.Queue[object], secret: str) -> None:
        """Tornado passes the keyword arguments of the route."""
        self._bot = bot
        self._queue = queue
        self._secret = secret.encode()

    def prepare(self) -> None:
        """Refuse what does not come from Telegram."""
        given = self.request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        if not hmac.compare_digest(given.encode(), self._secret):
            raise HTTPError(403)

    async def post(self) -> None:
        """Put the update into the queue."""
        try:
            update = Update.de_json(readable(json.loads(self.request.body)), self._bot)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            raise HTTPError(400) from None
        try:
            await self._queue.put(update)
        except NetworkError:  # it could not be written: Telegram sends it again
            raise HTTPError(503) from None

    def log_exception(self, *error: Any) -> None:  # noqa: ANN401 - tornado's
        """Say nothing of what was refused; anybody can make such requests."""
        if not isinstance(error[1], HTTPError):
            super().log_exception(*error)


class HealthHandler(RequestHandler):
    """The sign of life."""

    def get(self) -> None:
        """Answer that the bot is at work."""
        self.write("ok\n")


def _listener(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.webhook_listen else socket.AF_INET
    try:
        listener = socket.create_server(
            (settings.webhook_listen, settings.webhook_port), family=family
        )
    except OSError as problem:
        raise SettingsError(
            f"WEBHOOK_LISTEN and WEBHOOK_PORT: cannot listen there: {problem.strerror}"
        ) from problem
    listener.settimeout(0)  # tornado wants a non-blocking socket
    return listener


def _site(bot: Bot, queue: asyncio.Queue[object], settings: Settings) -> Application:
    what = {"bot": bot, "queue": queue, "secret": settings.webhook_secret}
    return Application(
        [
            (HEALTH, HealthHandler),
            (rf"/{re.escape(_path(settings))}/?", UpdateHandler, what),
        ],
        log_function=lambda _: None,
    )


async def _announce(bot: Bot, settings: Settings, allowed: Sequence[str]) -> None:
    """Tell Telegram where to send updates."""

    async def tell() -> None:
        await bot.set_webhook(
            settings.webhook_address, secret_token=settings.webhook_secret, allowed_updates=allowed
        )

    try:
        await patiently(tell)
    except BadRequest as problem:
        raise SettingsError(f"WEBHOOK_URL: Telegram answers: {problem.message}") from problem


def _path(settings: Settings) -> str:
    return settings.webhook_path.strip("/")
