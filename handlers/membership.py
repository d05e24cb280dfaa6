"""The bot is added to a group or removed from it; a group becomes a supergroup."""

from __future__ import annotations

from telegram import ChatMember, ChatMemberUpdated, Message

from handlers.answers import Answer
from handlers.commands import say
from handlers.desk import Desk
from handlers.forgetting import forget_chat

_GONE = (ChatMember.LEFT, ChatMember.BANNED)


async def changed(desk: Desk, change: ChatMemberUpdated, answer: Answer) -> None:
    """Say hello in a group that the bot was added to; forget a chat that it was removed from."""
    was, now = change.old_chat_member.status, change.new_chat_member.status
    chat = change.chat
    if now in _GONE:
        await forget_chat(desk, chat.id)
    elif was in _GONE and chat.type in (chat.GROUP, chat.SUPERGROUP):
        await say(desk, answer, desk.texts("hello"))
    await desk.outbox.done(*answer.updates)


async def moved(desk: Desk, message: Message) -> None:
    """Give what is kept of a group to the supergroup that it became."""
    if message.migrate_to_chat_id:
        await desk.cache.move(message.chat.id, message.migrate_to_chat_id)
