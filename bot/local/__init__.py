"""The same bot without Telegram: an in-memory Telegram, with a Bot API server and a chat page.

async with local_telegram(example) as local:
    builder.token(local.token).base_url(local.base_url).base_file_url(local.base_file_url)
    print(f"Open {local.page}")
"""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.local.server import Site, serving
from bot.local.telegram import Telegram
from bot.local.world.people import Person


@dataclass(frozen=True, slots=True)
class LocalTelegram:
    """What a bot needs to know of the server, the chat page's address, and what is behind."""

    token: str
    base_url: str
    base_file_url: str
    page: str
    site: Site


@asynccontextmanager
async def local_telegram(
    example: str = "", port: int = 0, username: str = "digest_bot"
) -> AsyncIterator[LocalTelegram]:
    """Serve on loopback until the block ends; ``example`` is the page that the chat offers."""
    telegram = Telegram(username)
    token = f"{telegram.world.bot['id']}:{secrets.token_urlsafe(24)}"
    site = Site(telegram, token, newcomers(telegram), example)
    try:
        async with serving(site, port):
            root = f"http://127.0.0.1:{site.port}"
            yield LocalTelegram(token, f"{root}/bot", f"{root}/file/bot", f"{root}/", site)
    finally:
        telegram.close()


def newcomers(telegram: Telegram) -> list[Person]:
    """The people of the chat page, with two groups: to the first one of them has added the bot."""
    you, sam = telegram.person("You"), telegram.person("Sam")
    club = telegram.group("Film club", you, sam)
    del club.members[telegram.world.bot["id"]]
    you.adds_bot(club)
    circle = telegram.group("Book circle", you, sam)
    del circle.members[telegram.world.bot["id"]]
    return [you, sam]
