"""The page with the bookmark that saves video pages, in the words of a table of texts."""

from __future__ import annotations

import json
import re
from functools import partial
from html import escape
from urllib.parse import quote

from telegram import Bot, Message

from handlers.answers.attachments.export import file_name
from handlers.delivery import Place, deliver
from handlers.message import Texts

_ON_THE_PAGE = re.compile(r"\{(capture-[a-z]+)\}")
_IN_THE_ADDRESS = re.compile(r"%7B(capture-[a-z]+)%7D")
_COUNTS = {"n": "{n}", "of": "{of}"}
"""What the bookmark fills in itself stays as it is."""


async def send_capture(bot: Bot, place: Place, template: str, texts: Texts) -> None:
    """Send the page as a file: Telegram opens no address that begins with ``javascript:``."""
    await deliver(place, partial(_send, bot, capture_page(template, texts), texts))


def capture_page(template: str, texts: Texts) -> bytes:
    """The page with its marks filled in: as HTML, and in the address as parts of strings."""
    page = _ON_THE_PAGE.sub(lambda mark: escape(texts(mark[1])), template)
    return _IN_THE_ADDRESS.sub(lambda mark: _in_string(texts(mark[1], **_COUNTS)), page).encode()


async def _send(bot: Bot, content: bytes, texts: Texts, place: Place) -> Message:
    return await bot.send_document(
        place.chat,
        content,
        filename=file_name(texts("capture-title"), "html"),
        caption=texts("capture-caption"),
        message_thread_id=place.thread,
        reply_parameters=place.reply,
    )


def _in_string(text: str) -> str:
    """As it stands inside the quotes of a string of JavaScript, in an address."""
    return quote(json.dumps(text)[1:-1])
