"""What is new when the same video is sent again, in a message of its own."""

from __future__ import annotations

from dataclasses import replace

from handlers.answers.replies import with_address
from handlers.answers.services import Services
from handlers.delivery import Answer
from handlers.digester import Digested
from handlers.message import Copy, news_view, write
from handlers.protocols import Reply
from handlers.source import is_quick
from summarizer.later_copy import new_comments


async def tell_news(services: Services, answer: Answer, reply: Reply, digested: Digested) -> None:
    """Say what the page of ``reply`` has that the earlier copy in this chat had not, if anything.

    The digest itself is the same whatever was sent before.
    """
    earlier = await services.catalogue.earlier_copy(reply)
    if earlier is None or await _is_part(services, earlier, reply):
        return
    former = await services.digester.of_reply(earlier)
    kept = [await services.cache.page(key) for key in (earlier.page, reply.page)]
    pages = [page for page in kept if page]
    if former is None or len(pages) < len(kept):
        return
    quick = all(map(is_quick, pages))
    news = await services.workers.run(new_comments, *pages, person=reply.asker, quick=quick)
    if news.number:
        digest = with_address(digested.digest, reply.video)
        before = Copy(former.digest, earlier.date)
        told = news_view(before, digest, news, services.texts)
        html = write(told, services.texts.mark).markup
        beside = replace(answer, key=f"{answer.key}:news", html=html, keyboard=None, updates=())
        await services.delivery.send(beside)


async def _is_part(services: Services, earlier: Reply, reply: Reply) -> bool:
    """Whether the earlier copy is the first parts of this one, whose digest was deleted."""
    known = await services.cache.reply(earlier.chat, earlier.message)
    return known is not None and not set(known.sources).isdisjoint(reply.sources)
