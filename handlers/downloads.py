"""Files from Telegram, refused before the download when they are too large."""

from __future__ import annotations

import logging

from telegram import Bot
from telegram.error import NetworkError

from handlers.digester import Source
from handlers.incoming import Document
from handlers.texts import Texts
from summarizer import UnreadableError

logger = logging.getLogger(__name__)
_MB = 2**20


async def download(bot: Bot, document: Document, most_mb: int, texts: Texts) -> Source:
    """The file as a source; UnreadableError where it is too large or cannot be had."""
    if (document.size or 0) > most_mb * _MB:
        raise UnreadableError(texts("file-too-large", n=most_mb))
    try:
        file = await bot.get_file(document.file)
        return Source(bytes(await file.download_as_bytearray()), document.name)
    except NetworkError as problem:
        logger.warning("a file could not be downloaded: %s", type(problem).__name__)
        raise UnreadableError(texts("file-failed")) from problem
