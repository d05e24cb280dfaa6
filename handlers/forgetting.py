"""A chat is forgotten: on request, or when it has no use for the bot any more."""

from __future__ import annotations

from handlers.desk import Desk


async def forget_chat(desk: Desk, chat: int) -> int | None:
    """Remove all that is kept of the chat, from the files too.

    Returns how many replies were known, or None when nothing could be removed.
    """
    known = await desk.cache.forget(chat)
    await desk.outbox.expire()
    return known
