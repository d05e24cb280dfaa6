"""What somebody sees who waits: that the bot types, after a while how far it is."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Final

from telegram.error import TelegramError

from handlers.answers.services import Services
from handlers.chat_action import typing
from handlers.delivery import Answer
from handlers.paste import Timer

logger = logging.getLogger(__name__)

Reading = Callable[[int, int], None]
"""Notes that so many of all the files have been begun."""

PLACE_SECONDS: Final = 5.0
"""After so long somebody who waits is told how many are before them; then again, if it changes."""


@asynccontextmanager
async def waiting(services: Services, answer: Answer, person: int) -> AsyncIterator[Reading]:
    """Show that the bot is at work until the context ends, or how many are before the person.

    The place is shown in the message that becomes the answer, and so is how many files have been
    begun where what is yielded is told.
    """
    notice = _PlaceInLine(services, answer, person)
    try:
        async with typing(services.bot, answer.place, lambda: not notice.before):
            yield notice.note_file
    finally:
        notice.end()


class _PlaceInLine:
    """A person's place in line, looked at every few seconds."""

    def __init__(self, services: Services, answer: Answer, person: int) -> None:
        self._services = services
        self._answer = replace(answer, updates=())
        self._person = person
        self._shown = ""
        self._begun: tuple[int, int] | None = None
        self._saying: asyncio.Task[None] | None = None
        self._timer: Timer | None = self._wake_later()

    @property
    def before(self) -> int:
        """How many others have their turn before."""
        services = self._services
        queues = (services.files, services.workers, services.fetcher)
        return sum(queue.before(self._person) for queue in queues if queue)

    def note_file(self, number: int, total: int) -> None:
        """Note that so many of the files have been begun."""
        self._begun = number, total

    def end(self) -> None:
        """Show nothing more; what is on its way arrives before the answer, which takes its turn."""
        if self._timer:
            self._timer.cancel()
        self._timer = None

    def _wake_later(self) -> Timer:
        return self._services.loop.call_later(PLACE_SECONDS, self._look)

    def _look(self) -> None:
        before = self.before
        text = self._services.texts("waiting", n=before) if before else self._reading()
        if text != self._shown:
            self._shown = text
            self._saying = asyncio.ensure_future(self._say(text))
        self._timer = self._wake_later()

    def _reading(self) -> str:
        """What is said while it is read; nothing where nothing was said yet of a single source."""
        texts = self._services.texts
        if self._begun:
            return f"{texts('reading')} {' / '.join(map(texts.number, self._begun))}"
        return self._shown and texts("reading")

    async def _say(self, text: str) -> None:
        """Show it, unless the answer has overtaken it; without a network it does not matter."""
        if not self._timer:
            return
        try:
            await self._services.delivery.send_text(self._answer, text)
        except TelegramError as problem:
            logger.info("a place in line was not shown: %s", type(problem).__name__)
