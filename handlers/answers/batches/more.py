"""More comments of a page that was fetched: its digest grows, or it is said why it does not."""

from __future__ import annotations

from dataclasses import replace

from handlers.answers.batches.fetched import counted, fetcher_of
from handlers.answers.feedback import advice
from handlers.answers.replies import change
from handlers.answers.services import Services
from handlers.chat_action import typing
from handlers.delivery import Answer, Place
from handlers.digester import Digested
from handlers.fetching import Fetched, FetchError, why_not_all, with_more_comments
from handlers.protocols import AdviceError, JobFailedError, QuotaError, Reply, Sender
from handlers.source import key_of
from summarizer import Options


async def answer_with_more(
    services: Services, reply: Reply, shown: Digested, asker: Sender
) -> None:
    """Let a reply show the digest of its page with more comments, in the same length.

    Where none come, the reason is said below it, and they are not offered again.
    """
    place = Place(reply.chat, reply.thread, reply.message)
    key = f"more:{reply.chat}:{reply.message}"
    answer = Answer(key, place, "", asker=asker.user, mark=services.texts.mark)
    try:
        async with typing(services.bot, place, lambda: True):
            fetched, digested = await _wider(services, reply, shown, asker)
    except (FetchError, JobFailedError, QuotaError) as problem:
        await services.delivery.send_text(answer, advice(problem, services.texts))
        return
    await change(services, replace(reply, page=digested.page), digested)
    if digested.digest.mood.total <= shown.digest.mood.total:
        why = services.texts(f"fetch-why-{why_not_all(fetched, 'unsupported')}")
        await services.delivery.send_text(answer, services.texts("no-more-comments", why=why))


async def _wider(
    services: Services, reply: Reply, shown: Digested, asker: Sender
) -> tuple[Fetched, Digested]:
    """What came once more, and the digest of the page with it."""
    link = reply.video or ""
    more = fetcher_of(services, link).more(link, asker.user)
    fetched = await counted(services, asker, more)
    page = await services.cache.page(reply.page)
    if page is None:
        raise AdviceError(services.texts("press-forgotten"))
    files = (part for name, data in fetched.files for part in (name, data))
    key = key_of("more", reply.page, repr(fetched.missing), *files)
    work = with_more_comments, page, fetched, link
    await services.cache.keep_page(key, await services.workers.run(*work, person=asker.user))
    length = Options(max(1, len(shown.digest.summary)))
    digested = await services.digester.of_page(key, asker, length)
    if digested is None:  # the disk is full
        raise AdviceError(services.texts("press-forgotten"))
    return fetched, digested
