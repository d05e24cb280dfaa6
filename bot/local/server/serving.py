"""The local server: the Bot API for the bot, the chat page for people, on loopback only."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tornado.web import Application

from bot.bounded_http import BoundedServer
from bot.local.server.bot_api import DownloadHandler, MethodHandler
from bot.local.server.chat_page import (
    ActionHandler,
    EventsHandler,
    FileHandler,
    PageHandler,
    StateHandler,
)
from bot.local.server.site import Site
from bot.local.server.webhook import deliver

HOST = "127.0.0.1"
LARGEST_BODY = 60 * 1024 * 1024
_ROUTES = (
    (r"/bot([^/]+)/(\w+)", MethodHandler),
    (r"/file/bot([^/]+)/(.+)", DownloadHandler),
    (r"/", PageHandler),
    (r"/chat/state", StateHandler),
    (r"/chat/events", EventsHandler),
    (r"/chat/action/(\w+)", ActionHandler),
    (r"/chat/file/([\w-]+)", FileHandler),
)


@asynccontextmanager
async def serving(site: Site, port: int = 0) -> AsyncIterator[Site]:
    """Serve until the block ends; port 0 takes a free one, which ``site.port`` then holds."""
    routes = [(pattern, handler, {"site": site}) for pattern, handler in _ROUTES]
    application = Application(routes, log_function=lambda _: None)
    server = BoundedServer(
        application, max_body_size=LARGEST_BODY, max_buffer_size=2 * LARGEST_BODY
    )
    listener = socket.create_server((HOST, port))
    site.port = listener.getsockname()[1]
    server.listen_on(listener)
    delivery = asyncio.create_task(deliver(site))
    try:
        yield site
    finally:
        delivery.cancel()
        await asyncio.gather(delivery, return_exceptions=True)
        server.stop()
        await server.close_all_connections()
