"""A process with an inbox that does the steps it is given, then waits until a test kills it.

The place as JSON, then the steps: ``put N``, ``sending KEY``, ``sent KEY MESSAGE N...``,
``done N...``. One line out each.
"""

from __future__ import annotations

import asyncio
import json
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


async def main(place: Place, steps: list[str]) -> None:
    async with place.inbox(lambda _: True) as inbox:
        for words in steps:
            say(f"did {words}: {await step(inbox, *words.split())}")
        await asyncio.Event().wait()


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


asyncio.run(main(place_of(json.loads(sys.argv[1])), sys.argv[2:]))
