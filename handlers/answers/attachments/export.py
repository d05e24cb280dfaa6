"""A digest and all that its page says, as files to keep: Markdown to read, JSON to work with."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from functools import partial

import msgspec
from telegram import Bot, Message

from handlers.delivery import Place, deliver
from handlers.message import Texts, full_view, page_view, write_markdown, written_links
from handlers.protocols import Reply, Workers
from summarizer import Digest, Page

NAME_CHARACTERS = 60
_UNSAFE = re.compile(r"[^\w -]+")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


class Exports:
    """Writes digests as files in a worker, and sends them."""

    def __init__(self, bot: Bot, workers: Workers, texts: Texts) -> None:
        self._bot = bot
        self._workers = workers
        self._texts = texts
        self._sending: set[tuple[int, int]] = set()

    async def send(self, reply: Reply, digest: Digest, page: Page | None = None) -> None:
        """Send both files below the reply; pressed again meanwhile, none comes twice.

        Without the ``page``, which may be gone, they hold the digest alone.
        """
        key = reply.chat, reply.message
        if key in self._sending:
            return
        self._sending.add(key)
        try:
            given = digest, page or Page(), self._texts
            files = await self._workers.run(export_files, *given, person=reply.asker)
            for name, content in files:
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


def export_files(digest: Digest, page: Page, texts: Texts) -> list[tuple[str, bytes]]:
    """Both files, each with its name."""
    return [
        (file_name(digest.title, "md"), export_markdown(digest, page, texts)),
        (file_name(digest.title, "json"), export_json(digest, page)),
    ]


def export_markdown(digest: Digest, page: Page, texts: Texts) -> bytes:
    """The digest, each link as cleaned, and as written where that differs; then the whole page."""
    blocks = (*full_view(digest, texts), *written_links(digest, texts), *page_view(page, texts))
    return write_markdown(blocks).encode()


def export_json(digest: Digest, page: Page) -> bytes:
    """The Digest's fields, and the Page's as ``page``; links have ``url`` and ``written``."""
    whole = replace(digest, description=page.description)
    fields = {**msgspec.to_builtins(whole), "page": msgspec.to_builtins(page)}
    return msgspec.json.format(msgspec.json.encode(fields), indent=2) + b"\n"


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
