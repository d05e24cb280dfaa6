"""Faults injected into calls: refused, answered in vain, or never arriving."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass

from bot.local.errors import BotApiError, too_many_requests


class NoAnswerError(Exception):
    """The connection broke; the call may have taken effect."""


@dataclass(slots=True)
class _Fault:
    method: str
    chat: int | None
    times: int
    error: BotApiError | None
    happens: bool

    def strikes(self, method: str, params: Mapping[str, object]) -> bool:
        named = self.method in {"", method}
        here = self.chat is None or str(params.get("chat_id")) == str(self.chat)
        return self.times > 0 and named and here


class Faults:
    """Faults by method ("" for any) and chat (None for any), each for a number of calls."""

    def __init__(self) -> None:
        self._faults: list[_Fault] = []
        self._speaking = asyncio.Event()
        self._speaking.set()

    def refuse(
        self, error: BotApiError, method: str = "", times: int = 1, chat: int | None = None
    ) -> None:
        """Answer with an error; nothing happens."""
        self._faults.append(_Fault(method, chat, times, error, happens=False))

    def flood(
        self, seconds: int, method: str = "", times: int = 1, chat: int | None = None
    ) -> None:
        """Answer 429 with ``retry_after``."""
        self.refuse(too_many_requests(seconds), method, times, chat)

    def break_down(self, method: str = "", times: int = 1, chat: int | None = None) -> None:
        """Answer 502, as Telegram does on bad days."""
        self.refuse(BotApiError(502, "Bad Gateway"), method, times, chat)

    def lose_answer(self, method: str = "", times: int = 1, chat: int | None = None) -> None:
        """Let the call take effect, but break the connection before the answer."""
        self._faults.append(_Fault(method, chat, times, None, happens=True))

    def lose_call(self, method: str = "", times: int = 1, chat: int | None = None) -> None:
        """Break the connection before the call takes effect."""
        self._faults.append(_Fault(method, chat, times, None, happens=False))

    def fall_silent(self) -> None:
        """Take every call, answer none, and do nothing of what they ask, until ``clear``."""
        self._speaking.clear()

    def clear(self) -> None:
        """No more trouble."""
        self._faults.clear()
        self._speaking.set()

    async def silence(self) -> None:
        """Hold a call for as long as Telegram is silent; then it is lost."""
        if not self._speaking.is_set():
            await self._speaking.wait()
            raise NoAnswerError

    def strike(self, method: str, params: Mapping[str, object]) -> bool:
        """Raise what is due before a call; True: its answer is to be lost."""
        fault = next((f for f in self._faults if f.strikes(method, params)), None)
        if not fault:
            return False
        fault.times -= 1
        if fault.error:
            raise fault.error
        if not fault.happens:
            raise NoAnswerError
        return True
