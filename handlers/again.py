"""A command without anything to read: it is about a digest that was given before."""

from __future__ import annotations

from handlers.answers import Answer
from handlers.commands import say
from handlers.desk import Desk
from handlers.incoming import Incoming
from handlers.protocols import Reply
from handlers.replies import repeat, view_of
from handlers.sections import ends_in_footer
from handlers.texts import Texts


async def answer_bare(desk: Desk, asked: Incoming, answer: Answer) -> None:
    """Show the digest replied to, or the latest of the sender, as the command says."""
    reply = await _meant(desk, asked)
    digested = await desk.digester.shown(reply) if reply else None
    if reply and digested:
        await repeat(desk, answer, digested, reply, view_of(asked))
    else:
        await say(desk, answer, desk.texts(_instead(asked, desk.texts)))


async def _meant(desk: Desk, asked: Incoming) -> Reply | None:
    target = asked.reply
    if target and target.ours and target.message:
        return await desk.cache.reply(asked.sender.chat, target.message)
    if target or asked.media:
        return None
    return await desk.cache.last_reply(asked.sender)


def _instead(asked: Incoming, texts: Texts) -> str:
    """The key of what is said where there is no digest to show."""
    if asked.reply and ends_in_footer(asked.reply.text, texts):
        return "press-forgotten"
    return "not-text" if asked.media else "nothing-to-digest"
