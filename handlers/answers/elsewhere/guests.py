"""The answer to a guest: a digest in a chat that the bot is not in, of which nothing is kept."""

from __future__ import annotations

import re
from dataclasses import replace

from handlers.answers.batches import is_blank, is_own
from handlers.answers.files import download, place_for
from handlers.answers.replies import whole, with_address
from handlers.answers.services import Services
from handlers.delivery import Answer
from handlers.message import render_alone
from handlers.paste import Batch, Incoming, link_in, read_target
from handlers.permissions import is_group
from handlers.protocols import AdviceError, Sender
from handlers.source import Source
from summarizer import Digest


async def answer_guest(services: Services, asked: Incoming, answer: Answer) -> None:
    """Answer with a digest of what is replied to, or of what stands beside the bot's name.

    Raises:
        AdviceError: there is no page.
        UnreadableError, JobFailedError: it cannot be read.
        QuotaError: the person, or the group, may not have one more digest.
    """
    if not _is_let_in(services, asked.sender):
        await services.delivery.send_text(answer, services.texts("private"))
        return
    digest = await _digest(services, asked)
    if is_blank(digest):
        raise AdviceError(services.texts("no-words"))
    html = render_alone(digest, services.texts)
    await services.delivery.send(replace(answer, html=html))


def _is_let_in(services: Services, sender: Sender) -> bool:
    """Whether the person is, or whoever asks in the group."""
    allows = services.policy.allowlist.allows
    return allows(sender.user) or (is_group(sender.chat) and allows(sender.chat))


async def _digest(services: Services, asked: Incoming) -> Digest:
    said = _without_name(services, asked.text)
    batch = Batch("", _asker(asked.sender), (_page(asked, said),))
    if batch.link:
        return await _known(services, batch.sender.user, batch.link)
    if is_own(services, batch) or (batch.is_remark and not batch.documents):
        raise AdviceError(services.texts("guest-what", mention=services.bot.name))
    digest = await services.digester.unkept(await _source(services, batch), batch.sender)
    return with_address(digest, link_in(said))


def _page(asked: Incoming, said: str) -> Incoming:
    """What is replied to, if anything is, else what was said or sent with the bot's name."""
    target = replace(asked, text="", document=None) if asked.reply else None
    return read_target(asked) or target or replace(asked, text=said, links=(), command=None)


def _asker(sender: Sender) -> Sender:
    """Whose quotas count: the person's, and a group's.

    A private chat has the id of the other one in it, who has not asked.
    """
    return sender if is_group(sender.chat) else Sender(sender.user, sender.user)


async def _known(services: Services, person: int, link: str) -> Digest:
    """The digest of the page that the person has sent to the bot in private with this link."""
    reply = await services.cache.reply_about(person, link)
    digested = await services.digester.of_reply(reply) if reply else None
    if reply is None or digested is None:
        raise AdviceError(services.texts("guest-link"))
    return await whole(services, digested, reply.video)


async def _source(services: Services, batch: Batch) -> Source:
    if not batch.documents:
        return Source(batch.text, links=batch.hidden_links)
    async with place_for(batch.documents[0], services.files, batch.sender.user):
        most = services.policy.max_file_mb
        return await download(services.bot, batch.documents[0], most, services.texts)


def _without_name(services: Services, text: str) -> str:
    """What was said besides the bot's name."""
    name = rf"(?<!\w)@{re.escape(services.bot.username)}\b"
    return re.sub(name, "", text, flags=re.IGNORECASE).strip()
