"""A digest and all that its page says, as files to keep, each in the format that is asked for."""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from io import StringIO
from typing import Final, Literal

import msgspec
from telegram import Bot, Message

from handlers.answers.attachments.subtitles import write_srt, write_vtt
from handlers.delivery import Place, deliver
from handlers.message import Texts, full_view, page_view, write_markdown, written_links
from handlers.protocols import Reply, Workers
from handlers.source import is_quick
from summarizer import Digest, Page

Kind = Literal["md", "json", "srt", "vtt", "csv"]
"""A format, called by the ending of its files."""

NAME_CHARACTERS = 60
_UNSAFE = re.compile(r"[^\w -]+")
_HANDLE = re.compile(r"@[\w.·-]+")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


class Exports:
    """Writes digests as files in a worker, and sends them."""

    def __init__(self, bot: Bot, workers: Workers) -> None:
        self._bot = bot
        self._workers = workers
        self._sending: set[tuple[int, int, Kind]] = set()

    async def send(
        self, kind: Kind, reply: Reply, told: tuple[Digest, Page | None], texts: Texts
    ) -> None:
        """Send the file below the reply; pressed again meanwhile, it does not come twice.

        ``told`` is the digest with its page; without that, which may be gone, the file holds the
        digest alone.
        """
        key = reply.chat, reply.message, kind
        if key in self._sending:
            return
        self._sending.add(key)
        try:
            digest, page = told
            page = page or Page()
            given = kind, digest, page, texts
            name, content = await self._workers.run(
                export_file, *given, person=reply.asker, quick=is_quick(page)
            )
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


def export_file(kind: Kind, digest: Digest, page: Page, texts: Texts) -> tuple[str, bytes]:
    """The name and the content of the file."""
    return file_name(digest.title, kind), _WRITERS[kind](digest, page, texts)


def export_markdown(digest: Digest, page: Page, texts: Texts) -> bytes:
    """The digest, each link as cleaned, and as written where that differs; then the whole page.

    Before it stand its properties as YAML, which Obsidian and others read; times are links.
    """
    whole = page_view(page, texts, digest.url)
    blocks = (*full_view(digest, texts), *written_links(digest, texts), *whole)
    return f"{_front_matter(digest)}\n{write_markdown(blocks)}".encode()


def export_csv(page: Page) -> bytes:
    """The comments, a row each, with the mark by which spreadsheets know UTF-8.

    Where the page marks none of them as a reply, it is not known which are: the cells are empty.
    """
    table = StringIO()
    threaded = any(one.reply for one in page.comments)
    writer = csv.writer(table)
    writer.writerow(("author", "age", "likes", "reply", "pinned", "text"))
    for one in page.comments:
        flags = (int(one.reply) if threaded else "", int(one.pinned))
        likes = "" if one.likes is None else one.likes
        cells = (one.author or "", one.age or "")
        writer.writerow((*map(_cell, cells), likes, *flags, _cell(one.text)))
    return table.getvalue().encode("utf-8-sig")


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


def _front_matter(digest: Digest) -> str:
    """The properties of a note; JSON's strings and numbers are YAML's too."""
    properties = {
        "title": digest.title,
        "channel": digest.channel,
        "url": digest.url,
        "language": digest.language,
        "minutes": digest.minutes,
        digest.unit: digest.words,
        "comments": digest.mood.total,
    }
    rows = [f"{key}: {_yaml(value)}" for key, value in properties.items() if value]
    return "\n".join(("---", *rows, "tags: [video-digest]", "---", ""))


def _yaml(value: str | int) -> str:
    if isinstance(value, int):
        return str(value)
    printable = "".join(c for c in " ".join(value.split()) if c.isprintable())
    return json.dumps(printable, ensure_ascii=False)


def _cell(text: str) -> str:
    """A spreadsheet would work out what begins like a formula, unless a quote stands before it.

    A cell with nothing but somebody's @name is none.
    """
    is_formula = text.startswith(("=", "+", "-", "@", "\t", "\r")) and not _HANDLE.fullmatch(text)
    return f"'{text}" if is_formula else text


_WRITERS: Final[Mapping[Kind, Callable[[Digest, Page, Texts], bytes]]] = {
    "md": export_markdown,
    "json": lambda digest, page, _: export_json(digest, page),
    "srt": lambda digest, page, _: write_srt(page, digest.summary).encode(),
    "vtt": lambda digest, page, _: write_vtt(page, digest.summary).encode(),
    "csv": lambda _, page, __: export_csv(page),
}
