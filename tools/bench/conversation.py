"""From an update to its reply, over the Telegram in memory with real workers and SQLite."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.app import assembled
from bot.config import Settings
from bot.conversation import AnyApplication
from bot.local.request import LocalRequest
from bot.local.telegram import TOKEN, Telegram
from bot.local.world.people import Person
from bot.telegram.connection import Connection
from tools.bench.pages import EXAMPLE

USERS = 40
TRIES = 60
"""Of so many the fastest counts: the machine may do other things too."""


def figures() -> Iterator[tuple[str, float, float]]:
    """Name, value and limit of each figure; files are sent, for which nothing waits."""
    measured = asyncio.run(_measure())
    yield "an update to its reply, ms", measured["first"], 150
    yield "the same from the cache, ms", measured["again"], 5
    yield f"{USERS} users at once, last reply, ms", measured["crowd"], 10_000


async def _measure() -> dict[str, float]:
    telegram = Telegram()
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(TOKEN, database_path=Path(folder) / "bench.sqlite3")
        async with assembled(settings, Connection(settings, LocalRequest(telegram))) as assembly:
            return await _at_work(assembly.application, telegram)


async def _at_work(application: AnyApplication, telegram: Telegram) -> dict[str, float]:
    await application.start()
    assert application.updater
    await application.updater.start_polling()
    page = EXAMPLE.read_bytes()
    people = [telegram.person(f"Person {n}") for n in range(TRIES + USERS)]
    await _time(telegram, people[:1], b"Warm " + page)
    first = [await _time(telegram, [p], b"%d " % n + page) for n, p in enumerate(people[1:6])]
    again = [await _time(telegram, [p], b"0 " + page) for p in people[6:TRIES]]
    crowd = await _time(telegram, people[TRIES:], page, own=True)
    await application.updater.stop()
    await application.stop()
    return {"first": min(first), "again": min(again), "crowd": crowd}


async def _time(
    telegram: Telegram, people: list[Person], page: bytes, *, own: bool = False
) -> float:
    """Milliseconds from sending a file until everybody has a reply; ``own``: a page for each."""
    begin = time.perf_counter()
    for number, person in enumerate(people):
        person.sends_file("page.txt", b"%d " % number + page if own else page)
    waiting: list[Any] = [telegram.next_message(person.private) for person in people]
    await asyncio.gather(*waiting)
    return (time.perf_counter() - begin) * 1000
