"""More people at once than the workers can serve: everybody waits, and nobody is sent away."""

from __future__ import annotations

import asyncio
import gzip
import re
import signal
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from bot.app import assembled
from bot.config import Settings
from bot.local.request import LocalRequest
from bot.local.telegram import PATIENCE, Telegram
from bot.local.world.people import Person
from bot.telegram.connection import Connection
from handlers.source import Source, is_quick
from summarizer import Comment, Cue, Page
from tests.bot.work import jobs
from tests.bot.work.gates import Gate
from tests.handlers.conftest import Hasty, conversation, hasty_limiter
from tests.handlers.pages import BREAD
from tests.telegram import running

pytestmark = pytest.mark.usefixtures("own_processes")

PEOPLE = 40
IN_LINE = re.compile(r"^In line: (\d+) p\w+ (?:is|are) before you …$")


def tell_workers(order: signal.Signals) -> None:
    """Signal all processes in which pages are read: children of children of this one."""
    for worker in workers():
        worker.send_signal(order)


def workers() -> list[psutil.Process]:
    return [worker for child in psutil.Process().children() for worker in child.children()]


async def stop_workers(settings: Settings) -> None:
    """Stop them all, once all are there: the bot begins when the first one is."""
    async with asyncio.timeout(PATIENCE):
        while len(workers()) < settings.workers + 1:  # noqa: ASYNC110 - one more for what is quick
            await asyncio.sleep(0.01)
    tell_workers(signal.SIGSTOP)


def places(telegram: Telegram, crowd: list[Person]) -> set[int]:
    """How many are said to be before each of them; nothing is said to the first three."""
    said = [message["text"] for person in crowd for message in telegram.said(person.private)]
    return {int(number) for text in said for number in IN_LINE.findall(text)}


@pytest.fixture
def crowd(telegram: Telegram) -> list[Person]:
    return [telegram.person(f"Guest {number}") for number in range(PEOPLE)]


@pytest.mark.skipif(not Path("/proc").exists(), reason="needs to find the worker")
async def test_who_waits_is_told_their_place_in_the_message_that_becomes_the_answer(
    telegram: Telegram, settings: Settings, crowd: list[Person]
) -> None:
    async with conversation(telegram, replace(settings, job_seconds=3_600)) as bot:
        await stop_workers(settings)
        for number, person in enumerate(crowd):
            person.pastes(BREAD.replace("How bread", f"Film {number}: how bread"))
        await telegram.until(lambda: places(telegram, crowd) == set(range(1, PEOPLE - 2)))
        tell_workers(signal.SIGCONT)
        await bot.idle()
    for number, person in enumerate(crowd):
        [answer] = telegram.said(person.private)
        assert f"Film {number}:" in answer["text"]


@pytest.mark.skipif(not Path("/proc").exists(), reason="needs to find the workers")
async def test_who_sends_many_files_is_told_which_of_them_is_read(
    telegram: Telegram, settings: Settings
) -> None:
    ann = telegram.person("Ann")
    files = [(f"{n}.txt", BREAD.replace("bread", f"loaf {n}").encode()) for n in range(4)]
    async with conversation(telegram, replace(settings, job_seconds=3_600)) as bot:
        await stop_workers(settings)
        ann.sends_album(files)
        await telegram.until(
            lambda: any("Reading … 1 / 4" in m["text"] for m in telegram.said(ann.private))
        )
        tell_workers(signal.SIGCONT)
        await bot.idle()
    [answer] = telegram.said(ann.private)
    assert "4 videos in these files" in answer["text"]


@pytest.mark.parametrize("flooders", [1, 3])
async def test_a_page_is_answered_while_others_have_long_files_read(
    telegram: Telegram, settings: Settings, tmp_path: Path, flooders: int
) -> None:
    settings = replace(settings, job_seconds=3_600)
    parts = Connection(settings, LocalRequest(telegram)), Hasty(telegram), hasty_limiter()
    gates = [Gate(tmp_path / str(number)) for number in range(flooders)]
    ann = telegram.person("Ann")
    async with assembled(settings, *parts) as bot, running(bot.application, telegram):
        run = bot.parts.workers.run
        long = [
            asyncio.create_task(run(jobs.wait_for, gate.path, person=number))
            for number, gate in enumerate(gates)
        ]
        await gates[0].began()
        ann.pastes(BREAD)
        ann.sends_file("page.txt", BREAD.replace("bread", "rye").encode())
        await telegram.until(lambda: len(telegram.said(ann.private)) == 2)
        assert not any(task.done() for task in long)
        for task in reversed(long):
            task.cancel()
        await asyncio.wait(long)
    assert all("7 sentences" in message["text"] for message in telegram.said(ann.private))


@pytest.mark.parametrize(
    ("data", "quick"),
    [
        (BREAD, True),
        (BREAD.encode(), True),
        ("a" * 200_000, False),
        (gzip.compress(BREAD.encode()), False),
        (b"%PDF-1.7 a", False),
    ],
)
def test_what_is_long_or_packed_is_not_expected_to_be_quick(data: str | bytes, quick: bool) -> None:
    assert Source(data).is_quick is quick


@pytest.mark.parametrize(
    ("page", "quick"),
    [
        (Page(transcript=(Cue("Bread rises."),) * 1_000), True),
        (Page(comments=(Comment("Lovely!"),) * 9_000), False),
        (Page(description="a" * 200_000), False),
        (Page(transcript=(Cue("a" * 60_000),), comments=(Comment("a" * 60_000),)), False),
        (Page(description="Bread", others=(Page(),)), False),
    ],
)
def test_a_page_with_much_in_it_is_not_expected_to_be_digested_quickly(
    page: Page, quick: bool
) -> None:
    assert is_quick(page) is quick
