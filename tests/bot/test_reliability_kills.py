"""The program killed between any two steps: no update is lost, no answer given twice."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.local.chats import JSON
from bot.local.cutters import cut
from bot.local.guard import Site
from bot.local.people import Person
from tests.bot.process import PROGRAM, ROOT, Process, environment, program, telegram_over_http
from tests.handlers.pages import BREAD

EXAMPLE = (ROOT / "bot" / "example.txt").read_text(encoding="utf-8")
STOPPING = ("-m", "tests.bot.stopping_child")


class Town:
    """People on a Telegram, and a bot that is started again after each death."""

    def __init__(self, site: Site, folder: Path) -> None:
        self.telegram = site.telegram
        self._environment = environment(site, folder)

    @asynccontextmanager
    async def bot(self, *stop: str) -> AsyncIterator[Process]:
        """The bot; with a POINT and a number of passes it freezes there. Killed at the end."""
        arguments = (*STOPPING, *stop) if stop else PROGRAM
        async with program(self._environment, arguments) as bot:
            yield bot
            bot.child.kill()
            await bot.end()  # and of its workers: they hold the same pipe

    async def dies_at(self, point: str, person: Person, before: Person | None = None) -> None:
        """A bot dies while it answers a person, after it has answered the one ``before``."""
        async with self.bot(point, str(int(before is not None))) as bot:
            if before:
                await self.telegram.next_message(before.private)
            person.says(BREAD)
            await bot.writes(f"stopped at {point}")

    def replies(self, person: Person) -> list[str]:
        return [message["text"] for message in self.telegram.said(person.private)]

    async def until_whole(self, person: Person) -> JSON:
        """The reply to the example page, once it speaks of the whole page."""

        def whole() -> list[JSON]:
            return [
                m for m in self.telegram.said(person.private) if "29 of 29 comments" in m["text"]
            ]

        await self.telegram.until(whole, "a whole digest")
        return whole()[0]


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    async with telegram_over_http() as site:
        yield Town(site, tmp_path)


async def test_a_bot_killed_at_each_point_answers_everyone_once_after_the_next_start(
    town: Town,
) -> None:
    ann, ben, cid, dan = (town.telegram.person(name) for name in ("Ann", "Ben", "Cid", "Dan"))
    await town.dies_at("put", ann)
    assert town.replies(ann) == []
    await town.dies_at("sending", ben, before=ann)
    assert town.replies(ben) == []
    await town.dies_at("sent", cid, before=ben)
    await town.dies_at("accepted", dan)
    assert len(town.replies(dan)) == 1
    async with town.bot():
        await town.telegram.next_message(dan.private)
        await town.telegram.next_message(dan.private)
        ann.says("/start")
        await town.telegram.next_message(ann.private)
    assert [len(town.replies(person)) for person in (ben, cid)] == [1, 1]
    assert len(town.replies(ann)) == 2
    # Telegram offers no way to ask whether it took a message: one identical reply may repeat.
    [first, again] = town.replies(dan)
    assert first == again


async def test_a_bot_killed_between_the_parts_of_a_page_gives_one_digest_of_the_whole(
    town: Town,
) -> None:
    ann = town.telegram.person("Ann")
    first, *rest = cut(EXAMPLE, "android")
    async with town.bot("put", "0") as bot:
        ann.says(first)
        await bot.writes("stopped at put")
    for part in rest:
        ann.says(part)
    async with town.bot("sending", "0") as bot:
        await bot.writes("stopped at sending")
    async with town.bot():
        await town.until_whole(ann)
    assert len(town.replies(ann)) == 1


async def test_a_half_page_answered_before_a_kill_takes_its_late_part_after_the_next_start(
    town: Town,
) -> None:
    ann = town.telegram.person("Ann")
    first, *rest = cut(EXAMPLE, "android")
    async with town.bot("sent", "0") as bot:
        ann.says(first)
        await bot.writes("stopped at sent")
    [half] = town.replies(ann)
    for part in rest:
        ann.says(part)
    async with town.bot():
        whole = await town.until_whole(ann)
    assert town.replies(ann) == [whole["text"]] != [half]
