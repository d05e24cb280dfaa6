"""The chart of a reply: a picture of its own, sent once."""

from __future__ import annotations

from functools import partial

from telegram import Bot
from telegram.constants import ParseMode

from handlers.delivery import Place, Sent, deliver, record
from handlers.message import CAPTION_UNITS, Texts, block, chart_view, title_of, write
from handlers.protocols import Outbox, Reply, Workers
from summarizer import Digest
from summarizer.chart import draw_chart, timeline_of


class Charts:
    """Draws in a worker, sends, and remembers in the outbox which replies have theirs."""

    def __init__(self, bot: Bot, outbox: Outbox, workers: Workers) -> None:
        self._bot = bot
        self._outbox = outbox
        self._workers = workers
        self._drawing: set[str] = set()

    async def claim(self, reply: Reply) -> bool:
        """Whether the chart is still to be drawn; then the caller has to ``release`` it at last."""
        key = _key(reply)
        if key in self._drawing:
            return False
        self._drawing.add(key)
        if await self._outbox.sending(key) is not None:
            self._drawing.discard(key)
            return False
        return True

    def release(self, reply: Reply) -> None:
        """Let the chart be asked for again, unless it was sent."""
        self._drawing.discard(_key(reply))

    async def send(self, reply: Reply, digest: Digest, texts: Texts) -> None:
        """Send the chart that was claimed, the same in words below it."""
        drawn = digest.mood, title_of(digest), timeline_of(digest), texts
        picture = await self._workers.run(draw_chart, *drawn, person=reply.asker, quick=True)
        place = Place(reply.chat, reply.thread, reply.message)
        sent = await deliver(
            place, partial(self._send, picture=picture, caption=caption(digest, texts))
        )
        await record(self._bot, self._outbox, _key(reply), sent)

    async def _send(self, place: Place, picture: bytes, caption: str) -> Sent:
        message = await self._bot.send_photo(
            place.chat,
            picture,
            filename="chart.png",
            caption=caption,
            parse_mode=ParseMode.HTML,
            message_thread_id=place.thread,
            reply_parameters=place.reply,
        )
        return Sent(place.chat, message.message_id)


def caption(digest: Digest, texts: Texts) -> str:
    """The chart in words, as many lines as a caption holds."""
    blocks = chart_view(digest, texts)
    lines = [line for part in blocks for line in part.lines]
    shown = (write(block(lines[:number]), texts.mark) for number in range(len(lines), 0, -1))
    return next((html.markup for html in shown if html.fits(CAPTION_UNITS)), "")


def _key(reply: Reply) -> str:
    return f"chart:{reply.chat}:{reply.message}:{reply.page}"
