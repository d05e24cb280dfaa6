"""An HTTP server that requests which never end cannot fill."""

from __future__ import annotations

import errno
import logging
import os
import resource
import select
import socket
from collections.abc import Awaitable, Callable
from time import monotonic
from typing import Any, Final

from tornado.httpserver import HTTPServer
from tornado.httputil import (
    HTTPConnection,
    HTTPHeaders,
    HTTPMessageDelegate,
    RequestStartLine,
    ResponseStartLine,
)
from tornado.iostream import IOStream

logger = logging.getLogger(__name__)

BODY_SECONDS: Final = 10.0
IDLE_SECONDS: Final = 60.0
"""For a request's head, and so between the requests of one connection."""


def most_connections() -> int:
    """A quarter of the files that the process may open, at most 256: the rest has its own use."""
    allowed, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return 256 if allowed == resource.RLIM_INFINITY else max(8, min(256, allowed // 4))


def listener(address: str, port: int) -> socket.socket:
    """A bound socket; raises OSError where the port cannot be had."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    return socket.create_server((address, port), family=family)


class BoundedServer(HTTPServer):
    """Tornado's server with a limit on connections and on the time that a request takes to come.

    One connection more than the limit closes the one whose request has been incomplete for the
    longest; where all requests are complete and being answered, the new connection is closed.
    """

    def initialize(self, *args: Any, limit: int | None = None, **settings: Any) -> None:  # noqa: ANN401 - tornado's
        """Tornado passes the arguments of the constructor."""
        times = {"idle_connection_timeout": IDLE_SECONDS, "body_timeout": BODY_SECONDS}
        super().initialize(*args, **times | settings)
        self._limit = limit or most_connections()
        self._incomplete: dict[IOStream, None] = {}
        self._complete: set[IOStream] = set()

    def listen_on(self, listener: socket.socket) -> None:
        """Take connections from a bound socket."""
        listener.settimeout(0)
        self.add_socket(_Listener(listener.detach(), self._close_oldest))

    def handle_stream(self, stream: IOStream, address: tuple[Any, ...]) -> None:
        """Serve a new connection, in the place of another where there are too many."""
        is_full = len(self._incomplete) + len(self._complete) >= self._limit
        if is_full and not self._close_oldest():
            stream.close()
            return
        self._incomplete[stream] = None
        super().handle_stream(stream, address)

    def start_request(
        self,
        server_conn: Any,  # noqa: ANN401 - tornado's
        request_conn: HTTPConnection,
    ) -> HTTPMessageDelegate:
        """Note that the connection waits for a request from now on."""
        stream: IOStream = server_conn.stream
        if stream in self._complete:
            self._complete.remove(stream)
            self._incomplete[stream] = None
        return _Noted(
            super().start_request(server_conn, request_conn), lambda: self._has_come(stream)
        )

    def on_close(self, server_conn: Any) -> None:  # noqa: ANN401 - tornado's
        """Give its place to others."""
        self._incomplete.pop(server_conn.stream, None)
        self._complete.discard(server_conn.stream)
        super().on_close(server_conn)

    def _close_oldest(self) -> bool:
        """Close the connection that has been without a whole request longest, if there is one."""
        oldest = next(iter(self._incomplete), None)
        if oldest is None:
            return False
        del self._incomplete[oldest]
        oldest.close()
        return True

    def _has_come(self, stream: IOStream) -> None:
        if stream in self._incomplete:
            del self._incomplete[stream]
            self._complete.add(stream)


class _Noted(HTTPMessageDelegate):
    """Hands a request on, and calls ``complete`` when all of it has come."""

    def __init__(self, delegate: HTTPMessageDelegate, complete: Callable[[], None]) -> None:
        self._delegate = delegate
        self._complete = complete

    def headers_received(
        self, start_line: RequestStartLine | ResponseStartLine, headers: HTTPHeaders
    ) -> Awaitable[None] | None:
        return self._delegate.headers_received(start_line, headers)

    def data_received(self, chunk: bytes) -> Awaitable[None] | None:
        return self._delegate.data_received(chunk)

    def finish(self) -> None:
        self._complete()
        self._delegate.finish()

    def on_connection_close(self) -> None:
        self._delegate.on_connection_close()


class _Listener(socket.socket):
    """A listening socket that closes callers at once while the process has no file left for them.

    ``make_room`` may close another file for one. Callers left waiting would wake the event loop
    again and again; so one file is held in reserve for turning them away.
    """

    def __init__(self, fileno: int, make_room: Callable[[], bool]) -> None:
        super().__init__(fileno=fileno)
        self._make_room = make_room
        self._reserve = os.open(os.devnull, os.O_RDONLY)
        self._next_line = 0.0

    def accept(self) -> tuple[socket.socket, Any]:
        """Take the next connection; BlockingIOError where there is none that could be served."""
        try:
            return super().accept()
        except OSError as problem:
            if problem.errno not in _NO_ROOM:
                raise
            if self._is_called() and self._make_room():
                return super().accept()
            if self._is_called():
                self._turn_away(problem.strerror)
            raise BlockingIOError(errno.EAGAIN, problem.strerror) from problem

    def close(self) -> None:
        """Close it and the file in reserve."""
        os.close(self._reserve)
        super().close()

    def _is_called(self) -> bool:
        """Whether somebody waits; the system may say that there is no file before it looks."""
        poll = select.poll()
        poll.register(self, select.POLLIN)
        return bool(poll.poll(0))

    def _turn_away(self, why: str | None) -> None:
        if monotonic() >= self._next_line:
            self._next_line = monotonic() + _SECONDS_BETWEEN_LINES
            logger.warning("connections are closed unanswered: %s", why)
        os.close(self._reserve)
        try:
            caller, _ = super().accept()
            caller.close()
        finally:
            self._reserve = os.open(os.devnull, os.O_RDONLY)


_NO_ROOM: Final = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM})
_SECONDS_BETWEEN_LINES: Final = 60.0
