"""A process with an inbox that does one step a line, so that a test can kill it between any two.

Lines in: ``put N``, ``sending KEY``, ``sent KEY MESSAGE N...``, ``done N...``. One line out each.
"""

from __future__ import annotations

import asyncio
import sys

from bot.storage.inbox import Inbox
from tests.bot.storage.places import Place, place_of
from tests.bot.updates import message


async def step(inbox: Inbox, word: str, *rest: str) -> int | None:
    if word == "sending":
        return await inbox.sending(rest[0])
    if word == "sent":
        await inbox.sent(rest[0], *map(int, rest[1:]))
    elif word == "done":
        await inbox.done(*map(int, rest))
    else:
        await inbox.put(message(int(rest[0])))
    return None


async def main(place: Place) -> None:
    async with place.inbox(lambda _: True) as inbox:
        say("ready")
        while line := await asyncio.to_thread(sys.stdin.readline):
            say(await step(inbox, *line.split()))


def say(word: object) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


asyncio.run(main(place_of(sys.argv[1:])))
