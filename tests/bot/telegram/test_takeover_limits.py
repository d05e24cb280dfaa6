"""What a process may send that takes over from another, and one that was taken over from."""

from __future__ import annotations

import asyncio

import pytest

from handlers.protocols import FencedError
from tests.bot.telegram.paced import GROUP, Telegram, Time, most_within


async def test_who_takes_over_is_silent_for_a_second_and_then_keeps_to_what_is_left(
    paced: Telegram, time: Time
) -> None:
    paced.limiter.resume([(GROUP, 40.0, 10), (7, 0.5, 3)])
    sends = [paced.send(GROUP) for _ in range(12)] + [paced.send(7)]
    await time.until_done(asyncio.gather(*sends))
    assert paced.times(7) == [2.5]
    assert min(paced.times(GROUP)) == 1
    before = [-40.0] * 10
    last_second = [-0.5] * 3  # of which nobody had time to take a note
    assert most_within(60, [*before, *last_second, *paced.times(GROUP)]) == 20


async def test_a_group_that_nothing_is_known_of_may_have_had_a_burst_too(
    paced: Telegram, time: Time
) -> None:
    paced.limiter.resume([])
    await time.until_done(asyncio.gather(*(paced.send(GROUP) for _ in range(25))))
    assert most_within(60, [*([-0.5] * 3), *paced.times(GROUP)]) == 20
    assert most_within(60, paced.times(GROUP)) == 20


async def test_each_message_and_edit_is_noted_with_its_chat_and_nothing_else_is(
    paced: Telegram, time: Time
) -> None:
    chats: list[int | str] = []
    paced.limiter.note = chats.append
    await time.until_done(asyncio.gather(paced.send(7), paced.edit(8, "new")))
    await time.until_done(paced.request("answerCallbackQuery", callback_query_id=5))
    assert sorted(map(str, chats)) == ["7", "8"]


async def test_who_may_not_send_any_more_sends_nothing_and_does_not_try_again_but_may_delete(
    paced: Telegram, time: Time
) -> None:
    def refuse() -> None:
        raise FencedError("another answers")

    paced.limiter.check = refuse
    for call in (
        paced.send(7),
        paced.edit(7, "new"),
        paced.request("sendChatAction", chat_id=7),
    ):
        with pytest.raises(FencedError):
            await time.until_done(call)
    assert paced.arrived == []
    await time.until_done(paced.request("deleteMessage", chat_id=7, message_id=5))
    assert len(paced.arrived) == 1
