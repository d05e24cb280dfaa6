"""A whole chat: the bot joins or leaves it, it moves to another id, it is forgotten."""

from __future__ import annotations

from telegram import ChatMember, ChatMemberUpdated, Message

from handlers.delivery import Answer
from handlers.services import Desk

_GONE = (ChatMember.LEFT, ChatMember.BANNED)


async def membership_changed(desk: Desk, change: ChatMemberUpdated, answer: Answer) -> None:
    """Greet a group that the bot was added to; forget a chat that it was removed from."""
    was, now = change.old_chat_member.status, change.new_chat_member.status
    chat = change.chat
    if now in _GONE:
        await forget_chat(desk, chat.id)
    elif was in _GONE and chat.type in (chat.GROUP, chat.SUPERGROUP):
        await desk.answers.say(answer, desk.texts("hello"))
    await desk.outbox.done(*answer.updates)


async def follow_migration(desk: Desk, message: Message) -> None:
    """Give what is kept of a group to the supergroup that it became, if ``message`` says so."""
    if message.migrate_to_chat_id:
        await desk.cache.move(message.chat.id, message.migrate_to_chat_id)


async def forget_chat(desk: Desk, chat: int) -> int | None:
    """Remove all that is kept of the chat, and its words from the files.

    Returns how many replies were known, or None when nothing could be removed.
    """
    known = await desk.cache.forget(chat)
    await desk.outbox.expire()
    return known
