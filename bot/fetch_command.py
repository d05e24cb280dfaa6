"""The ``digest --fetch`` command: digests of what lies behind the addresses that are typed."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from bot.config import Settings, read_settings
from bot.digest_command import Write
from handlers.fetching import Fetched, FetchError, page_of
from handlers.message import Texts
from summarizer import Options, digest_page

_NO_TOKEN: Final = {"TELEGRAM_BOT_TOKEN": "1:nobody"}
"""Telegram is not spoken to."""
_ME: Final = 0


def digest_addresses(urls: Sequence[str], options: Options, write: Write, dotenv: Path) -> int:
    """Write the digest of each address; 0, or 1 if nothing came of one (the others come out).

    Raises:
        SettingsError: a setting is wrong.
    """
    settings = read_settings({**os.environ, **_NO_TOKEN}, dotenv)
    failures = 0
    for url, came in zip(urls, asyncio.run(_fetched(urls, settings)), strict=True):
        try:
            if isinstance(came, FetchError):
                raise came
            page = page_of(came, url)
        except FetchError as problem:
            sys.stderr.write(f"{url}: {Texts()(problem.key, **problem.values)}\n")
            failures += 1
        else:
            write(url, [(page, digest_page(page, options))])
    return int(failures > 0)


async def _fetched(urls: Sequence[str], settings: Settings) -> list[Fetched | FetchError]:
    from bot.fetch.fetching import fetching_by

    came: list[Fetched | FetchError] = []
    async with fetching_by(replace(settings, fetch="all", workers=1), any_page=True) as fetcher:
        for url in urls:
            try:
                came.append(await fetcher(url, _ME))
            except FetchError as problem:
                came.append(problem)
    return came
