"""What the handlers of one local server share."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.local.telegram import Telegram
from bot.local.world.people import Person


@dataclass(slots=True)
class Site:
    """The Telegram behind the server, the bot's token, the people of the chat page.

    ``port`` is set once the socket is bound; ``pause`` is the first of the growing pauses, in
    seconds, before a webhook is tried again.
    """

    telegram: Telegram
    token: str
    people: list[Person] = field(default_factory=list)
    example: str = ""
    port: int = 0
    pause: float = 1.0

    @property
    def hosts(self) -> set[str]:
        """The Host headers that name this server; others are DNS rebinding."""
        return {f"127.0.0.1:{self.port}", f"localhost:{self.port}"}

    def shows(self, chat_id: int) -> bool:
        """Whether a chat is one of the first person's; a group that has moved is none."""
        chat = self.telegram.world.chats[chat_id]
        return not chat.migrated_to and self.people[0].user["id"] in chat.members
