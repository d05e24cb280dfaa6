from __future__ import annotations

import asyncio

import pytest

from bot.work.fair_queue import FairQueue


class Crowd:
    """People who ask for turns; the test sees who has one, and ends it."""

    def __init__(self, places: int) -> None:
        self.queue = FairQueue(places)
        self.called: list[str] = []
        self.tasks: list[asyncio.Task[None]] = []
        self._ends: dict[str, list[asyncio.Event]] = {}

    async def asks(self, *people: str) -> None:
        for person in people:
            self.tasks.append(asyncio.create_task(self._take(person)))
            await settled()

    async def ends(self, person: str) -> None:
        """The first of the person's turns ends."""
        self.end(person)
        await settled()

    def end(self, person: str) -> None:
        """It ends as soon as the loop goes on."""
        self._ends[person].pop(0).set()

    async def _take(self, person: str) -> None:
        async with self.queue.turn(person):
            self.called.append(person)
            end = asyncio.Event()
            self._ends.setdefault(person, []).append(end)
            await end.wait()


async def settled() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def test_people_take_turns_however_much_one_has_asked_for() -> None:
    crowd = Crowd(1)
    await crowd.asks("ann", "ann", "ann", "ann", "ben", "cem", "ben")
    for person in ("ann", "ann", "ben", "cem", "ann", "ben", "ann"):
        await crowd.ends(person)
    assert crowd.called == ["ann", "ann", "ben", "cem", "ann", "ben", "ann"]


async def test_one_person_leaves_a_place_to_whoever_comes() -> None:
    crowd = Crowd(3)
    await crowd.asks("ann", "ann", "ann", "ann")
    assert crowd.called == ["ann", "ann"]
    await crowd.asks("ben")
    assert crowd.called == ["ann", "ann", "ben"]
    await crowd.ends("ann")
    assert crowd.called == ["ann", "ann", "ben", "ann"]


async def test_who_comes_while_all_places_are_held_is_next() -> None:
    crowd = Crowd(2)
    await crowd.asks("ann", "ben", "ann", "ben", "ann", "ben", "cem")
    assert crowd.queue.before("cem") == 2
    await crowd.ends("ann")
    await crowd.ends("ben")
    assert crowd.queue.before("cem") == 0
    await crowd.ends("ann")
    assert crowd.called == ["ann", "ben", "ann", "ben", "cem"]


async def test_everybody_can_ask_how_many_are_before_them() -> None:
    crowd = Crowd(1)
    await crowd.asks("ann", "ann", "ben", "cem", "cem")
    before = [crowd.queue.before(person) for person in ("ann", "ben", "cem", "dan")]
    assert before == [0, 1, 2, 0]
    await crowd.ends("ann")
    assert [crowd.queue.before(person) for person in ("ben", "cem")] == [0, 1]


@pytest.mark.parametrize(
    ("number", "rest"),
    [
        (0, ["ann", "ben", "cem", "ben"]),
        (1, ["ann", "ben", "cem"]),
        (2, ["ann", "ben", "cem"]),
        (3, ["ann", "ben", "ben"]),
    ],
)
async def test_who_goes_away_gives_the_place_back(number: int, rest: list[str]) -> None:
    crowd = Crowd(1)
    await crowd.asks("ann", "ben", "ben", "cem")
    crowd.tasks[number].cancel()
    await settled()
    for person in rest[number == 0 :]:
        await crowd.ends(person)
    assert crowd.called == rest
    await crowd.asks("dan")
    assert crowd.called[-1] == "dan"


async def test_who_goes_away_in_the_moment_of_being_called_gives_the_place_back() -> None:
    crowd = Crowd(1)
    await crowd.asks("ann", "ben", "cem", "dan")
    crowd.end("ann")
    crowd.tasks[1].cancel()  # just before ann's turn ends
    await settled()
    assert crowd.called == ["ann", "cem"]
    crowd.end("cem")
    await asyncio.sleep(0)  # dan is called, and does not know it yet
    crowd.tasks[3].cancel()
    await settled()
    await crowd.asks("eve")
    assert crowd.called[-1] == "eve"
