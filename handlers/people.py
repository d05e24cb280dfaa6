"""Who may do what in a group."""

from __future__ import annotations

from telegram import Bot
from telegram.constants import ChatMemberStatus

_ADMINS = (ChatMemberStatus.ADMINISTRATOR, ChatMemberStatus.OWNER)


async def is_admin(bot: Bot, chat: int, user: int) -> bool:
    """Whether the user runs the chat; an anonymous admin speaks as the chat itself."""
    if chat in {user, 0}:
        return True
    member = await bot.get_chat_member(chat, user)
    return member.status in _ADMINS
