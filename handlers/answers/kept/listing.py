"""Lists of what is kept of a chat: all of it, or the pages with some words, ten at a time."""

from __future__ import annotations

from dataclasses import replace

from telegram import InlineKeyboardMarkup

from handlers.answers.services import Services
from handlers.catalogue import Listed, Listing
from handlers.delivery import Answer
from handlers.message import LISTED, Item, Texts, kept_keyboard, render_list
from handlers.paste import Incoming
from handlers.protocols import AdviceError
from summarizer.search import has_operators, query_terms

LONGEST_SEARCH = 200
"""Characters of what is looked for."""

Shown = tuple[str, InlineKeyboardMarkup]
"""A list in HTML, and its buttons."""


async def find(services: Services, asked: Incoming, answer: Answer) -> None:
    """List the pages of the chat that hold the words after the command."""
    words = " ".join(asked.argument.split())
    if not words:
        raise AdviceError(services.texts("find-what"))
    if len(words) > LONGEST_SEARCH:
        raise AdviceError(services.texts("find-too-long", n=LONGEST_SEARCH))
    if not query_terms(words):
        raise AdviceError(services.texts("find-no-words"))
    await _send(services, asked, answer, words)


async def history(services: Services, asked: Incoming, answer: Answer) -> None:
    """List all that is kept of the chat."""
    await _send(services, asked, answer, "")


async def shown(services: Services, listing: Listing, first: int) -> Shown | None:
    """The list from number ``first`` on; None where nothing is there."""
    listed = await services.catalogue.listed(listing.chat, listing.words, first, LISTED)
    if not listed.items:
        return None
    html = render_list(listing.words, _items(listed), first, listed.total, services.texts)
    pages = [kept.reply.page for kept in listed.items]
    return html, kept_keyboard(pages, first, listed.total, services.texts)


async def _send(services: Services, asked: Incoming, answer: Answer, words: str) -> None:
    sender = asked.sender
    listing = Listing(sender.chat, 0, sender.user, sender.thread, words)
    filled = await shown(services, listing, 0)
    if filled is None:
        raise AdviceError(_nothing(words, services.texts))
    async with services.delivery.reply_lock(sender.chat):
        html, keyboard = filled
        message = await services.delivery.send(replace(answer, html=html, keyboard=keyboard))
        await services.catalogue.keep_listing(replace(listing, message=message))


def _nothing(words: str, texts: Texts) -> str:
    """What is said where nothing is listed."""
    note = [texts("find-plain-words")] if has_operators(words) else []
    return "\n".join([texts("find-none" if words else "history-none"), *note])


def _items(listed: Listed) -> list[Item]:
    return [Item(kept.title, kept.reply.date, kept.url, kept.found) for kept in listed.items]
