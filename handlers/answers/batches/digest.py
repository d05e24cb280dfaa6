"""The answer to a pasted page, to files, to a link alone, and to a command without any of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handlers.answers.batches.beside import answer_questions
from handlers.answers.batches.fetched import offer_links
from handlers.answers.batches.links import answer_link, video_of
from handlers.answers.batches.remarks import answer_remark
from handlers.answers.feedback import Reading, waiting
from handlers.answers.files import Part, digest_files, send_list
from handlers.answers.kept import tell_news
from handlers.answers.replies import change, repeat, reply_with, view_of
from handlers.answers.services import Services
from handlers.delivery import Answer
from handlers.digester import Digested
from handlers.message import ends_in_footer
from handlers.paste import Batch, Incoming, join
from handlers.protocols import AdviceError, Reply, Sender
from handlers.source import Source
from summarizer import Digest, UnreadableError

MANY_PARTS = 8
"""From so many on joining would hold the event loop up: it is done in a worker."""


async def answer_batch(services: Services, batch: Batch, answer: Answer) -> None:
    """Answer with a digest of each source in the batch, or with what a link alone is good for."""
    if is_own(services, batch):
        raise AdviceError(services.texts("own-message"))
    if batch.link:
        await answer_link(services, batch, answer, batch.link)
        return
    if batch.links:
        await _answer_links(services, batch, answer)
    elif not batch.is_remark:
        digester = services.digester.of_length(batch.length)
        await _answer_sources(replace(services, digester=digester), batch, answer)
    elif batch.asked and view_of(batch.asked) != "digest":
        await answer_command_alone(services, batch.asked, answer)
    else:
        await answer_remark(services, batch, answer)


async def _answer_links(services: Services, batch: Batch, answer: Answer) -> None:
    if services.fetcher is None:
        raise UnreadableError("link-alone")
    await offer_links(services, batch, answer, batch.links)


async def answer_with_example(services: Services, date: float, answer: Answer) -> None:
    """Answer with the digest of the page that shows what the bot does, sent at ``date``."""
    place, asker = answer.place, answer.asker
    sender = Sender(place.chat, asker, place.thread)
    digested = await services.digester(Source(services.policy.example), sender)
    reply = Reply(place.chat, 0, digested.page, digested.key, asker, place.thread)
    no_other = digested.digest.url or ""  # a link that is sent next is not the example's
    await reply_with(services, answer, digested, replace(reply, date=date, video=no_other))


async def _answer_sources(services: Services, batch: Batch, answer: Answer) -> None:
    """Answer with a digest of the text, or of each file."""
    with services.resequencer.begun(batch.sender, answer.key) as earlier_ended:
        if batch.may_grow:
            await services.outbox.hold(batch.key, *answer.updates)
        async with waiting(services, answer, batch.sender.user) as reading:
            parts = await _parts(services, batch, answer, reading)
            if _are_blank(parts):
                raise AdviceError(services.texts("no-words"))
            await earlier_ended()
        shown = await _shown(services, batch, parts)
    for part, reply in shown:
        await answer_questions(services, batch, part, reply)


async def _shown(
    services: Services, batch: Batch, parts: Sequence[Part]
) -> list[tuple[Answer, Reply]]:
    """The replies that were sent with a digest; what is asked beside them settles the updates."""
    shown = []
    for part, digested in parts:
        own = replace(part, updates=()) if batch.questions else part
        if digested:
            async with services.delivery.page_lock(batch.sender.chat):
                shown.append((own, await _reply(services, batch, own, digested)))
        else:
            await services.delivery.send(own)
    return shown


def is_own(services: Services, batch: Batch) -> bool:
    """Whether it is an answer of the bot's own that was forwarded or copied to it."""
    only = batch.parts[0] if len(batch.parts) == 1 else None
    copied = only is not None and ends_in_footer(only.text)
    return copied or batch.parts[0].origin == f"user:{services.bot.id}"


def is_blank(digest: Digest) -> bool:
    """Whether there is nothing to show but a title: emoji, for example."""
    return not (digest.words or digest.lead or digest.mood.total or digest.links)


async def _parts(services: Services, batch: Batch, answer: Answer, reading: Reading) -> list[Part]:
    if batch.documents:
        return await digest_files(services, batch, answer, reading)
    return [(answer, await services.digester(await _source(services, batch), batch.sender))]


async def _source(services: Services, batch: Batch) -> Source:
    """The text the user copied."""
    parts = [part.text for part in batch.parts]
    if len(parts) < MANY_PARTS:
        text = join(parts)
    else:
        text = await services.workers.run(join, parts, person=batch.sender.user, quick=True)
    return Source(batch.without_command(text), links=batch.hidden_links)


def _are_blank(parts: Sequence[Part]) -> bool:
    digests = [digested.digest for _, digested in parts if digested]
    return bool(digests) and all(map(is_blank, digests))


async def _reply(services: Services, batch: Batch, answer: Answer, digested: Digested) -> Reply:
    """Send the digest, or change the one that shows what the batch was; return what it shows."""
    video = await video_of(services, batch, digested)
    reply = Reply(
        chat=batch.sender.chat,
        message=0,
        page=digested.page,
        digest=digested.key,
        asker=batch.sender.user,
        thread=batch.sender.thread,
        sources=batch.messages,
        video=video,
        date=batch.date,
    )
    former = await _former(services, batch)
    if former is None:
        is_new = await services.catalogue.reply(reply.chat, reply.page) is None
        await send_list(services, answer, digested, reply)
        await reply_with(services, answer, digested, reply, view_of(batch.asked))
        if is_new:
            await tell_news(services, answer, reply, digested)
        return reply
    if former.sources == batch.messages:  # else it is one part, and the others are not at hand
        shown = replace(reply, message=former.message)
        await change(services, shown, digested, view_of(batch.asked))
    await services.outbox.done(*answer.updates)
    return reply


async def _former(services: Services, batch: Batch) -> Reply | None:
    """The reply to a message that was edited long after it was answered."""
    only = batch.parts[0] if len(batch.parts) == 1 else None
    if only is None or not only.edited:
        return None
    return await services.cache.reply_to(batch.sender.chat, only.message)


async def answer_command_alone(services: Services, asked: Incoming, answer: Answer) -> None:
    """Answer a command without text or file: show the digest replied to, or the sender's latest."""
    reply = await _meant(services, asked)
    digested = await services.digester.of_reply(reply) if reply else None
    if reply and digested:
        await repeat(services, answer, digested, reply, view_of(asked))
    else:
        await services.delivery.send_text(answer, services.texts(_instead(asked)))


async def _meant(services: Services, asked: Incoming) -> Reply | None:
    target = asked.reply
    if target and target.ours and target.message:
        return await services.cache.reply(asked.sender.chat, target.message)
    if target or asked.media:
        return None
    return await services.cache.last_reply(asked.sender)


def _instead(asked: Incoming) -> str:
    """The key of what is said where there is no digest to show."""
    if asked.reply and ends_in_footer(asked.reply.text):
        return "press-forgotten"
    return "not-text" if asked.media else "nothing-to-digest"
