"""What somebody sees who waits: that the bot types, or after a while their place in line."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Final

from telegram.error import TelegramError

from handlers.answers.services import Services
from handlers.chat_action import typing
from handlers.delivery import Answer
from handlers.paste import Timer

logger = logging.getLogger(__name__)

PLACE_SECONDS: Final = 5.0
"""After so long somebody who waits is told how many are before them; then again, if it changes."""


@asynccontextmanager
async def waiting(services: Services, answer: Answer, person: int) -> AsyncIterator[None]:
    """Show that the bot is at work until the context ends, or how many are before the person.

    The place is shown in the message that becomes the answer.
    """
    notice = _PlaceInLine(services, answer, person)
    try:
        async with typing(services.bot, answer.place, lambda: not notice.before):
            yield
    finally:
        notice.end()


class _PlaceInLine:
    """A person's place in line, looked at every few seconds."""

    def __init__(self, services: Services, answer: Answer, person: int) -> None:
        self._services = services
        self._answer = replace(answer, updates=())
        self._person = person
        self._shown = ""
        self._saying: asyncio.Task[None] | None = None
        self._timer: Timer | None = self._wake_later()

    @property
    def before(self) -> int:
        """How many others have their turn before."""
        services = self._services
        queues = (services.files, services.workers, services.fetcher)
        return sum(queue.before(self._person) for queue in queues if queue)

    def end(self) -> None:
        """Show nothing more; what is on its way arrives before the answer, which takes its turn."""
        if self._timer:
            self._timer.cancel()
        self._timer = None

    def _wake_later(self) -> Timer:
        return self._services.loop.call_later(PLACE_SECONDS, self._look)

    def _look(self) -> None:
        before, texts = self.before, self._services.texts
        text = texts("waiting", n=before) if before else self._shown and texts("reading")
        if text != self._shown:
            self._shown = text
            self._saying = asyncio.ensure_future(self._say(text))
        self._timer = self._wake_later()

    async def _say(self, text: str) -> None:
        """Show it, unless the answer has overtaken it; without a network it does not matter."""
        if not self._timer:
            return
        try:
            await self._services.delivery.send_text(self._answer, text)
        except TelegramError as problem:
            logger.info("a place in line was not shown: %s", type(problem).__name__)
