"""The answer to a pasted page, to files, to a link alone, and to a command without any of them."""

from __future__ import annotations

from dataclasses import replace
from math import ceil

from handlers.answers.digester import Digested
from handlers.answers.files import digest_files
from handlers.answers.links import answer_link, video_of
from handlers.answers.replies import change, repeat, reply_with, view_of
from handlers.chat_action import typing
from handlers.delivery import Answer
from handlers.message.sections import ends_in_footer
from handlers.message.texts import Texts
from handlers.paste.batch import Batch
from handlers.paste.incoming import Incoming
from handlers.protocols import Reply
from handlers.services import Desk
from summarizer import Digest, UnreadableError


async def answer_batch(desk: Desk, batch: Batch, answer: Answer) -> None:
    """Answer with a digest of each source in the batch, or with what a link alone is good for."""
    if _is_own(desk, batch):
        raise UnreadableError(desk.texts("own-message"))
    if batch.link:
        await answer_link(desk, batch, answer, batch.link)
        return
    if batch.is_remark:
        raise UnreadableError(desk.texts("too-short"))
    seconds = desk.quota.wait(batch.sender, batch.key)
    if seconds:
        raise UnreadableError(desk.texts("quota", n=ceil(seconds / 60)))
    with desk.turns.entered(batch.sender) as turn:
        if batch.may_grow:
            await desk.outbox.hold(batch.key, *answer.updates)
        async with typing(desk.bot, answer.place):
            digests = await _digests(desk, batch, answer)
            if digests and all(_is_blank(digested.digest) for _, digested in digests):
                raise UnreadableError(desk.texts("no-words"))
            await turn()
            for place, digested in digests:
                await _reply(desk, batch, place, digested)


def _is_own(desk: Desk, batch: Batch) -> bool:
    """Whether it is an answer of the bot's own that was forwarded or copied to it."""
    only = batch.parts[0] if len(batch.parts) == 1 else None
    copied = only is not None and ends_in_footer(only.text, desk.texts)
    return copied or batch.parts[0].origin == f"user:{desk.bot.id}"


async def _digests(desk: Desk, batch: Batch, answer: Answer) -> list[tuple[Answer, Digested]]:
    if batch.documents:
        return await digest_files(desk, batch, answer)
    return [(answer, await desk.digester(await desk.digester.source(batch)))]


def _is_blank(digest: Digest) -> bool:
    """Whether there is nothing to show but a title: emoji, for example."""
    return not (digest.words or digest.lead or digest.mood.total or digest.links)


async def _reply(desk: Desk, batch: Batch, answer: Answer, digested: Digested) -> None:
    video = await video_of(desk, batch, digested)
    reply = Reply(
        chat=batch.sender.chat,
        message=0,
        page=digested.page,
        digest=digested.key,
        asker=batch.sender.user,
        thread=batch.sender.thread,
        sources=batch.messages,
        video=video,
    )
    former = await _former(desk, batch)
    if former is None:
        await reply_with(desk, answer, digested, reply, view_of(batch.asked))
        return
    if former.sources == batch.messages:  # else it is one part, and the others are not at hand
        shown = replace(reply, message=former.message)
        await change(desk, shown, digested, view_of(batch.asked))
    await desk.outbox.done(*answer.updates)


async def _former(desk: Desk, batch: Batch) -> Reply | None:
    """The reply to a message that was edited long after it was answered."""
    only = batch.parts[0] if len(batch.parts) == 1 else None
    if only is None or not only.edited:
        return None
    return await desk.cache.reply_to(batch.sender.chat, only.message)


async def answer_bare(desk: Desk, asked: Incoming, answer: Answer) -> None:
    """Answer a command without text or file: show the digest replied to, or the sender's latest."""
    reply = await _meant(desk, asked)
    digested = await desk.digester.of_reply(reply) if reply else None
    if reply and digested:
        await repeat(desk, answer, digested, reply, view_of(asked))
    else:
        await desk.answers.say(answer, desk.texts(_instead(asked, desk.texts)))


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
