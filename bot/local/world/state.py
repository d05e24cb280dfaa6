"""Everything there is in the fake Telegram: users, chats, messages, and who learns of what."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.local.errors import BotApiError, bad_request, forbidden
from bot.local.world.changes import Changes
from bot.local.world.chats import JSON, Chat, Kind
from bot.local.world.files import Files
from bot.local.world.updates import Updates

BOT_ID = 4200000001
KEPT_EVENTS = 600
_NEVER_STARTED = "bot can't initiate conversation with a user"
_FIRST_SUPERGROUP = -1001000000000
_WITH_OWN_IDS = {"supergroup", "channel"}


Offer = tuple[int, str, str]
"""Whose inline query (0: anybody's), its words, its offset: what Telegram remembers answers by."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that a chat window shows: a message new, edited, deleted; typing; a note."""

    number: int
    kind: str
    chat: int
    body: JSON


@dataclass(slots=True)
class Elsewhere:
    """What is asked in chats that the bot is not in; ``messages`` are the inline ids of answers.

    ``offered`` are answers that Telegram remembers, each with the moment until which it does.
    """

    guests: dict[str, JSON] = field(default_factory=dict)
    inline: dict[str, JSON] = field(default_factory=dict)
    offered: dict[Offer, tuple[float, JSON]] = field(default_factory=dict)
    messages: dict[tuple[int, int], str] = field(default_factory=dict)


class World:
    """State and the few changes of it that both people and the bot make."""

    def __init__(self, username: str, clock: Callable[[], float] = time.time) -> None:
        self.clock = clock
        self.changes = Changes()
        self.updates = Updates(self.changes)
        self.files = Files()
        self.bot: JSON = {
            "id": BOT_ID,
            "is_bot": True,
            "first_name": "Digest",
            "username": username,
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": True,
            "supports_guest_queries": True,
        }
        self.users: dict[int, JSON] = {}
        self.chats: dict[int, Chat] = {}
        self.queries: dict[str, JSON] = {}
        self.elsewhere = Elsewhere()
        self.commands: dict[str, list[JSON]] = {}
        self.profile: dict[str, str] = {}
        self.complaints: list[str] = []
        self.events: deque[Event] = deque(maxlen=KEPT_EVENTS)
        self._event_count = 0
        self._counters: dict[int, int] = {}

    @property
    def bot_user(self) -> JSON:
        """The bot as it stands in messages."""
        return {key: self.bot[key] for key in ("id", "is_bot", "first_name", "username")}

    def open_chat(self, kind: Kind, about: JSON, chat_id: int | None = None) -> Chat:
        """A new chat, with the bot in it."""
        number = len(self.chats) + 1
        start = _FIRST_SUPERGROUP if kind in _WITH_OWN_IDS else -1000
        chat = Chat(start - number if chat_id is None else chat_id, kind, about)
        chat.members[self.bot["id"]] = "administrator" if kind == "channel" else "member"
        self.chats[chat.id] = chat
        return chat

    def chat_for_bot(self, chat_id: object) -> Chat:
        """The chat that the bot names, by id or @name; refused where it cannot speak."""
        chat = self.find_chat(chat_id)
        if fresh := chat.migrated_to:
            what = "Bad Request: group chat was upgraded to a supergroup chat"
            raise BotApiError(400, what, migrate_to_chat_id=fresh)
        if not chat.holds(self.bot["id"]):
            raise forbidden(_why_closed(chat.kind, chat.members.get(self.bot["id"])))
        return chat

    def find_chat(self, chat_id: object) -> Chat:
        """The chat by id or @name."""
        name = str(chat_id)
        for chat in self.chats.values():
            if name in {str(chat.id), f"@{chat.about.get('username')}"}:
                return chat
        raise bad_request("chat not found" if name else "chat_id is empty")

    def post(self, chat: Chat, sender: JSON, content: JSON) -> JSON:
        """Put a message into a chat; ``sender`` holds ``from`` or ``sender_chat`` or both."""
        message = {
            "message_id": self._next_id(chat),
            "date": int(self.clock()),
            "chat": chat.brief(),
            **sender,
            **content,
        }
        chat.keep(message)
        self.show("message", chat, message)
        return message

    def change(self, chat: Chat, message: JSON, content: JSON) -> JSON:
        """Replace a message's fields; those set to None go."""
        fresh = {k: v for k, v in (message | content).items() if v is not None}
        chat.messages[message["message_id"]] = fresh
        self.show("edited", chat, fresh)
        return fresh

    def remove(self, chat: Chat, message_id: int) -> None:
        """Take a message out of the chat."""
        del chat.messages[message_id]
        self.show("deleted", chat, {"message_id": message_id})

    def show(self, kind: str, chat: Chat, body: JSON) -> None:
        """Tell the chat windows and everyone who waits."""
        self._event_count += 1
        self.events.append(Event(self._event_count, kind, chat.id, body))
        self.changes.notify_all()

    def show_all(self, kind: str) -> None:
        """Tell the chat windows of something that concerns no single chat."""
        self._event_count += 1
        self.events.append(Event(self._event_count, kind, 0, {}))
        self.changes.notify_all()

    def tell_bot(self, kind: str, chat: Chat, message: JSON) -> None:
        """Queue an update for the bot, if it is there and may read the message."""
        if chat.holds(self.bot["id"]) and self._may_read(chat, message):
            self.updates.add(kind, message)

    def _may_read(self, chat: Chat, message: JSON) -> bool:
        """Privacy mode: in a group only commands, replies to it, what it offered, service."""
        if chat.kind in {"private", "channel"} or chat.manages(self.bot["id"]):
            return True
        if message.get("via_bot") == self.bot_user:
            return True
        text = str(message.get("text") or message.get("caption") or "")
        if text or "document" in message or "photo" in message:
            answered = message.get("reply_to_message", {}).get("from", {}).get("id")
            return self._is_for_bot(text) or answered == self.bot["id"]
        return True

    def _is_for_bot(self, text: str) -> bool:
        words = text.split(maxsplit=1)
        _, at, name = words[0].partition("@") if words else ("", "", "")
        return text.startswith("/") and (not at or name.lower() == self.bot["username"].lower())

    def _next_id(self, chat: Chat) -> int:
        """Ids only increase: one count for private chats and groups, one a supergroup."""
        counter = chat.id if chat.kind in _WITH_OWN_IDS else 0
        self._counters[counter] = self._counters.get(counter, 0) + 1
        return self._counters[counter]


def _why_closed(kind: Kind, status: str | None) -> str:
    """Why the bot may not speak in a chat where its status is ``status``."""
    if kind == "private":
        return "bot was blocked by the user" if status else _NEVER_STARTED
    return (
        f"bot {'was kicked from' if status == 'kicked' else 'is not a member of'} the {kind} chat"
    )
