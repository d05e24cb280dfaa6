"""A Telegram behind the rate limiter, in a time that passes only when everybody sleeps."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Coroutine, Iterable
from typing import Any, TypeVar

from telegram.error import TelegramError

from bot.telegram.rate_limiter import Answer, FairRateLimiter

T = TypeVar("T")
GROUP = -100


class Time:
    """Time that passes only when everybody sleeps."""

    def __init__(self) -> None:
        self.now = 1_000.0
        self._sleepers: list[tuple[float, asyncio.Future[None]]] = []

    def clock(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        future = asyncio.get_running_loop().create_future()
        self._sleepers.append((self.now + seconds, future))
        await future

    async def until_done(self, work: Awaitable[T]) -> T:
        task = asyncio.ensure_future(work)
        await self.settle()
        while not task.done():
            self._sleepers.sort(key=lambda sleeper: sleeper[0])
            self.now, sleeper = self._sleepers.pop(0)
            if not sleeper.done():
                sleeper.set_result(None)
            await self.settle()
        return task.result()

    @staticmethod
    async def settle() -> None:
        for _ in range(300):
            await asyncio.sleep(0)


class Telegram:
    """Notes what arrives and when; fails as it is told to, chat by chat."""

    def __init__(self, time: Time) -> None:
        self.time = time
        self.limiter = FairRateLimiter(time.clock, time.sleep, lambda: 0.5)
        self.arrived: list[tuple[float, int | None, str]] = []
        self.failures: dict[int | None, list[TelegramError]] = {}
        self.slow: dict[int | None, float] = {}

    async def answer(self, endpoint: str, data: dict[str, Any]) -> Answer:
        chat = data.get("chat_id")
        self.arrived.append((self.time.now - 1_000, chat, str(data.get("text", endpoint))))
        if seconds := self.slow.get(chat):
            await self.time.sleep(seconds)
        if failures := self.failures.get(chat):
            raise failures.pop(0)
        return {"text": data.get("text")}

    def request(self, endpoint: str, **data: Any) -> Coroutine[Any, Any, Answer]:  # noqa: ANN401 # as in the API
        return self.limiter.process_request(self.answer, (endpoint, data), {}, endpoint, data, None)

    def send(self, chat: int, text: str = "hello") -> Coroutine[Any, Any, Answer]:
        return self.request("sendMessage", chat_id=chat, text=text)

    def edit(self, chat: int, text: str, message: int = 5) -> Coroutine[Any, Any, Answer]:
        return self.request("editMessageText", chat_id=chat, message_id=message, text=text)

    def times(self, chat: int | None = None) -> list[float]:
        return [when for when, where, _ in self.arrived if chat in {None, where}]

    def texts(self) -> list[str]:
        return [text for *_, text in self.arrived]


def most_within(seconds: float, times: Iterable[float]) -> int:
    """The most requests in any window of that length."""
    all_times = sorted(times)
    return max(sum(start <= t < start + seconds for t in all_times) for start in all_times)
