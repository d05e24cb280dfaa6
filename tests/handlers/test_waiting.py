"""More people at once than the workers can serve: everybody waits, and nobody is sent away."""

from __future__ import annotations

import os
import re
import signal
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from bot.config import Settings
from bot.local.telegram import Telegram
from bot.local.world.people import Person
from tests.handlers.conftest import conversation
from tests.handlers.pages import BREAD

PEOPLE = 40
IN_LINE = re.compile(r"^In line: (\d+) p\w+ (?:is|are) before you …$")


def worker() -> int:
    """The one process in which pages are read: a child of a child of this one."""
    children = psutil.Process().children()
    [found] = [grandchild for child in children for grandchild in child.children()]
    return int(found.pid)


def places(telegram: Telegram, crowd: list[Person]) -> set[int]:
    """How many are said to be before each of them; nothing is said to the first two."""
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
        os.kill(worker(), signal.SIGSTOP)
        for number, person in enumerate(crowd):
            person.pastes(BREAD.replace("How bread", f"Film {number}: how bread"))
        await telegram.until(lambda: places(telegram, crowd) == set(range(1, PEOPLE - 1)))
        os.kill(worker(), signal.SIGCONT)
        await bot.idle()
    for number, person in enumerate(crowd):
        [answer] = telegram.said(person.private)
        assert f"Film {number}:" in answer["text"]
