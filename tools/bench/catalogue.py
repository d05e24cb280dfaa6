"""A search through a thousand pages that a chat keeps, in SQLite."""

from __future__ import annotations

import asyncio
import random
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bot.storage.store import Bounds, Store
from handlers.protocols import Reply
from summarizer import Cue, Digest, Page
from tools.bench.pages import EXAMPLE

PAGES, CUES, WORDS = 1000, 600, 10
SEARCHES = 100
MOST_WORDS = 3
SHOWN = 10
PERCENTILE = 95


def figures() -> Iterator[tuple[str, float, float]]:
    """Name, value and limit of each figure."""
    spent = sorted(asyncio.run(_measure()))
    slow = spent[len(spent) * PERCENTILE // 100]
    yield f"a search through {PAGES:,} pages, {PERCENTILE} %, CPU ms", slow, 50


async def _measure() -> list[float]:
    """CPU milliseconds of each search, all threads together."""
    chance = random.Random(1)
    stock = EXAMPLE.read_text(encoding="utf-8").split()
    with tempfile.TemporaryDirectory() as folder:
        async with Store.open(Path(folder) / "bench.sqlite3", Bounds(megabytes=1000)) as store:
            for number in range(PAGES):
                await _keep(store, number, _page(number, stock, chance))
            await store.catalogue.listed(1, stock[0], 0, SHOWN)  # indexes them all
            return [await _time(store, _searched(stock, chance)) for _ in range(SEARCHES)]


def _page(number: int, stock: list[str], chance: random.Random) -> Page:
    cues = (Cue(" ".join(chance.choices(stock, k=WORDS)), 3.0 * n) for n in range(CUES))
    return Page(title=f"Talk {number}", channel="Talks", transcript=tuple(cues))


async def _keep(store: Store, number: int, page: Page) -> None:
    await store.keep_page(f"page {number}", page)
    await store.keep_digest(f"digest {number}", f"page {number}", Digest())
    await store.keep_reply(Reply(1, number, f"page {number}", f"digest {number}", date=number))


def _searched(stock: list[str], chance: random.Random) -> str:
    return " ".join(chance.choices(stock, k=chance.randint(1, MOST_WORDS)))


async def _time(store: Store, words: str) -> float:
    begin = time.process_time()
    await store.catalogue.listed(1, words, 0, SHOWN)
    return (time.process_time() - begin) * 1000
