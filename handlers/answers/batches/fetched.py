"""A link in; the digest of what its site gives out, where the operator allows fetching."""

from __future__ import annotations

from collections.abc import Awaitable, Sequence
from dataclasses import replace

from handlers.answers.feedback import advice, waiting
from handlers.answers.replies import reply_with
from handlers.answers.services import Services
from handlers.delivery import Answer, Place
from handlers.fetching import Fetched, Fetcher, FetchError
from handlers.journal import note_fetch
from handlers.message import Line, View, block, link_keyboard, plain, quoted, shorten, write
from handlers.paste import Batch
from handlers.protocols import JobFailedError, QuotaError, Reply, Sender
from handlers.source import Source
from summarizer import Page
from summarizer.model import Link

FETCH_SECONDS = 20
"""Who waits is told that it takes up to so many."""
_ADDRESS_CHARACTERS = 80


async def answer_fetched(
    services: Services, answer: Answer, reply: Reply, view: View = "digest"
) -> None:
    """Answer with the digest of what comes of the address ``reply.video``.

    Raises:
        FetchError: nothing came.
        QuotaError: the asker may not have one more digest.
    """
    link, asker = reply.video or "", Sender(reply.chat, reply.asker, reply.thread)
    async with waiting(services, answer, asker.user):
        try:
            fetched = await _fetched(services, answer, link, asker)
            digested = await services.digester.of_fetched(fetched, link, asker)
        except FetchError as problem:
            note_fetch(problem.reason)
            raise
    shown = replace(reply, page=digested.page, digest=digested.key)
    await reply_with(services, answer, digested, shown, view)


async def offer_links(
    services: Services, batch: Batch, answer: Answer, links: Sequence[str]
) -> None:
    """Answer several links with a list of them, a button each."""
    key = Source("\n".join(links), "links").key
    await services.cache.keep_page(key, Page(links=tuple(Link(link, link) for link in links)))
    head: Line = (plain(services.texts("links-choose", n=len(links))),)
    lines: list[Line] = [
        (plain(f"{n}. "), quoted(shorten(_written(link), _ADDRESS_CHARACTERS)))
        for n, link in enumerate(links, start=1)
    ]
    keyboard = link_keyboard([_written(link) for link in links], key)
    listed = replace(answer, html=write(block([head, *lines])).markup, keyboard=keyboard)
    async with services.delivery.reply_lock(answer.place.chat):
        message = await services.delivery.send(listed)
        await services.cache.keep_reply(replace(reply_to(batch), message=message, page=key))


async def answer_chosen(services: Services, reply: Reply, number: int, asker: Sender) -> None:
    """Answer the press of a list's button with the digest of that link, below the list."""
    page = await services.cache.page(reply.page)
    if page is None or not 0 < number <= len(page.links):
        return
    place = Place(reply.chat, reply.thread, reply.message)
    key = f"fetch:{reply.chat}:{reply.message}:{number}"
    link = page.links[number - 1].url
    wanted = Reply(reply.chat, 0, "", "", asker.user, reply.thread, video=link, date=reply.date)
    answer = Answer(key, place, "", asker=asker.user, mark=services.texts.mark)
    try:
        await answer_fetched(services, answer, wanted)
    except (FetchError, JobFailedError, QuotaError) as problem:  # below the list, not the button
        await services.delivery.send_text(answer, advice(problem, services.texts))


def fetcher_of(services: Services, link: str) -> Fetcher:
    """What fetches the link; FetchError where that is not allowed any more, for an old button."""
    if services.fetcher is None:
        raise FetchError("fetch-site", host=_written(link).partition("/")[0])
    return services.fetcher


async def counted(services: Services, asker: Sender, fetching: Awaitable[Fetched]) -> Fetched:
    """What is fetched, which its digest counts for; where nothing comes, that counts too."""
    try:
        fetched = await fetching
    except FetchError:
        services.quota.count(asker)
        raise
    note_fetch("fetched" if fetched.is_whole else "partly")
    return fetched


def reply_to(batch: Batch, link: str | None = None) -> Reply:
    """The reply to a batch, of which page and digest are still to come."""
    sender = batch.sender
    given = sender.chat, 0, "", "", sender.user, sender.thread, batch.messages, link, batch.date
    return Reply(*given)


async def _fetched(services: Services, answer: Answer, link: str, asker: Sender) -> Fetched:
    """What came a while ago, or comes now, which counts for the quota even if nothing comes."""
    fetcher = fetcher_of(services, link)
    if kept := fetcher.kept(link):
        note_fetch("kept")
        return kept
    if seconds := services.quota.delay(asker):
        raise QuotaError(seconds)
    notice = replace(answer, updates=())
    await services.delivery.send_text(notice, services.texts("fetching", n=FETCH_SECONDS))
    return await counted(services, asker, fetcher(link, asker.user))


def _written(link: str) -> str:
    return link.partition("://")[2]
