"""A port of the bot's own, on which whatever is not served is refused."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from tornado.web import Application, HTTPError, RequestHandler, stream_request_body

from bot.bounded_http import BoundedServer, listener
from bot.errors import SettingsError


@asynccontextmanager
async def serving(
    routes: list[Any], name: str, place: tuple[str, int], **options: int
) -> AsyncIterator[None]:
    """Serve tornado's ``routes`` until the block ends, at an address and port.

    The settings that give them are called ``name`` and _LISTEN, ``name`` and _PORT; ``options`` are
    those of the server.

    Raises:
        SettingsError: the port cannot be had.
    """
    site = Application(routes, log_function=lambda _: None, default_handler_class=NoHandler)
    server = BoundedServer(site, **options)
    try:
        server.listen_on(listener(*place))
    except OSError as problem:
        raise SettingsError(
            f"{name}_LISTEN and {name}_PORT: cannot listen there: {problem.strerror}"
        ) from problem
    try:
        yield
    finally:
        server.stop()
        await server.close_all_connections()


@stream_request_body
class NoHandler(RequestHandler):
    """Answers 404, like every handler here before any body has come."""

    def prepare(self) -> None:
        """Refuse."""
        raise HTTPError(404)

    def data_received(self, chunk: bytes) -> None:
        """Leave out a body that nobody asked for."""

    def log_exception(self, *error: Any) -> None:  # noqa: ANN401 - tornado's
        """Say nothing of what was refused; anybody can make such requests."""
        if not isinstance(error[1], HTTPError):
            super().log_exception(*error)


class ReadingHandler(NoHandler):
    """Answers to who only looks."""

    def prepare(self) -> None:
        """Refuse a body before it comes; tornado refuses other methods."""
        if self.request.method not in {"GET", "HEAD"}:
            raise HTTPError(405)
