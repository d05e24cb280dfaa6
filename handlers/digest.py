"""What a pasted page, a file or /digest is answered with."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from typing import Final

from telegram.constants import ChatAction
from telegram.error import TelegramError

from handlers.answers import Answer, Place
from handlers.batch import Batch
from handlers.desk import Desk
from handlers.digester import Digested, Source
from handlers.downloads import download
from handlers.protocols import Reply
from handlers.render import View
from handlers.replies import reply_with
from handlers.videos import answer_link, video_of
from summarizer import Options, UnreadableError
from summarizer.address import sole_link

VIEWS: Final[dict[str, View]] = {"digest": "digest", "comments": "comments", "links": "links"}
TYPING_SECONDS: Final = 4.0


async def answer_batch(desk: Desk, batch: Batch, answer: Answer) -> None:
    """Answer with a digest of each source in the batch, or with what a link alone is good for."""
    link = None if batch.documents else sole_link(batch.text)
    if link:
        await answer_link(desk, batch, answer, link)
        return
    seconds = desk.quota.wait(batch.sender, batch.key)
    if seconds:
        raise UnreadableError(desk.texts("quota", n=-(-int(seconds) // 60)))
    async with typing(desk, answer.place):
        await _digest(desk, batch, answer, await _source(desk, batch))


async def _source(desk: Desk, batch: Batch) -> Source:
    if not batch.documents:
        return Source(batch.text)
    return await download(desk.bot, batch.documents[0], desk.house.max_file_mb, desk.texts)


async def _digest(desk: Desk, batch: Batch, answer: Answer, source: Source) -> None:
    digested = await desk.digester(source, Options())
    video = await video_of(desk, batch, digested)
    reply = Reply(
        chat=batch.sender.chat,
        message=0,
        page=digested.page,
        digest=digested.key,
        asker=batch.sender.user,
        thread=batch.sender.thread,
        sources=batch.messages,
        video=video,
    )
    await reply_with(desk, answer, digested, reply, _view(batch))


def _view(batch: Batch) -> View:
    command = batch.asked.command if batch.asked else None
    return VIEWS.get(command.name, "digest") if command else "digest"


@asynccontextmanager
async def typing(desk: Desk, place: Place) -> AsyncIterator[None]:
    """Show that the bot is at work, for as long as it is."""
    task = asyncio.ensure_future(_type(desk, place))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _type(desk: Desk, place: Place) -> None:
    with suppress(TelegramError):  # an ornament: never a reason to fail
        while True:
            await desk.bot.send_chat_action(place.chat, ChatAction.TYPING, place.thread)
            await asyncio.sleep(TYPING_SECONDS)
