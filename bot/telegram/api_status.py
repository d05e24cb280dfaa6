"""What the latest calls show of the Bot API: whether it answers, and knows the token."""

from __future__ import annotations

import logging
from collections.abc import Callable
from http import HTTPStatus
from time import monotonic
from typing import Final

import httpx
from telegram.error import NetworkError

logger = logging.getLogger(__name__)

LINE_SECONDS: Final = 60.0
"""A trouble that lasts, or comes and goes, is logged once in so long."""


class ApiStatus:
    """Told of each call's end; logs when trouble begins and when it is over."""

    def __init__(self, host: str, clock: Callable[[], float] = monotonic) -> None:
        self.host = host
        self._clock = clock
        self._next_line = float("-inf")
        self._silent_since: float | None = None
        self._is_said = False
        self._refused_since: float | None = None
        self._answered_at = float("-inf")

    @property
    def silent_seconds(self) -> float:
        """How long ago Telegram last answered; infinite where it never has."""
        return self._clock() - self._answered_at

    @property
    def refused_seconds(self) -> float | None:
        """For how long Telegram has refused the token; None while it does not."""
        return None if self._refused_since is None else self._clock() - self._refused_since

    def answered(self, code: int) -> None:
        """Note an answer by its HTTP status."""
        if code >= HTTPStatus.INTERNAL_SERVER_ERROR:
            self._fail(f"it answers with status {code}")
            return
        self._answered_at = self._clock()
        if self._silent_since is not None and self._is_said:
            seconds = self._clock() - self._silent_since
            logger.info("%s answers again, after %.0f s", self.host, seconds)
        self._silent_since = None
        if code != HTTPStatus.UNAUTHORIZED:
            self._refused_since = None
        elif self._refused_since is None:
            self._refused_since = self._clock()
            logger.warning("%s does not know TELEGRAM_BOT_TOKEN; it is asked again", self.host)

    def failed(self, problem: NetworkError) -> None:
        """Note that no answer came."""
        cause = problem.__cause__
        words = (said for kind, said in _SAID.items() if isinstance(cause, kind))
        self._fail(next(words, str(cause or problem) or type(cause or problem).__name__))

    def _fail(self, what: str) -> None:
        now = self._clock()
        if self._silent_since is None:
            self._silent_since = now
            self._is_said = False
        if now >= self._next_line:
            self._next_line = now + LINE_SECONDS
            self._is_said = True
            logger.warning("calls of %s fail: %s", self.host, what)


_SAID: Final = {
    httpx.ConnectTimeout: "no connection in time: the name server or the network does not answer",
    httpx.ReadTimeout: "no answer in time",
    httpx.WriteTimeout: "it does not take the request",
    httpx.PoolTimeout: "all connections are in use",
}
"""httpx says nothing of time-outs itself."""
