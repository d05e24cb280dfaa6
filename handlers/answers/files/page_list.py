"""The list of the pages that came together, and what a press of one of its buttons does."""

from __future__ import annotations

from dataclasses import replace

from handlers.answers.replies import reply_with
from handlers.answers.services import Services
from handlers.delivery import Answer, Place
from handlers.digester import Digested
from handlers.message import Line, block, list_keyboard, plain, quoted, shorten, write
from handlers.protocols import Reply, Sender
from summarizer import Page

_TITLE_CHARACTERS = 80


async def send_list(services: Services, answer: Answer, digested: Digested, reply: Reply) -> None:
    """Send a list with a button for each page, where others came with the one of the digest.

    It stands above the digest, so that what is said next is about that one.
    """
    if not any(one.kind == "another-page" for one in digested.digest.left_out):
        return
    page = await services.cache.page(digested.page)
    if page is None or not page.others:
        return
    titles = [each.title or services.texts("untitled") for each in (page, *page.others)]
    listed = replace(
        answer,
        key=f"{answer.key}:list",
        html=write(block(_lines(services, page, titles)), services.texts.mark).markup,
        keyboard=list_keyboard(titles, digested.page),
        updates=(),
    )
    async with services.delivery.reply_lock(answer.place.chat):
        message = await services.delivery.send(listed)
        await services.cache.keep_reply(replace(reply, message=message, digest="", sources=()))


async def answer_with_other(services: Services, reply: Reply, number: int, asker: Sender) -> None:
    """Answer the press of a list's button with the digest of that page, below the list."""
    digested = await services.digester.of_other(reply.page, number, asker)
    if digested is None:
        return
    place = Place(reply.chat, reply.thread, reply.message)
    key = f"page:{reply.chat}:{reply.message}:{number}"
    shown = replace(
        reply, message=0, page=digested.page, digest=digested.key, asker=asker.user, video=None
    )
    await reply_with(services, Answer(key, place, "", asker=asker.user), digested, shown)


def _lines(services: Services, page: Page, titles: list[str]) -> list[Line]:
    """What the list says: how many there are, their titles, whether some are missing."""
    head: Line = (plain(services.texts("pages", n=len(titles))),)
    lines: list[Line] = [
        (plain(f"{n}. "), quoted(shorten(title, _TITLE_CHARACTERS)))
        for n, title in enumerate(titles, start=1)
    ]
    if any(one.kind == "another-page" and one.stated > one.found for one in page.omissions):
        lines.append((plain(services.texts("pages-more", n=len(titles))),))
    return [head, *lines]
