"""The bot at work: how far two heavy digests hold up its loop, what it all takes in memory."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from tools.bench.pages import long_page


def figures() -> Iterator[tuple[str, float, float]]:
    """Name, value and limit of each figure, taken in a process like the bot's own."""
    done = subprocess.run(
        [sys.executable, "-m", "tools.bench.workers"], capture_output=True, text=True, check=True
    )
    measured = json.loads(done.stdout)
    yield "loop's lag while two hours' talks are digested, p99 ms", measured["lag"], 20
    yield "bot and two workers, resident MB", measured["rss"], 350
    yield "the same with the pages they share counted once, MB", measured["pss"], 250
    yield "an update made durable, ms", measured["put"], 5


async def measure() -> dict[str, float]:
    """All figures of the running bot."""
    import telegram.ext

    from bot.work.workers import Limits, Workers

    assert telegram.ext  # what the bot has in memory too
    async with Workers(Limits()) as workers:
        pages = [long_page(), long_page(9_001)]
        digesting = asyncio.gather(*(workers.run(digest, page) for page in pages))
        lag = await _lag_until(digesting)
        rss, pss = _memory()
    return {"lag": lag, "rss": rss, "pss": pss, "put": await _put()}


def digest(text: str) -> object:
    """What a worker does for a page."""
    from summarizer import digest_page, read_page

    return digest_page(read_page(text))


async def _lag_until(work: asyncio.Future[list[object]]) -> float:
    """Milliseconds that 99 of 100 wake-ups were late by at most, until the work is done."""
    late = []
    while not work.done():
        begin = time.perf_counter()
        await asyncio.sleep(0.002)
        late.append(time.perf_counter() - begin - 0.002)
    await work
    return sorted(late)[len(late) * 99 // 100] * 1000


def _memory() -> tuple[float, float]:
    """Megabytes of this process and its workers: resident, and with shared pages counted once.

    The process that the workers are copies of shares nearly all of its pages with them.
    """
    import psutil

    bot = psutil.Process()
    copied = [one for one in bot.children(recursive=True) if one.ppid() != bot.pid]
    every = [one.memory_full_info() for one in (bot, *bot.children(recursive=True))]
    rss = sum(one.memory_info().rss for one in (bot, *copied))
    return rss / 2**20, sum(one.pss for one in every) / 2**20


async def _put(updates: int = 200) -> float:
    """Milliseconds until one of many long updates is on disk."""
    from telegram import Bot, Chat, Message, Update

    from bot.storage.inbox import Inbox

    bot = Bot("1:made-up")
    chat = Chat(1, "private")

    def update(number: int) -> Update:
        message = Message(number, datetime.now(UTC), chat, text="word " * 800)
        message.set_bot(bot)
        return Update(number, message)

    with tempfile.TemporaryDirectory() as folder:
        async with Inbox.open(Path(folder) / "inbox.sqlite3", lambda _: True) as inbox:
            begin = time.perf_counter()
            for number in range(updates):
                await inbox.put(update(number))
            return (time.perf_counter() - begin) / updates * 1000


if __name__ == "__main__":
    print(json.dumps(asyncio.run(measure())))
