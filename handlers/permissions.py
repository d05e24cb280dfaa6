"""Who may use the bot, and who administers a chat."""

from __future__ import annotations

from dataclasses import dataclass

from telegram import Bot
from telegram.constants import ChatMemberStatus
from telegram.error import TelegramError

_ADMINS = (ChatMemberStatus.ADMINISTRATOR, ChatMemberStatus.OWNER)


@dataclass(frozen=True, slots=True)
class Allowlist:
    """Who may use the bot: people in private, and whoever asks in some groups.

    As soon as one list names anybody, whom neither names is kept out; both empty: everybody may.
    """

    users: frozenset[int] = frozenset()
    groups: frozenset[int] = frozenset()

    def allows(self, chat: int) -> bool:
        """Whether the bot is used in this chat; a private one has its person's id."""
        named = self.groups if is_group(chat) else self.users
        return chat in named or not (self.users or self.groups)


def is_group(chat: int) -> bool:
    """Whether the id of a chat is that of a group or a channel: those are negative."""
    return chat < 0


async def is_admin(bot: Bot, chat: int, user: int) -> bool:
    """Whether the user administers the chat; an anonymous admin speaks as the chat itself.

    Telegram hides the members of some groups: whoever cannot be looked up is no admin.
    """
    if chat in {user, 0}:
        return True
    try:
        member = await bot.get_chat_member(chat, user)
    except TelegramError:
        return False
    return member.status in _ADMINS
