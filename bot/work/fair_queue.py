"""A queue in which people take turns: nobody waits for all that another has asked for."""

from __future__ import annotations

import asyncio
from collections import Counter, OrderedDict, deque
from collections.abc import AsyncIterator, Hashable
from contextlib import asynccontextmanager
from typing import Final


class FairQueue:
    """Gives a number of places to the people who wait, one each in rotation (round robin).

    Nobody holds the last place beside others of their own, so that whoever comes next finds one.
    """

    def __init__(self, places: int) -> None:
        self._free = places
        self._most = max(1, places - 1)
        self._holding: Counter[Hashable] = Counter()
        self._waiting: OrderedDict[Hashable, deque[asyncio.Future[None]]] = OrderedDict()

    @asynccontextmanager
    async def turn(self, person: Hashable) -> AsyncIterator[None]:
        """Wait for a place, and hold it until the context ends."""
        await self._enter(person)
        try:
            yield
        finally:
            self._leave(person)

    def before(self, person: Hashable) -> int:
        """Return how many others have their turn before this person, 0 for who does not wait."""
        return list(self._waiting).index(person) if person in self._waiting else 0

    def has_room(self, person: Hashable) -> bool:
        """Whether this person would not wait."""
        return self._free > 0 and self._holding[person] < self._most

    async def _enter(self, person: Hashable) -> None:
        turn = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(person, deque()).append(turn)
        self._call()
        try:
            await turn
        except asyncio.CancelledError:
            if turn.cancelled():
                self._give_up(person, turn)
            else:  # it was called in the same moment
                self._leave(person)
            raise

    def _call(self) -> None:
        """Give the free places to those who are next and hold less than they may."""
        while self._free:
            person = next((p for p in self._waiting if self._holding[p] < self._most), _NOBODY)
            if person is _NOBODY:
                return
            turns = self._waiting.pop(person)
            turn = turns.popleft()
            if turns:
                self._waiting[person] = turns  # behind all others
            if not turn.cancelled():
                self._free -= 1
                self._holding[person] += 1
                turn.set_result(None)

    def _give_up(self, person: Hashable, turn: asyncio.Future[None]) -> None:
        turns = self._waiting.get(person, deque())
        if turn in turns:
            turns.remove(turn)
            if not turns:
                del self._waiting[person]

    def _leave(self, person: Hashable) -> None:
        self._free += 1
        self._holding[person] -= 1
        if not self._holding[person]:
            del self._holding[person]
        self._call()


_NOBODY: Final = object()
