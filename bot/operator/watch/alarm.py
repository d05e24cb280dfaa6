"""Tells the operator's chat of new kinds of trouble, a line each, without users' words."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from importlib.metadata import version
from pathlib import Path
from time import monotonic
from typing import Final

from telegram import Bot
from telegram.error import TelegramError

from bot.config import Settings
from bot.logs import DiscreetFormatter
from bot.telegram.sliding_window import SlidingWindow

AN_HOUR: Final = 10
"""So many lines an hour: an operator who is told more reads none."""

QUIET_SECONDS: Final = 86_400.0
"""So long a kind of trouble is not told again."""

GOODBYE_SECONDS: Final = 2.0
"""So long a stop waits for the last line to be sent."""


class Alarm(logging.Handler):
    """Hands on errors, and warnings of the storage: the first of each kind, not too many.

    Of one kind are records of one logger with one template and one type of error. ``tell`` is
    called in the event loop, whatever thread the record is from.
    """

    def __init__(
        self,
        tell: Callable[[str], object],
        secrets: tuple[str, ...] = (),
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(logging.WARNING)
        self.setFormatter(DiscreetFormatter(secrets, "%(levelname)s %(name)s: %(message)s"))
        self._tell = tell
        self._clock = clock
        self._loop = asyncio.get_running_loop()
        self._told: dict[tuple[object, ...], float] = {}
        self._window = SlidingWindow(AN_HOUR, 3_600.0)

    def emit(self, record: logging.LogRecord) -> None:
        """Tell of the record where it is worth it."""
        if record.levelno < logging.ERROR and not record.name.startswith(_STORAGE):
            return
        if self._is_new(record):
            self._loop.call_soon_threadsafe(self._tell, self._line(record))

    def _is_new(self, record: logging.LogRecord) -> bool:
        now = self._clock()
        error = record.exc_info[0] if record.exc_info else None
        kind = record.name, record.msg, error
        if now - self._told.get(kind, float("-inf")) < QUIET_SECONDS or self._window.delay(now):
            return False
        self._told[kind] = now
        self._window.enter(now)
        return True

    def _line(self, record: logging.LogRecord) -> str:
        """The record in a line, with the type and the place of its error."""
        first, *_ = self.format(record).partition("\n")
        error = record.exc_info[1] if record.exc_info else None
        return f"{first} ({_place(error)})" if error else first


class OperatorChat:
    """The chat of who runs the bot; a line that cannot be sent is left out."""

    def __init__(self, bot: Bot, chat: int) -> None:
        self.chat = chat
        self._bot = bot
        self._sending: set[asyncio.Task[None]] = set()

    def tell(self, line: str) -> None:
        """Begin to send a line, where there is a chat for it."""
        if not self.chat:
            return
        task = asyncio.ensure_future(self.send(line))
        self._sending.add(task)
        task.add_done_callback(self._sending.discard)

    async def send(self, line: str) -> None:
        """Send a line."""
        try:
            await self._bot.send_message(self.chat, line)
        except TelegramError as problem:
            logging.getLogger(__name__).info("ADMIN_CHAT was not told: %s", type(problem).__name__)

    async def close(self) -> None:
        """Wait a little for what is on its way."""
        if self._sending:
            _, late = await asyncio.wait(self._sending, timeout=GOODBYE_SECONDS)
            for task in late:
                task.cancel()


@asynccontextmanager
async def alarmed(bot: Bot, settings: Settings) -> AsyncIterator[OperatorChat]:
    """Tell the operator's chat of the start, of trouble, and of the stop."""
    chat = OperatorChat(bot, settings.admin_chat)
    alarm = Alarm(chat.tell, settings.secrets)
    logging.getLogger().addHandler(alarm)
    if chat.chat:  # reading the version takes 10 ms
        chat.tell(f"@{bot.username} {version('video-digest-bot')} has started")
    try:
        yield chat
    finally:
        logging.getLogger().removeHandler(alarm)
        chat.tell(f"@{bot.username} stops")
        await chat.close()


def _place(error: BaseException) -> str:
    """The type of an error, and the file and line where it arose."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    if trace is None:
        return type(error).__name__
    file = Path(trace.tb_frame.f_code.co_filename)
    return f"{type(error).__name__} in {file.parent.name}/{file.name}:{trace.tb_lineno}"


_STORAGE: Final = "bot.storage"
