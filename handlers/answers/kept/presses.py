"""What a press under a list does: it turns the page, or opens a digest again."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from telegram import CallbackQuery

from handlers.answers.feedback import answer_press
from handlers.answers.kept.listing import shown
from handlers.answers.replies import repeat
from handlers.answers.services import Services
from handlers.catalogue import Listing
from handlers.delivery import Answer, Place
from handlers.message import Press
from handlers.permissions import may_change
from handlers.protocols import Reply, Sender

LIST_ACTIONS: Final = ("list", "open")
"""The actions of the buttons under a list."""


async def pressed_in_list(
    services: Services, query: CallbackQuery, press: Press, answer: Answer
) -> None:
    """Answer the press at once, with a private note where it can do nothing; then do it."""
    listing = await _listing(services, query)
    kept = await services.catalogue.reply(listing.chat, press.page) if listing else None
    note = await _objection(services, query, press, listing, kept)
    await answer_press(query, note)
    if note is None and listing:
        if press.action == "list":
            await _turn(services, listing, press.number)
        elif kept:
            await _open(services, listing, kept, answer)
    await services.outbox.done(*answer.updates)


async def _listing(services: Services, query: CallbackQuery) -> Listing | None:
    """The list that the button stands under; it may be on the screen and not kept yet."""
    if query.message is None:
        return None
    async with services.delivery.reply_lock(query.message.chat.id):
        place = query.message.chat.id, query.message.message_id
        return await services.catalogue.listing(*place)


async def _objection(
    services: Services,
    query: CallbackQuery,
    press: Press,
    listing: Listing | None,
    kept: Reply | None,
) -> str | None:
    """Why the press can do nothing, in a note that only its author sees."""
    if listing is None or (press.action == "open" and kept is None):
        return services.texts("press-forgotten")
    asked = Reply(listing.chat, listing.message, "", asker=listing.asker)
    if not await may_change(services.bot, asked, query.from_user.id):
        return services.texts("press-others-list")
    return None


async def _turn(services: Services, listing: Listing, first: int) -> None:
    """Show the list from number ``first`` on, or from its last page where it has grown shorter."""
    filled = await shown(services, listing, first) or await shown(services, listing, 0)
    if filled:
        await services.delivery.edit(listing.chat, listing.message, *filled)


async def _open(services: Services, listing: Listing, kept: Reply, answer: Answer) -> None:
    """Send the digest again, below the list."""
    asker = Sender(listing.chat, answer.asker, listing.thread)
    digested = await services.digester.of_reply(kept)
    digested = digested or await services.digester.of_page(kept.page, asker)
    if digested:
        below = replace(answer, place=Place(listing.chat, listing.thread, listing.message))
        mine = replace(kept, asker=answer.asker, thread=listing.thread)
        await repeat(services, below, digested, mine)
