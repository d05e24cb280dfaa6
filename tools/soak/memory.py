"""Thousands of digests by one process: its memory stays where it was."""

from __future__ import annotations

import psutil

from tests.handlers.pages import BREAD
from tools.soak.table import Row
from tools.soak.town import Town, town

WARM = 0.2
"""The share of all digests after which memory is looked at first."""
AT_ONCE = 15
MOST_GROWTH = 10.0


async def digests(count: int, seed: int) -> Row:
    """Answer so many different pages, sent as files."""
    async with town(seed) as place, place.bot() as bot:
        first = await _answered(place, int(count * WARM), bot.pid)
        last = await _answered(place, count - int(count * WARM), bot.pid)
        growth = 100 * (last / first - 1)
        place.crashes += growth > MOST_GROWTH
        note = f"{first:.0f} MB, then {last:.0f} MB: {growth:+.1f} %"
        return place.row("digests by one process", f"{count:,}", note)


async def _answered(place: Town, count: int, pid: int) -> float:
    """Megabytes of the bot's own process after so many answers."""
    for begin in range(0, count, AT_ONCE):
        for _ in range(min(AT_ONCE, count - begin)):
            person = place.telegram.person("Reader")
            page = f"Film {len(place.asked)} on {BREAD}"
            message = person.sends_file("page.txt", page.encode())
            place.asked[f"{person.private.id}:{message['message_id']}"] = person
        await place.until_answered()
    return float(psutil.Process(pid).memory_info().rss) / 2**20
