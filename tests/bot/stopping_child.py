"""The bot, stopped at a named point until the test kills it, or lets it go on.

Arguments: the POINT, and how often it is passed before. Written when the point is reached:
``stopped at POINT``. The points:

    put        an update is on disk, nobody has seen it yet
    sending    it is recorded that an answer is about to be sent, the request is not made
    accepted   Telegram has the answer, that is not recorded
    sent       it is recorded
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Awaitable, Callable
from itertools import repeat

from bot.__main__ import main
from bot.storage.inbox import Inbox


def stop_at(point: str, passes: int) -> None:
    before, name = _POINTS[point]
    step: Callable[..., Awaitable[object]] = getattr(Inbox, name)
    count = iter([*repeat(False, passes), True])

    async def stopping(*args: object) -> object:
        if before and next(count):
            freeze(point)
        result = await step(*args)
        if not before and next(count):
            freeze(point)
        return result

    setattr(Inbox, name, stopping)


def freeze(point: str) -> None:
    sys.stderr.write(f"stopped at {point}\n")
    sys.stderr.flush()
    os.kill(os.getpid(), signal.SIGSTOP)


_POINTS = {
    "put": (False, "put"),
    "sending": (False, "sending"),
    "accepted": (True, "sent"),
    "sent": (False, "sent"),
}

if __name__ == "__main__":
    stop_at(sys.argv[1], int(sys.argv[2]))
    sys.exit(main([]))
