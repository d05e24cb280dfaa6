"""PTB over the in-memory Telegram: how a test of the conversation runs the whole application.

    async def test_a_pasted_page_is_answered(telegram: Telegram) -> None:
        application = build(settings, request=LocalRequest(telegram))
        async with running(application, telegram) as bot:
            ann = telegram.person("Ann")
            ann.pastes(PAGE, client="android")
            reply = await telegram.next_message(ann.private)
            assert reply["text"].startswith("How bread rises")
            ann.presses(reply, "Longer")
            await bot.idle()
            assert telegram.said(ann.private) == [telegram.now(reply)]

``telegram`` is a fixture of tests/conftest.py. ``idle`` returns when the bot has nothing left
to do: every update confirmed, every handler ended, every task and timer that the bot started
since then done. Neither it nor ``next_message`` sleeps; both fail after 20 s of waiting in vain.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from telegram.ext import Application

from bot.local.telegram import PATIENCE, Telegram

QUIET_TURNS = 3
"""Turns of the loop without any work: a timer that is due is for one turn in no list."""

AnyApplication = Application[Any, Any, Any, Any, Any, Any]


class Running:
    """An application at work; tasks that were there when it started do not count as work."""

    def __init__(self, application: AnyApplication, telegram: Telegram) -> None:
        self.application = application
        self.telegram = telegram
        self._standing = asyncio.all_tasks()

    async def idle(self) -> None:
        """Wait until the bot has nothing left to do."""
        quiet = 0
        async with asyncio.timeout(PATIENCE):
            while quiet < QUIET_TURNS:
                quiet += 1
                await self.telegram.until(self._all_confirmed, "the bot to fetch its updates")
                await self.application.update_queue.join()
                if tasks := self._tasks():
                    quiet = 0
                    await asyncio.wait(tasks)
                elif (seconds := self._next_timer()) is not None:
                    quiet = 0
                    await asyncio.sleep(seconds)
                else:
                    await asyncio.sleep(0)

    def _all_confirmed(self) -> bool:
        return not len(self.telegram.world.updates)

    def _tasks(self) -> set[asyncio.Task[Any]]:
        own = asyncio.current_task()
        return {t for t in asyncio.all_tasks() - self._standing if t is not own and not _polls(t)}

    def _next_timer(self) -> float | None:
        """Seconds until the next timer that is neither a time-out nor a matter of hours."""
        loop = asyncio.get_running_loop()
        timers = loop._scheduled  # type: ignore[attr-defined]  # noqa: SLF001 - no public way
        due = [t.when() - loop.time() for t in timers if not t.cancelled() and not _waits(t)]
        soon = [seconds for seconds in due if seconds < PATIENCE]
        return max(min(soon), 0) if soon else None


def _polls(task: asyncio.Task[Any]) -> bool:
    """Whether PTB only asks for updates in this task, or waits for the order to stop."""
    return getattr(task.get_coro(), "__qualname__", "").startswith(("Updater.", "Event.wait"))


def _waits(timer: asyncio.TimerHandle) -> bool:
    """Whether the timer belongs to an asyncio.timeout block."""
    return isinstance(getattr(timer._callback, "__self__", None), asyncio.Timeout)  # type: ignore[attr-defined]  # noqa: SLF001


@asynccontextmanager
async def running(application: AnyApplication, telegram: Telegram) -> AsyncIterator[Running]:
    """The application polling the in-memory Telegram, stopped cleanly at the end."""
    async with application:
        if application.post_init:
            await application.post_init(application)
        await application.start()
        assert application.updater
        await application.updater.start_polling(poll_interval=0)
        try:
            yield Running(application, telegram)
        finally:
            await application.updater.stop()
            await application.stop()
            if application.post_stop:
                await application.post_stop(application)
    if application.post_shutdown:
        await application.post_shutdown(application)
