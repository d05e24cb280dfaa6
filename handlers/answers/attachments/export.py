"""A digest as files to keep: Markdown to read, JSON to work with."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import partial

import msgspec
from telegram import Bot, Message

from handlers.delivery import Place, deliver
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
        key = reply.chat, reply.message
        if key in self._sending:
            return
        self._sending.add(key)
        try:
            for name, content in _files(digest, self._texts):
                place = Place(reply.chat, reply.thread, reply.message)
                await deliver(place, partial(self._send, name=name, content=content))
        finally:
            self._sending.discard(key)

    async def _send(self, place: Place, name: str, content: bytes) -> Message:
        return await self._bot.send_document(
            place.chat,
            content,
            filename=name,
            message_thread_id=place.thread,
            reply_parameters=place.reply,
        )


def _files(digest: Digest, texts: Texts) -> Iterator[tuple[str, bytes]]:
    yield file_name(digest.title, "md"), export_markdown(digest, texts)
    yield file_name(digest.title, "json"), export_json(digest)


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
