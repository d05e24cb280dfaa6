"""A command without anything to read: it is about a digest that was given before."""

from __future__ import annotations

from handlers.answers import Answer
from handlers.commands import say
from handlers.desk import Desk
from handlers.incoming import Incoming
from handlers.protocols import Reply
from handlers.replies import repeat, view_of
from handlers.sections import ends_in_footer


async def answer_bare(desk: Desk, asked: Incoming, answer: Answer) -> None:
    """Show the digest replied to, or the latest of the sender, as the command says."""
    reply = await _meant(desk, asked)
    digested = await desk.digester.shown(reply) if reply else None
    if reply and digested:
        await repeat(desk, answer, digested, reply, view_of(asked))
    else:
        was_digest = asked.reply and ends_in_footer(asked.reply.text, desk.texts)
        key = "press-forgotten" if was_digest else "nothing-to-digest"
        await say(desk, answer, desk.texts(key))


async def _meant(desk: Desk, asked: Incoming) -> Reply | None:
    target = asked.reply
    if target and target.ours and target.message:
        return await desk.cache.reply(asked.sender.chat, target.message)
    if target:
        return None
    return await desk.cache.last_reply(asked.sender)
