"""Processes of one bot, killed, stopped, told to stop: everybody is answered, by one of them."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path

import pytest

from bot.local.faults import Faults
from bot.local.server import Site
from bot.local.text.cutters import cut
from bot.sharing import HANDOVER_SECONDS
from tests.bot.machines.fleet import Fleet, balanced, free_ports, shown
from tests.bot.process import ROOT
from tests.handlers.pages import BEES, BREAD
from tests.postgres import Server

EXAMPLE = (ROOT / "bot" / "example.txt").read_text(encoding="utf-8")
WHOLE = "29 of 29 comments"


@pytest.fixture
def fleet(site: Site, tmp_path: Path, database_url: str) -> Fleet:
    return Fleet(site, tmp_path, database_url)


async def test_a_front_killed_between_the_parts_of_a_page_leaves_them_to_who_stood_by(
    fleet: Fleet,
) -> None:
    ann, ben = (fleet.site.telegram.person(name) for name in ("Ann", "Ben"))
    first, *rest = cut(EXAMPLE, "android")
    world = fleet.site.telegram.world
    async with fleet.front() as front, fleet.standby() as standby:
        ben.says(BREAD)
        await fleet.until_said(ben, "How bread rises")
        await fleet.until_recorded()
        ann.says(first)
        await fleet.site.telegram.until(lambda: not len(world.updates), "it to be on disk")
        front.child.kill()
        for part in rest:
            ann.says(part)
        await standby.writes("is at work")
        await fleet.until_said(ann, WHOLE)
    assert [len(fleet.replies(person)) for person in (ann, ben)] == [1, 1]


async def test_a_front_that_wakes_after_its_lease_deletes_what_another_has_sent_too_and_ends(
    fleet: Fleet,
) -> None:
    ann = fleet.site.telegram.person("Ann")
    async with fleet.front("accepted", "0") as front, fleet.standby() as standby:
        ann.says(BREAD)
        await front.writes("stopped at accepted")
        await standby.writes("is at work")
        await fleet.site.telegram.until(lambda: len(fleet.replies(ann)) > 1, "a second reply")
        front.child.send_signal(signal.SIGCONT)
        assert await front.end() == 4
        assert len(fleet.replies(ann)) == 1
        [reply] = fleet.site.telegram.said(ann.private)
        ann.presses(reply, "Links")
        await fleet.site.telegram.until(lambda: fleet.replies(ann) != [reply["text"]])
    assert "Traceback" not in front.output + standby.output


async def test_what_another_has_sent_too_is_deleted_however_slow_the_way_to_telegram(
    fleet: Fleet,
) -> None:
    telegram = fleet.site.telegram
    ann = telegram.person("Ann")

    class Slow(Faults):
        """Deletions take longer than a process that hands over would wait."""

        async def silence(self) -> None:
            if telegram.calls[-1].method == "deleteMessage":
                await asyncio.sleep(sum(HANDOVER_SECONDS) + 1)

    telegram.faults = Slow()
    async with fleet.front("accepted", "0") as front, fleet.standby() as standby:
        ann.says(BREAD)
        await front.writes("stopped at accepted")
        await standby.writes("is at work")
        await telegram.until(lambda: len(fleet.replies(ann)) > 1, "a second reply")
        front.child.send_signal(signal.SIGCONT)
        assert await front.end() == 4
        assert len(fleet.replies(ann)) == 1


async def test_parts_of_one_page_that_come_to_two_processes_are_joined(fleet: Fleet) -> None:
    ann = fleet.site.telegram.person("Ann")
    ports = free_ports(2)
    async with fleet.front(port=ports[0]), fleet.standby(port=ports[1]):
        assert await shown(ports[0], "/ready") == (200, "ok\n")
        for path in ("/health", "/ready"):
            assert await shown(ports[1], path) == (200, "ok, standing by\n")
        async with balanced(fleet.site, ports):
            for part in cut(EXAMPLE, "android"):
                ann.says(part)
            await fleet.until_said(ann, WHOLE)
    assert len(fleet.replies(ann)) == 1


@pytest.mark.long
async def test_processes_that_are_told_to_stop_one_by_one_hand_over_and_answer_all_once(
    fleet: Fleet,
) -> None:
    crowd = [fleet.site.telegram.person(f"Guest {number}") for number in range(20)]
    for number, person in enumerate(crowd):
        person.says(BREAD.replace("How bread", f"Film {number}: how bread"))
    async with fleet.front() as front, fleet.standby() as standby:
        await fleet.site.telegram.until(lambda: any(map(fleet.replies, crowd)))
        assert await front.stop() == 0
        await standby.writes("is at work")
        async with fleet.standby() as third:
            for person in crowd:
                person.says(BEES)
            assert await standby.stop() == 0
            await third.writes("is at work")
            for number, person in enumerate(crowd):
                await fleet.until_said(person, f"Film {number}: how bread")
                await fleet.until_said(person, "How bees fly home")
            assert await third.stop() == 0
    assert [len(fleet.replies(person)) for person in crowd] == [2] * len(crowd)
    # Not "Traceback": a worker that is being forked as its process ends says so, in Python's name.
    assert " ERROR " not in front.output + standby.output + third.output


async def test_a_front_without_its_database_ends_and_waits_for_it_when_it_is_started_again(
    fleet: Fleet, postgres: Server
) -> None:
    ann = fleet.site.telegram.person("Ann")
    async with fleet.front() as front:
        postgres.stop()
        ann.says(BREAD)
        assert await front.end() == 4
    async with fleet.process() as again:
        await again.writes("waiting for the database")
        postgres.start()
        await again.writes("is at work")
        await fleet.until_said(ann, "How bread rises")
        assert await again.stop() == 0
    assert len(fleet.replies(ann)) == 1
    assert "Traceback" not in front.output + again.output
