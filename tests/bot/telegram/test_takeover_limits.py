"""What a process may send that takes over from another, and one that was taken over from."""

from __future__ import annotations

import asyncio

import pytest

from handlers.protocols import FencedError
from tests.bot.telegram.test_rate_limiter import GROUP, Telegram, Time, most_within


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def telegram(time: Time) -> Telegram:
    return Telegram(time)


async def test_who_takes_over_is_silent_for_a_second_and_then_keeps_to_what_is_left(
    telegram: Telegram, time: Time
) -> None:
    telegram.limiter.resume([(GROUP, 40.0, 10), (7, 0.5, 3)])
    sends = [telegram.send(GROUP) for _ in range(12)] + [telegram.send(7)]
    await time.until_done(asyncio.gather(*sends))
    assert telegram.times(7) == [2.5]
    assert min(telegram.times(GROUP)) == 1
    before = [-40.0] * 10
    last_second = [-0.5] * 3  # of which nobody had time to take a note
    assert most_within(60, [*before, *last_second, *telegram.times(GROUP)]) == 20


async def test_a_group_that_nothing_is_known_of_may_have_had_a_burst_too(
    telegram: Telegram, time: Time
) -> None:
    telegram.limiter.resume([])
    await time.until_done(asyncio.gather(*(telegram.send(GROUP) for _ in range(25))))
    assert most_within(60, [*([-0.5] * 3), *telegram.times(GROUP)]) == 20
    assert most_within(60, telegram.times(GROUP)) == 20


async def test_each_message_and_edit_is_noted_with_its_chat_and_nothing_else_is(
    telegram: Telegram, time: Time
) -> None:
    chats: list[int | str] = []
    telegram.limiter.note = chats.append
    await time.until_done(asyncio.gather(telegram.send(7), telegram.edit(8, "new")))
    await time.until_done(telegram.request("answerCallbackQuery", callback_query_id=5))
    assert sorted(map(str, chats)) == ["7", "8"]


async def test_who_may_not_send_any_more_sends_nothing_and_does_not_try_again_but_may_delete(
    telegram: Telegram, time: Time
) -> None:
    def refuse() -> None:
        raise FencedError("another answers")

    telegram.limiter.check = refuse
    for call in (
        telegram.send(7),
        telegram.edit(7, "new"),
        telegram.request("sendChatAction", chat_id=7),
    ):
        with pytest.raises(FencedError):
            await time.until_done(call)
    assert telegram.arrived == []
    await time.until_done(telegram.request("deleteMessage", chat_id=7, message_id=5))
    assert len(telegram.arrived) == 1
