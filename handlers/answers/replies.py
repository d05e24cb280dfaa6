"""A digest as a reply in a chat: sent the first time, changed by a press, kept both times."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from handlers.answers.services import Services
from handlers.delivery import Answer, Place
from handlers.digester import Digested
from handlers.message import View, inline_keyboard, render
from handlers.paste import Incoming
from handlers.protocols import Reply
from summarizer import Digest

VIEWS: Final[dict[str, View]] = {"digest": "digest", "comments": "comments", "links": "links"}


async def reply_with(
    services: Services, answer: Answer, digested: Digested, reply: Reply, view: View = "digest"
) -> None:
    """Send the digest as the answer, and keep that ``reply`` (its message still 0) shows it."""
    async with services.delivery.reply_lock(answer.place.chat):
        filled = await _filled(services, answer, digested, reply, view)
        message = await services.delivery.send(filled)
        await services.cache.keep_reply(replace(reply, message=message))


async def repeat(
    services: Services, answer: Answer, digested: Digested, reply: Reply, view: View = "digest"
) -> None:
    """Send once more, in a message of its own, what another reply shows."""
    await reply_with(services, answer, digested, replace(reply, sources=()), view)


async def change(
    services: Services, reply: Reply, digested: Digested, view: View = "digest"
) -> None:
    """Let a reply show another view, or another digest of its page.

    Where its message is gone, it is sent anew.
    """
    place = Place(reply.chat, reply.thread)
    answer = await _filled(services, Answer("", place, ""), digested, reply, view)
    shown = replace(reply, digest=digested.key)
    there = reply.chat, reply.message
    is_changed = await services.delivery.edit(*there, answer.html, answer.keyboard)
    async with services.delivery.reply_lock(reply.chat):  # not before: edits that wait become one
        if not is_changed:
            again = replace(answer, key=f"again:{reply.chat}:{reply.message}")
            shown = replace(shown, message=await services.delivery.send(again))
        await services.cache.keep_reply(shown)


def view_of(asked: Incoming | None) -> View:
    """What the command wants to see; without one, the digest."""
    command = asked.command if asked else None
    return VIEWS.get(command.name, "digest") if command else "digest"


def with_address(digest: Digest, video: str | None) -> Digest:
    """The digest with the video's address, where only the chat has named it."""
    return digest if digest.url or not video else replace(digest, url=video)


async def whole(
    services: Services, digested: Digested, video: str | None, view: View = "digest"
) -> Digest:
    """All that the view shows: the video's address, and the description where it stands there."""
    digest = with_address(digested.digest, video)
    if view != "links" and digest.summary:
        return digest
    page = await services.cache.page(digested.page)
    return replace(digest, description=page.description if page else "")


async def _filled(
    services: Services, answer: Answer, digested: Digested, reply: Reply, view: View
) -> Answer:
    digest = await whole(services, digested, reply.video, view)
    compact = reply.chat < 0 and services.chosen.compact
    rendered = render(digest, services.texts, view, compact=compact)
    buttons = inline_keyboard(rendered, digested.page, services.texts)
    return replace(answer, html=rendered.html, keyboard=buttons)
