"""A digest as files to keep: Markdown to read, JSON to work with."""

from __future__ import annotations

import re
import unicodedata

import msgspec
from telegram import Bot

from handlers.delivery import Place
from handlers.message import Texts, full_view, write_markdown, written_links
from handlers.protocols import Reply
from summarizer import Digest

NAME_CHARACTERS = 60
_UNSAFE = re.compile(r"[^\w -]+")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


class Exports:
    """Sends digests as files."""

    def __init__(self, bot: Bot, texts: Texts) -> None:
        self._bot = bot
        self._texts = texts
        self._sending: set[tuple[int, int]] = set()

    async def send(self, reply: Reply, digest: Digest) -> None:
        """Send both files below the reply; pressed again meanwhile, none comes twice."""
        place = reply.chat, reply.message
        if place in self._sending:
            return
        self._sending.add(place)
        try:
            await self._send(reply, "md", digest.title, export_markdown(digest, self._texts))
            await self._send(reply, "json", digest.title, export_json(digest))
        finally:
            self._sending.discard(place)

    async def _send(self, reply: Reply, extension: str, title: str | None, content: bytes) -> None:
        await self._bot.send_document(
            reply.chat,
            content,
            filename=file_name(title, extension),
            message_thread_id=reply.thread,
            reply_parameters=Place(reply.chat, reply_to=reply.message).reply,
        )


def export_markdown(digest: Digest, texts: Texts) -> bytes:
    """Everything the digest holds; each link as cleaned, and as written where that differs."""
    return write_markdown((*full_view(digest, texts), *written_links(digest, texts))).encode()


def export_json(digest: Digest) -> bytes:
    """The Digest's fields, indented; links have ``url`` (cleaned) and ``written``."""
    return msgspec.json.format(msgspec.json.encode(digest), indent=2) + b"\n"


def file_name(title: str | None, extension: str) -> str:
    """A name that every file system takes and that says what is inside.

    Letters, digits, blanks and dashes only, so that no separator, no dot at the front and no
    direction mark is left; names that Windows reserves get a dash.
    """
    plain = unicodedata.normalize("NFC", title or "")
    name = " ".join(_UNSAFE.sub(" ", plain).split())[:NAME_CHARACTERS].strip(" -")
    if _RESERVED.fullmatch(name):
        name += "-"
    return f"{name or 'digest'}.{extension}"
