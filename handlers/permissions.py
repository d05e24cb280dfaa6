"""Who may use the bot, who administers a chat, and whether the bot is still in it."""

from __future__ import annotations

from dataclasses import dataclass

from telegram import Bot
from telegram.constants import ChatMemberStatus
from telegram.error import Forbidden, TelegramError

from handlers.protocols import Reply

_ADMINS = (ChatMemberStatus.ADMINISTRATOR, ChatMemberStatus.OWNER)
_OUTSIDE = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)


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

    Telegram hides the members of some groups, but never who administers them.
    """
    if chat in {user, 0}:
        return True
    try:
        member = await bot.get_chat_member(chat, user)
    except TelegramError:
        return user in await _administrators(bot, chat)
    return member.status in _ADMINS


async def may_change(bot: Bot, reply: Reply, user: int) -> bool:
    """Whether the user may change the bot's reply: whoever asked for it, and admins of the chat.

    Of those who ask as a channel Telegram does not say who they are; then anybody may.
    """
    as_channel = reply.asker < 0 and reply.asker != reply.chat
    if reply.chat > 0 or as_channel or user == reply.asker:
        return True
    return await is_admin(bot, reply.chat, user)


async def has_left(bot: Bot, chat: int) -> bool:
    """Whether the bot is out of the chat, asked when a message to it was forbidden.

    In a group that may concern one topic, or one kind of message; a person who forbids has
    blocked the bot.
    """
    if chat > 0:
        return True
    try:
        member = await bot.get_chat_member(chat, bot.id)
    except TelegramError as problem:
        return isinstance(problem, Forbidden)
    return member.status in _OUTSIDE


async def _administrators(bot: Bot, chat: int) -> set[int]:
    try:
        return {member.user.id for member in await bot.get_chat_administrators(chat)}
    except TelegramError:
        return set()
