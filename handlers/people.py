"""Who may do what in a group."""

from __future__ import annotations

from telegram import Bot
from telegram.constants import ChatMemberStatus
from telegram.error import TelegramError

_ADMINS = (ChatMemberStatus.ADMINISTRATOR, ChatMemberStatus.OWNER)


async def is_admin(bot: Bot, chat: int, user: int) -> bool:
    """Whether the user runs the chat; an anonymous admin speaks as the chat itself.

    Telegram keeps the members of some groups to itself: who cannot be looked up is no admin.
    """
    if chat in {user, 0}:
        return True
    try:
        member = await bot.get_chat_member(chat, user)
    except TelegramError:
        return False
    return member.status in _ADMINS
