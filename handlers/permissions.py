"""Who may use the bot, and who administers a chat."""

from __future__ import annotations

from dataclasses import dataclass

from telegram import Bot
from telegram.constants import ChatMemberStatus
from telegram.error import TelegramError

_ADMINS = (ChatMemberStatus.ADMINISTRATOR, ChatMemberStatus.OWNER)


@dataclass(frozen=True, slots=True)
class Allowlist:
    """The ids of chats and users that may use the bot; both empty: everybody may."""

    chats: frozenset[int] = frozenset()
    users: frozenset[int] = frozenset()

    def allows(self, chat: int, user: int) -> bool:
        """Whether this user may use it in this chat."""
        return not (self.chats or self.users) or chat in self.chats or user in self.users


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
