"""Telegram in memory: people on one side, the Bot API on the other, no socket between.

A test says what people do and reads what the bot answers:

    telegram = Telegram()
    ann = telegram.person("Ann")
    ann.pastes(page, client="ios")
    reply = await telegram.next_message(ann.private)
    assert "21 sentences" in reply["text"]
    press = ann.presses(reply, "Longer")
    await telegram.answer_to(press)
    reply = telegram.now(reply)          # the same message as it looks after edits
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from inspect import isawaitable
from typing import Any

from bot.local.errors import BotApiError
from bot.local.faults import Faults, NoAnswerError
from bot.local.methods import METHODS
from bot.local.methods.parameters import Parameters
from bot.local.world.chats import JSON, Chat
from bot.local.world.files import Upload
from bot.local.world.people import Person
from bot.local.world.state import World

TOKEN = "4200000001:local-telegram-without-any-secret"  # noqa: S105 - opens nothing
PATIENCE = 20.0
"""Seconds after which waiting for the bot fails: it hangs."""
_KEPT_CALLS = 1000


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the bot, as it arrived."""

    method: str
    params: Mapping[str, object]
    at: float


class Telegram:
    """One bot's Telegram; ``faults`` makes trouble, ``calls`` holds the latest calls."""

    def __init__(
        self, username: str = "digest_bot", clock: Callable[[], float] = time.time
    ) -> None:
        self.world = World(username, clock)
        self.faults = Faults()
        self.calls: deque[Call] = deque(maxlen=_KEPT_CALLS)
        self.patience = PATIENCE

    def person(
        self,
        name: str,
        username: str | None = None,
        *,
        started: bool = True,
        language: str = "en",
    ) -> Person:
        """A new user; unless ``started``, one who has never opened the bot."""
        number = 1001 + len(self.world.users)
        user: JSON = {"id": number, "is_bot": False, "first_name": name, "language_code": language}
        if username:
            user["username"] = username
        self.world.users[number] = user
        person = Person(self.world, user)
        if not started:
            del person.private.members[self.world.bot["id"]]
        return person

    def group(self, title: str, *people: Person) -> Chat:
        """A basic group; the first of the people owns it."""
        return self._gather(self.world.open_chat("group", {"title": title}), people)

    def supergroup(self, title: str, *people: Person, topics: Mapping[int, str] = {}) -> Chat:
        """A supergroup, with topics (names by thread id) a forum."""
        forum = {"is_forum": True} if topics else {}
        chat = self.world.open_chat("supergroup", {"title": title, **forum})
        chat.topics.update(topics)
        return self._gather(chat, people)

    def channel(self, title: str, *people: Person) -> Chat:
        """A channel with the bot as an administrator."""
        return self._gather(self.world.open_chat("channel", {"title": title}), people)

    async def call(
        self,
        method: str,
        fields: Mapping[str, object],
        uploads: Mapping[str, Upload] | None = None,
    ) -> tuple[int, JSON]:
        """Carry out a call of the bot: HTTP status and body; NoAnswerError where none comes."""
        name = method.lower()
        self.calls.append(Call(method, dict(fields), self.world.clock()))
        self.world.changes.notify_all()
        await self.faults.silence()
        try:
            lost = self.faults.strike(method, fields)
            result = await self._result(name, Parameters(fields, uploads))
        except BotApiError as error:
            return error.code, error.body()
        if lost:
            raise NoAnswerError
        return 200, {"ok": True, "result": result}

    async def until(self, holds: Callable[[], object], what: str = "the bot") -> None:
        """Wait for something to become true; AssertionError after ``patience`` seconds."""
        if not await self.world.changes.wait_for(holds, self.patience):
            last = [call.method for call in self.calls if call.method != "getUpdates"][-5:]
            raise AssertionError(f"waited in vain for {what}; the bot's last calls: {last}")

    async def next_message(self, chat: Chat) -> JSON:
        """The bot's next message in a chat, each given once, as it looks now."""

        def unheard() -> list[JSON]:
            own = (m for m in chat.messages.values() if m["message_id"] > chat.heard)
            return [m for m in own if m.get("from", {}).get("id") == self.world.bot["id"]]

        await self.until(unheard, f"a message in {chat.title!r}")
        message = unheard()[0]
        chat.heard = message["message_id"]
        return message

    async def answer_to(self, press: JSON) -> JSON:
        """``text`` and ``show_alert`` with which the bot answered a press of a button.

        Of words typed after its name, the ``results`` and the ``button`` that it offers.
        """
        await self.until(lambda: press["answer"] is not None, "an answer to a press or to words")
        answer: JSON = press["answer"]
        return answer

    def now(self, message: JSON) -> JSON:
        """The message as it looks now, {} when it is deleted."""
        return self.world.chats[message["chat"]["id"]].messages.get(message["message_id"], {})

    def said(self, chat: Chat) -> list[JSON]:
        """All of the bot's messages in a chat, as they look now."""
        own = self.world.bot["id"]
        return [m for m in chat.messages.values() if m.get("from", {}).get("id") == own]

    def close(self) -> None:
        """Remove the files."""
        self.world.files.close()

    def _gather(self, chat: Chat, people: tuple[Person, ...]) -> Chat:
        for person in people:
            chat.members[person.user["id"]] = "creator" if person is people[0] else "member"
        return chat

    async def _result(self, name: str, parameters: Parameters) -> Any:  # noqa: ANN401 - JSON
        if name not in METHODS:
            raise BotApiError(404, "Not Found: method not found")
        result = METHODS[name](self.world, parameters)
        return await result if isawaitable(result) else result
