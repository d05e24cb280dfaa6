"""What the operator's chat is told: new kinds of trouble, once each, not too many, no words."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Iterator

import pytest

from bot.operator.watch.alarm import AN_HOUR, QUIET_SECONDS, Alarm
from tests.bot.clock import Clock

WORDS = "what the user wrote"


class Chat:
    """A logger, and the lines that the alarm on it has told."""

    def __init__(self, clock: Clock) -> None:
        self.lines: list[str] = []
        self.logger = logging.getLogger("bot.somewhere")
        self.alarm = Alarm(self.lines.append, ("hush",), clock)

    async def told(self) -> list[str]:
        await asyncio.sleep(0)
        return self.lines


@pytest.fixture
async def chat(clock: Clock) -> Chat:
    return Chat(clock)


@pytest.fixture(autouse=True)
def attached(chat: Chat) -> Iterator[None]:
    logging.getLogger().addHandler(chat.alarm)
    yield
    logging.getLogger().removeHandler(chat.alarm)


def fail(chat: Chat, error: Exception) -> None:
    try:
        raise error
    except type(error):
        chat.logger.exception("error %s in chat %s", "1234abcd", 7)


async def test_an_error_is_told_with_its_number_and_place_and_without_its_text(chat: Chat) -> None:
    fail(chat, ValueError(WORDS))
    [line] = await chat.told()
    assert line.startswith("ERROR bot.somewhere: error 1234abcd in chat 7 (ValueError in operator/")
    assert WORDS not in line
    assert "\n" not in line


async def test_a_kind_is_told_once_a_day_and_another_type_of_error_is_another_kind(
    chat: Chat, clock: Clock
) -> None:
    for _ in range(3):
        fail(chat, ValueError(WORDS))
    fail(chat, KeyError(WORDS))
    assert len(await chat.told()) == 2
    clock.now += QUIET_SECONDS
    fail(chat, ValueError(WORDS))
    assert len(await chat.told()) == 3


async def test_more_kinds_than_anybody_reads_in_an_hour_are_left_to_the_log(
    chat: Chat, clock: Clock
) -> None:
    for number in range(2 * AN_HOUR):
        logging.getLogger(f"bot.part{number}").error("trouble")
    assert len(await chat.told()) == AN_HOUR
    clock.now += 3_600
    chat.logger.error("other trouble")
    assert len(await chat.told()) == AN_HOUR + 1


async def test_warnings_are_told_of_the_storage_alone(chat: Chat) -> None:
    chat.logger.warning("calls fail")
    assert not await chat.told()
    problem = sqlite3.OperationalError("database or disk is full")
    logging.getLogger("bot.storage.best_effort").warning("the inbox: %s", problem)
    assert await chat.told() == [
        "WARNING bot.storage.best_effort: the inbox: database or disk is full"
    ]


async def test_what_is_logged_in_a_thread_is_told_too(chat: Chat) -> None:
    await asyncio.to_thread(chat.logger.error, "hush, a secret")
    assert await chat.told() == ["ERROR bot.somewhere: <secret>, a secret"]
