"""The answer to an inline query: digests of the person's own chat with the bot, to be chosen."""

from __future__ import annotations

import logging
from typing import Final

from telegram import InlineQuery, InlineQueryResultArticle, InlineQueryResultsButton
from telegram.error import TelegramError

from handlers.answers.replies import whole
from handlers.answers.services import Services
from handlers.catalogue import Kept
from handlers.delivery import Answer, article
from handlers.message import render_alone, shorten
from summarizer import Digest

logger = logging.getLogger(__name__)

OFFERED: Final = 5
"""Digests offered at once; whoever scrolls on gets more."""
KEPT_SECONDS: Final = 5
"""So long Telegram may offer the same again: what is forgotten is soon offered no more."""
TITLE_CHARACTERS, LINE_CHARACTERS = 80, 120
_BEGIN: Final = "inline"
"""What /start is told from the button that leads to the private chat."""


async def answer_inline(services: Services, query: InlineQuery, _: Answer) -> None:
    """Offer the digests that hold the words; all of them, newest first, where there are none.

    A group's are never among them: only those that stand in the person's private chat, which has
    the person's id.
    """
    person, first = query.from_user.id, int(query.offset) if query.offset.isdecimal() else 0
    if not services.policy.allowlist.allows(person):
        await _offer(services, query, [], services.texts("private"))
        return
    words = " ".join(query.query.split())
    listed = await services.catalogue.listed(person, words, first, OFFERED)
    results = [one for kept in listed.items if (one := await _result(services, kept))]
    note = "" if results or first else services.texts("inline-none")
    more = first + OFFERED if first + OFFERED < listed.total else None
    await _offer(services, query, results, note, more)


async def _offer(
    services: Services,
    query: InlineQuery,
    results: list[InlineQueryResultArticle],
    note: str,
    more: int | None = None,
) -> None:
    """Answer; a query that was typed on meanwhile is not waited for any more."""
    try:
        await services.bot.answer_inline_query(
            query.id,
            results,
            cache_time=KEPT_SECONDS,
            is_personal=True,
            next_offset="" if more is None else str(more),
            button=InlineQueryResultsButton(note, start_parameter=_BEGIN) if note else None,
        )
    except TelegramError as problem:
        logger.info("an inline query was not answered: %s", problem)


async def _result(services: Services, kept: Kept) -> InlineQueryResultArticle | None:
    """The digest as one of the results; None where it is not kept any more."""
    digested = await services.digester.of_reply(kept.reply)
    if digested is None:
        return None
    digest = await whole(services, digested, kept.url or kept.reply.video)
    title = shorten(kept.title or services.texts("untitled"), TITLE_CHARACTERS)
    html = render_alone(digest, services.texts)
    return article(digested.page, title, html, shorten(_line(kept, digest), LINE_CHARACTERS))


def _line(kept: Kept, digest: Digest) -> str:
    """The place where the words stand, or else what the digest begins with."""
    if kept.found and kept.found.part != "title":
        return kept.found.text
    sentences = (*(sentence.text for sentence in digest.summary), *digest.lead)
    return next(iter(sentences), digest.channel or "")
