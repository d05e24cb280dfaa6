"""A digest as a reply in a chat: given the first time, changed by a press, kept both times."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from handlers.answers.digester import Digested
from handlers.delivery import Answer, Place
from handlers.message.keyboard import keyboard
from handlers.message.render import View, render
from handlers.paste.incoming import Incoming
from handlers.protocols import Reply
from handlers.services import Desk
from summarizer import Digest

VIEWS: Final[dict[str, View]] = {"digest": "digest", "comments": "comments", "links": "links"}


async def reply_with(
    desk: Desk, answer: Answer, digested: Digested, reply: Reply, view: View = "digest"
) -> None:
    """Give the digest as the answer, and keep that ``reply`` (its message still 0) shows it."""
    async with desk.answers.keeping(answer.place.chat):
        message = await desk.answers.give(_filled(desk, answer, digested, reply, view))
        await desk.cache.keep_reply(replace(reply, message=message))


async def repeat(
    desk: Desk, answer: Answer, digested: Digested, reply: Reply, view: View = "digest"
) -> None:
    """Give once more, in a message of its own, what another reply shows."""
    again = replace(reply, sources=())
    await reply_with(desk, answer, digested, again, view)


async def change(desk: Desk, reply: Reply, digested: Digested, view: View = "digest") -> None:
    """Let a reply show another view, or another digest of its page."""
    answer = _filled(desk, Answer("", Place(reply.chat), ""), digested, reply, view)
    await desk.answers.edit(reply.chat, reply.message, answer.html, answer.keyboard)
    await desk.cache.keep_reply(replace(reply, digest=digested.key))


def view_of(asked: Incoming | None) -> View:
    """What the command wants to see; without one, the digest."""
    command = asked.command if asked else None
    return VIEWS.get(command.name, "digest") if command else "digest"


def addressed(digest: Digest, video: str | None) -> Digest:
    """The digest with the video's address, where only the chat has named it."""
    return digest if digest.url or not video else replace(digest, url=video)


def _filled(desk: Desk, answer: Answer, digested: Digested, reply: Reply, view: View) -> Answer:
    digest = addressed(digested.digest, reply.video)
    rendered = render(digest, desk.texts, view, compact=reply.chat < 0)
    buttons = keyboard(rendered, digested.page, desk.texts)
    return replace(answer, html=rendered.html, keyboard=buttons)
