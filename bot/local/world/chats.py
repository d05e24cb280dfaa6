"""Chats, with who is in them and what was said."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

JSON = dict[str, Any]
"""An object of the Bot API, by its documented field names."""

Kind = Literal["private", "group", "supergroup", "channel"]
KEPT_MESSAGES = 400
PRESENT = frozenset({"member", "administrator", "creator"})


@dataclass(slots=True)
class Chat:
    """One chat; ``members`` maps user ids (the bot's too) to their status."""

    id: int
    kind: Kind
    about: JSON
    members: dict[int, str] = field(default_factory=dict)
    messages: dict[int, JSON] = field(default_factory=dict)
    anonymous: set[int] = field(default_factory=set)
    topics: dict[int, str] = field(default_factory=dict)
    migrated_to: int | None = None
    heard: int = 0

    @property
    def title(self) -> str:
        """The name by which people know the chat."""
        return str(self.about.get("title") or self.about.get("first_name") or self.id)

    def brief(self) -> JSON:
        """The Chat object that stands in messages."""
        return {"id": self.id, "type": self.kind, **self.about}

    def keep(self, message: JSON) -> None:
        """Add a message; the oldest leave, so that a long run stays small."""
        self.messages[message["message_id"]] = message
        while len(self.messages) > KEPT_MESSAGES:
            del self.messages[next(iter(self.messages))]

    def holds(self, user_id: int) -> bool:
        """Whether the user takes part in the chat."""
        return self.members.get(user_id) in PRESENT

    def manages(self, user_id: int) -> bool:
        """Whether the user is an administrator."""
        return self.members.get(user_id) in {"administrator", "creator"}
