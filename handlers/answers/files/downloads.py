"""Files from Telegram, refused before the download when they are too large."""

from __future__ import annotations

import logging
from contextlib import AbstractAsyncContextManager, nullcontext

from telegram import Bot
from telegram.error import NetworkError, TelegramError

from handlers.message import Texts
from handlers.paste import Document
from handlers.protocols import AdviceError, FairQueue
from handlers.source import QUICK_LETTERS, Source

logger = logging.getLogger(__name__)
_MB = 2**20


def place_for(
    document: Document, places: FairQueue, person: int
) -> AbstractAsyncContextManager[None]:
    """A place in memory, for which a small file does not wait: it takes less than a paste may."""
    is_small = document.size is not None and document.size <= QUICK_LETTERS
    return nullcontext() if is_small else places.turn(person)


async def download(bot: Bot, document: Document, most_mb: int, texts: Texts) -> Source:
    """The file as a source; AdviceError where it is too large or cannot be had."""
    if (document.size or 0) > most_mb * _MB:
        raise AdviceError(texts("file-too-large", n=most_mb))
    try:
        return Source(await _content(bot, document), document.name)
    except TelegramError as problem:
        logger.warning("a file could not be downloaded: %s", type(problem).__name__)
        key = "file-too-large" if "too big" in problem.message else "file-failed"
        raise AdviceError(texts(key, n=most_mb)) from problem


async def _content(bot: Bot, document: Document) -> bytes:
    """The bytes of the file; a connection that breaks on the way gets a second chance."""
    file = await bot.get_file(document.file)
    try:
        return bytes(await file.download_as_bytearray())
    except NetworkError:
        return bytes(await file.download_as_bytearray())
