"""Telegram as one machine reaches it: an answer takes its time, and what was done is recorded."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Mapping
from time import monotonic
from typing import Any, Final

from bot.local.telegram import Telegram
from bot.local.world.chats import JSON
from bot.local.world.files import Upload
from tools.soak.machines.record import Record, Taken, Verb

FASTEST, SLOWEST = 0.05, 0.3
"""Seconds that an answer takes, half of them before the call takes effect."""
VERBS: Final[Mapping[str, Verb]] = {
    "sendmessage": "send",
    "senddocument": "send",
    "sendphoto": "send",
    "editmessagetext": "edit",
    "deletemessage": "delete",
    "answercallbackquery": "answer",
}


class Line(Telegram):
    """The way of one machine to the world that all share."""

    def __init__(self, machine: str, shared: Telegram, record: Record, rng: random.Random) -> None:
        super().__init__()
        self.close()
        self.world = shared.world
        self._machine = machine
        self._record = record
        self._rng = rng
        self._running: set[asyncio.Task[tuple[int, JSON]]] = set()

    async def call(
        self,
        method: str,
        fields: Mapping[str, object],
        uploads: Mapping[str, Upload] | None = None,
    ) -> tuple[int, JSON]:
        """Carry out a call, also when the caller dies meanwhile: Telegram has it already."""
        if method.lower() == "getupdates":
            return await super().call(method, fields, uploads)
        task = asyncio.ensure_future(self._carry_out(method, fields, uploads))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return await asyncio.shield(task)

    async def _carry_out(
        self, method: str, fields: Mapping[str, object], uploads: Mapping[str, Upload] | None
    ) -> tuple[int, JSON]:
        came, way = monotonic(), self._rng.uniform(FASTEST, SLOWEST) / 2
        await asyncio.sleep(way)
        status, body = await super().call(method, fields, uploads)
        verb = VERBS.get(method.lower())
        if verb and status == 200:
            times = (came, monotonic(), monotonic() + way)
            self._record.taken.append(Taken(verb, self._machine, *times, **_about(fields, body)))
            self.world.changes.notify_all()
        await asyncio.sleep(way)
        return status, body


def _about(fields: Mapping[str, object], body: JSON) -> dict[str, Any]:
    """What the call was about."""
    if query := fields.get("callback_query_id"):
        return {"query": str(query)}
    message = body["result"]
    if not isinstance(message, dict):
        return {"chat": int(str(fields["chat_id"])), "message": int(str(fields["message_id"]))}
    return {
        "chat": message["chat"]["id"],
        "message": message["message_id"],
        "text": plain(message.get("text", "")),
        "reply_to": message.get("reply_to_message", {}).get("message_id", 0),
        "links": tuple(mark["url"] for mark in message.get("entities", ()) if "url" in mark),
    }


def plain(text: str) -> str:
    """The text without the marks that keep other scripts' direction apart."""
    return text.replace("\u2068", "").replace("\u2069", "")
