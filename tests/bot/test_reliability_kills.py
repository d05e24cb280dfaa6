"""The program killed between any two steps: no update is lost, no answer given twice."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.local.server import Site
from bot.local.text.cutters import cut
from bot.local.world.chats import JSON
from bot.local.world.people import Person
from tests.bot.process import PROGRAM, ROOT, Process, environment, program, telegram_over_http
from tests.handlers.pages import BREAD

EXAMPLE = (ROOT / "bot" / "example.txt").read_text(encoding="utf-8")
STOPPING = ("-m", "tests.bot.stopping_child")


class Restarted:
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
async def restarted(tmp_path: Path) -> AsyncIterator[Restarted]:
    async with telegram_over_http() as site:
        yield Restarted(site, tmp_path)


async def test_a_bot_killed_at_each_point_answers_everyone_once_after_the_next_start(
    restarted: Restarted,
) -> None:
    ann, ben, cid, dan = (restarted.telegram.person(name) for name in ("Ann", "Ben", "Cid", "Dan"))
    await restarted.dies_at("put", ann)
    assert restarted.replies(ann) == []
    await restarted.dies_at("sending", ben, before=ann)
    assert restarted.replies(ben) == []
    await restarted.dies_at("sent", cid, before=ben)
    await restarted.dies_at("accepted", dan)
    assert len(restarted.replies(dan)) == 1
    async with restarted.bot():
        await restarted.telegram.next_message(dan.private)
        await restarted.telegram.next_message(dan.private)
        ann.says("/start")
        await restarted.telegram.next_message(ann.private)
    assert [len(restarted.replies(person)) for person in (ben, cid)] == [1, 1]
    assert len(restarted.replies(ann)) == 2
    # Telegram offers no way to ask whether it took a message: one identical reply may repeat.
    [first, again] = restarted.replies(dan)
    assert first == again


async def test_a_bot_killed_between_the_parts_of_a_page_gives_one_digest_of_the_whole(
    restarted: Restarted,
) -> None:
    ann = restarted.telegram.person("Ann")
    first, *rest = cut(EXAMPLE, "android")
    async with restarted.bot("put", "0") as bot:
        ann.says(first)
        await bot.writes("stopped at put")
    for part in rest:
        ann.says(part)
    async with restarted.bot("sending", "0") as bot:
        await bot.writes("stopped at sending")
    async with restarted.bot():
        await restarted.until_whole(ann)
    assert len(restarted.replies(ann)) == 1


async def test_a_half_page_answered_before_a_kill_takes_its_late_part_after_the_next_start(
    restarted: Restarted,
) -> None:
    ann = restarted.telegram.person("Ann")
    first, *rest = cut(EXAMPLE, "android")
    async with restarted.bot("sent", "0") as bot:
        ann.says(first)
        await bot.writes("stopped at sent")
    [half] = restarted.replies(ann)
    for part in rest:
        ann.says(part)
    async with restarted.bot():
        whole = await restarted.until_whole(ann)
    assert restarted.replies(ann) == [whole["text"]] != [half]


async def test_a_bot_killed_while_many_wait_in_line_answers_all_of_them_after_the_next_start(
    restarted: Restarted,
) -> None:
    crowd = [restarted.telegram.person(f"Guest {number}") for number in range(30)]
    for number, person in enumerate(crowd):
        person.pastes(BREAD.replace("How bread", f"Film {number}: how bread"))
    async with restarted.bot():
        await restarted.telegram.until(lambda: any(map(restarted.replies, crowd)))
    async with restarted.bot():
        for number, person in enumerate(crowd):

            def digest(person: Person = person, title: str = f"Film {number}:") -> bool:
                return any(title in text for text in restarted.replies(person))

            await restarted.telegram.until(digest)
    assert [len(set(restarted.replies(person))) for person in crowd] == [1] * len(crowd)
