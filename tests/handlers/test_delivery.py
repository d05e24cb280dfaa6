"""An answer whose sender was told to end while it was on its way."""

from __future__ import annotations

import asyncio
import gc
from typing import cast

import pytest
from telegram import Bot

from handlers.delivery import Answer, Delivery, Place
from handlers.protocols import FencedError, Outbox


class Failing:
    """An outbox that fails as soon as it is let."""

    def __init__(self, problem: Exception) -> None:
        self.is_let = asyncio.Event()
        self.problem = problem

    async def sending(self, _: str) -> int | None:
        """Wait, then fail."""
        await self.is_let.wait()
        raise self.problem


@pytest.mark.parametrize(
    ("problem", "logged"),
    [
        (FencedError("another answers"), []),
        (ValueError("odd"), ["an answer failed once nobody waited for it"]),
    ],
)
async def test_what_fails_once_nobody_waits_is_logged_unless_another_process_answers(
    problem: Exception, logged: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    outbox = Failing(problem)
    delivery = Delivery(cast("Bot", None), cast("Outbox", outbox))
    waiting = asyncio.ensure_future(delivery.send(Answer("7:1", Place(7), "words")))
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    outbox.is_let.set()
    await delivery.close(seconds=60)
    gc.collect()  # asyncio tells of what nobody asked for when it is collected
    assert [record.message for record in caplog.records] == logged
