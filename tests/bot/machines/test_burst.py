"""Many who write while nobody answers: whoever stands by takes it all, the next front answers."""

from __future__ import annotations

import asyncio
from pathlib import Path

from psycopg import AsyncConnection

from bot.local.server import Site
from tests.bot.machines.fleet import Fleet, free_ports, pushed

MANY = 200


async def test_a_burst_without_a_front_is_on_disk_when_it_is_taken_and_answered_after_the_takeover(
    site: Site, tmp_path: Path, database_url: str
) -> None:
    fleet, ports = Fleet(site, tmp_path, database_url), free_ports(2)
    world = site.telegram.world
    crowd = [site.telegram.person(f"Guest {number}") for number in range(MANY)]
    async with fleet.front() as front, fleet.standby(ports[0]), fleet.standby(ports[1]):
        front.child.kill()
        await front.child.wait()
        for person in crowd:
            person.says("/help")
        updates = world.updates.first(MANY)
        world.updates.clear()
        taken = [pushed(ports[one["update_id"] % 2], one) for one in updates]
        assert await asyncio.gather(*taken) == [True] * MANY
        assert await kept(database_url) == [one["update_id"] for one in updates]
        await site.telegram.until(lambda: all(map(fleet.replies, crowd)), "answers to all")
    assert [len(fleet.replies(person)) for person in crowd] == [1] * MANY


async def kept(database_url: str) -> list[int]:
    """The numbers of the updates that are on disk."""
    async with await AsyncConnection.connect(database_url) as server:
        cursor = await server.execute("SELECT number FROM bot_4200000001.updates ORDER BY number")
        return [number for (number,) in await cursor.fetchall()]
