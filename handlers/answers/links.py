"""A video's address and the page about it, when they come in different messages."""

from __future__ import annotations

from dataclasses import replace

from handlers.answers.digester import Digested
from handlers.answers.replies import change, repeat, view_of
from handlers.delivery import Answer
from handlers.paste.batch import Batch, link_in
from handlers.protocols import Reply
from handlers.services import Desk

LINK_SECONDS = 600
"""Within ten minutes a link and a page belong together."""


async def video_of(desk: Desk, batch: Batch, digested: Digested) -> str | None:
    """The address of the video of a page: the page's own, the caption's, or one sent before.

    An address that was sent before belongs to one page only.
    """
    beside = map(link_in, batch.note.splitlines())
    own = digested.digest.url or next(filter(None, beside), None)
    if own:
        return own
    sent = await desk.cache.remembered_link(batch.sender)
    taken = await desk.cache.reply_about(batch.sender.chat, sent) if sent else None
    return None if taken and taken.page != digested.page else sent


async def answer_link(desk: Desk, batch: Batch, answer: Answer, link: str) -> None:
    """Answer an address alone: it names the video of a digest, or finds one, or is remembered."""
    nameless = await _nameless(desk, batch)
    known = await desk.cache.reply_about(batch.sender.chat, link)
    if nameless:
        await _name(desk, nameless, link)
        await desk.answers.say(answer, desk.texts("link-named"))
    elif known and batch.asked:
        await _repeat(desk, batch, answer, known)
    else:
        await desk.cache.remember_link(batch.sender, link)
        await desk.answers.say(answer, desk.texts("link-alone"))


async def _nameless(desk: Desk, batch: Batch) -> Reply | None:
    """The digest that the link is sent for: the one replied to, or the latest, if still fresh."""
    target = batch.parts[0].reply
    if target and target.ours and target.message:
        return await desk.cache.reply(batch.sender.chat, target.message)
    if batch.asked:
        return None
    latest = await desk.cache.last_reply(batch.sender)
    fresh = latest and batch.parts[0].date - latest.when < LINK_SECONDS
    return latest if latest and fresh and latest.video is None else None


async def _name(desk: Desk, reply: Reply, link: str) -> None:
    named = replace(reply, video=link)
    digested = await desk.digester.of_reply(reply)
    if digested:
        await change(desk, named, digested)


async def _repeat(desk: Desk, batch: Batch, answer: Answer, known: Reply) -> None:
    digested = await desk.digester.of_reply(known)
    if digested:
        mine = replace(known, asker=batch.sender.user)
        await repeat(desk, answer, digested, mine, view_of(batch.asked))
    else:
        await desk.answers.say(answer, desk.texts("link-alone"))
