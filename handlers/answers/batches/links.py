"""A video's address and the page about it, when they come in different messages."""

from __future__ import annotations

from dataclasses import replace

from handlers.answers.batches.fetched import answer_fetched, reply_to
from handlers.answers.replies import change, repeat, view_of
from handlers.answers.services import Services
from handlers.delivery import Answer
from handlers.digester import Digested
from handlers.fetching import FetchError
from handlers.message import capture_keyboard, has_times
from handlers.paste import Batch, link_in
from handlers.protocols import Reply
from summarizer import Digest

LINK_SECONDS = 600
"""Within ten minutes a link and a page belong together."""


async def video_of(services: Services, batch: Batch, digested: Digested) -> str | None:
    """The address of the video of a page: the page's own, the caption's, or one sent before.

    An address that was sent before belongs to one page only, which may have grown since: the first
    one after it, also where a later one was answered sooner.
    """
    if digested.digest.url:
        return digested.digest.url
    beside = next(filter(None, map(link_in, batch.note.splitlines())), None)
    if beside:
        if batch.may_grow:  # after a restart its parts come again without what stood beside them
            await services.cache.remember_link(batch.sender, beside, batch.date)
        return beside
    sent = await services.cache.remembered_link(batch.sender, batch.date)
    taken = await services.cache.reply_about(batch.sender.chat, sent) if sent else None
    if taken and taken.page != digested.page and set(taken.sources).isdisjoint(batch.messages):
        if not taken.sources or min(taken.sources) < min(batch.messages):
            return None
        await _name(services, taken, None)
    return sent


async def answer_link(services: Services, batch: Batch, answer: Answer, link: str) -> None:
    """Answer an address alone: fetch it, where that is allowed and it is no digest's name.

    Raises:
        FetchError: nothing came; the link is remembered.
    """
    known = await services.cache.reply_about(batch.sender.chat, link)
    is_name = _is_about_digest(batch) or bool(known and batch.asked)
    if services.fetcher is None or is_name:
        await _answer_unopened(services, batch, answer, link)
        return
    try:
        await answer_fetched(services, answer, reply_to(batch, link), view_of(batch.asked))
    except FetchError:
        if not await _has_named(services, batch, answer, link):
            await services.cache.remember_link(batch.sender, link, batch.date)
            raise


async def _answer_unopened(services: Services, batch: Batch, answer: Answer, link: str) -> None:
    """Let the address name the video of a digest, or find one, or remember it."""
    known = await services.cache.reply_about(batch.sender.chat, link)
    if await _has_named(services, batch, answer, link):
        return
    if known and batch.asked:
        await _repeat(services, batch, answer, known)
    else:
        await services.cache.remember_link(batch.sender, link, batch.date)
        await _tell_how(services, answer)


async def _tell_how(services: Services, answer: Answer) -> None:
    """Say how a page comes here, with a button for what makes that easier."""
    offered = replace(answer, keyboard=capture_keyboard(services.texts))
    await services.delivery.send_text(offered, services.texts("link-alone"))


async def _has_named(services: Services, batch: Batch, answer: Answer, link: str) -> bool:
    """Whether there is a digest whose video the address names; it opens the video from now on."""
    nameless = await _nameless(services, batch)
    named = await _name(services, nameless, link) if nameless else None
    if named:
        key = "link-named-times" if has_times(named) else "link-named"
        await services.delivery.send_text(answer, services.texts(key))
    return named is not None


def _is_about_digest(batch: Batch) -> bool:
    target = batch.parts[0].reply
    return bool(target and target.ours and target.message)


async def _nameless(services: Services, batch: Batch) -> Reply | None:
    """The digest that the link is sent for: the one replied to, or the latest, if still fresh."""
    target = batch.parts[0].reply
    if target and target.ours and target.message:
        return await services.cache.reply(batch.sender.chat, target.message)
    if batch.asked:
        return None
    latest = await services.cache.last_reply(batch.sender)
    fresh = latest and batch.date - latest.date < LINK_SECONDS
    return latest if latest and fresh and latest.video is None else None


async def _name(services: Services, reply: Reply, link: str | None) -> Digest | None:
    """The digest that opens the video now, or none any more, if it is still kept."""
    digested = await services.digester.of_reply(reply)
    if digested is None:
        return None
    await change(services, replace(reply, video=link), digested)
    return digested.digest


async def _repeat(services: Services, batch: Batch, answer: Answer, known: Reply) -> None:
    digested = await services.digester.of_reply(known)
    if digested:
        mine = replace(known, asker=batch.sender.user)
        await repeat(services, answer, digested, mine, view_of(batch.asked))
    else:
        await _tell_how(services, answer)
