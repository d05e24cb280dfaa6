"""Thousands of digests by one process: its memory stays where it was."""

from __future__ import annotations

import psutil

from bot.local.people import Person
from tests.handlers.pages import BREAD
from tools.soak.table import Row
from tools.soak.town import Town, town

AT_ONCE = 15
LAPS = 10
WARM = 4
"""Laps before memory is looked at first: by then what is kept for two minutes is full."""
MOST_GROWTH = 10.0


async def digests(count: int, seed: int) -> Row:
    """Answer so many different pages, sent as files."""
    async with town(seed) as place, place.bot() as bot:
        laps = [await _lap(place, count // LAPS, bot.pid) for _ in range(LAPS)][WARM - 1 :]
        growths = [100 * (last / first - 1) for first, last in zip(laps[0], laps[-1], strict=True)]
        place.crashes += max(growths) > MOST_GROWTH
        note = "; ".join(
            f"{what} {first:.0f} MB, then {last:.0f} MB: {growth:+.1f} %"
            for what, first, last, growth in zip(
                ("itself", "with its workers"), laps[0], laps[-1], growths, strict=True
            )
        )
        return place.row("digests by one process", f"{count:,}", note)


async def _lap(place: Town, count: int, pid: int) -> tuple[float, float]:
    """Megabytes of the bot's own process, and of all its processes, after so many answers."""
    for begin in range(0, count, AT_ONCE):
        people = [_asks(place) for _ in range(min(AT_ONCE, count - begin))]
        await place.until_answered(people)
    return _megabytes(pid)


def _asks(place: Town) -> Person:
    """Somebody new sends a page of their own as a file."""
    person = place.telegram.person("Reader")
    page = f"Film {len(place.asked)} on {BREAD}"
    message = person.sends_file("page.txt", page.encode())
    place.asked[f"{person.private.id}:{message['message_id']}"] = person
    return person


def _megabytes(pid: int) -> tuple[float, float]:
    """What one process holds, and what it and its children hold together, shared pages once."""
    own = psutil.Process(pid)
    together = sum(one.memory_full_info().pss for one in [own, *own.children(recursive=True)])
    return own.memory_info().rss / 2**20, together / 2**20
