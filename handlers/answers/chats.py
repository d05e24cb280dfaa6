"""A whole chat: the bot joins or leaves it, is kept out, follows it to another id, forgets it."""

from __future__ import annotations

from dataclasses import replace

from telegram import ChatMember, ChatMemberUpdated, Message

from handlers.answers.services import Services
from handlers.delivery import Answer
from handlers.message import nearest
from handlers.permissions import is_group

_GONE = (ChatMember.LEFT, ChatMember.BANNED)


async def membership_changed(services: Services, change: ChatMemberUpdated, answer: Answer) -> None:
    """Greet a group that the bot was added to; forget a chat that it was removed from."""
    was, now = change.old_chat_member.status, change.new_chat_member.status
    chat = change.chat
    if now in _GONE:
        await forget_chat(services, chat.id)
    elif was in _GONE and chat.type in (chat.GROUP, chat.SUPERGROUP):
        await _greet(services, change, answer)
    await services.outbox.done(*answer.updates)


async def say_private(services: Services, answer: Answer) -> None:
    """Say that the bot is private, once: the key is the chat's, and an equal edit shows nothing."""
    once = replace(answer, key=f"private:{answer.place.chat}")
    await services.delivery.send_text(once, private_note(services, answer.place.chat))


def private_note(services: Services, chat: int) -> str:
    """What somebody is told who may not use the bot there, and whom to tell what."""
    setting = "ALLOWED_CHATS" if is_group(chat) else "ALLOWED_USERS"
    return services.texts("private-bot", id=str(chat), setting=setting)


async def follow_migration(services: Services, message: Message) -> None:
    """Give what is kept of a group to the supergroup that it became, if ``message`` says so."""
    if message.migrate_to_chat_id:
        await services.cache.move(message.chat.id, message.migrate_to_chat_id)


async def forget_chat(services: Services, chat: int) -> int | None:
    """Remove all that is kept of the chat, and its words from the files.

    Returns how many replies were known, or None when nothing could be removed.
    """
    known = await services.cache.forget(chat)
    await services.outbox.forget(chat)
    return known


async def _greet(services: Services, change: ChatMemberUpdated, answer: Answer) -> None:
    if services.policy.allowlist.allows(change.chat.id):
        await _keep_language(services, change)
        await services.delivery.send_text(answer, services.texts("hello"))
    else:
        await say_private(services, answer)


async def _keep_language(services: Services, change: ChatMemberUpdated) -> None:
    """Let a group for which no language is chosen be answered in that of who added the bot."""
    settings, code = await services.settings.of(change.chat.id), change.from_user.language_code
    if code and not settings.language:
        adders = replace(settings, language=nearest(code))
        await services.settings.keep(change.chat.id, adders)
