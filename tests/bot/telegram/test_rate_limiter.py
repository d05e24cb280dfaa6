from __future__ import annotations

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.telegram.sliding_window import SlidingWindow
from handlers.protocols import FencedError
from tests.bot.telegram.paced import GROUP, Telegram, Time, most_within


async def test_a_private_chat_gets_a_few_at_once_then_one_a_second(
    paced: Telegram, time: Time
) -> None:
    await time.until_done(asyncio.gather(*(paced.send(7) for _ in range(9))))
    assert paced.times() == [0, 0, 0, 3, 3, 3, 6, 6, 6]


async def test_a_group_gets_no_more_than_20_a_minute(paced: Telegram, time: Time) -> None:
    await time.until_done(asyncio.gather(*(paced.send(GROUP) for _ in range(50))))
    assert most_within(60, paced.times()) == 20


async def test_all_chats_together_get_no_more_than_30_a_second(paced: Telegram, time: Time) -> None:
    await time.until_done(asyncio.gather(*(paced.send(n % 100 + 1) for n in range(200))))
    assert most_within(1, paced.times()) == 30


async def test_a_request_that_may_arrive_late_counts_until_a_second_after_its_answer(
    paced: Telegram, time: Time
) -> None:
    paced.slow = dict.fromkeys(range(1, 31), 0.6)
    await time.until_done(asyncio.gather(*(paced.send(chat) for chat in range(1, 32))))
    assert paced.times(31) == [pytest.approx(1.6)]


async def test_a_request_counts_however_long_its_answer_takes(paced: Telegram, time: Time) -> None:
    paced.slow = dict.fromkeys(range(1, 31), 2.5)
    await time.until_done(asyncio.gather(*(paced.send(chat) for chat in range(1, 32))))
    assert paced.times(31) == [pytest.approx(3.5)]


async def test_in_its_chat_it_counts_until_three_seconds_after_its_answer(
    paced: Telegram, time: Time
) -> None:
    paced.slow = {1: 0.6}
    await time.until_done(asyncio.gather(*(paced.send(1) for _ in range(4))))
    assert paced.times(1) == pytest.approx([0, 0.6, 1.2, 3.6])


@given(st.lists(st.floats(0, 3), max_size=60), st.integers(1, 5))
def test_a_window_never_holds_more_than_it_may(pauses: list[float], count: int) -> None:
    window, now, entered = SlidingWindow(count, 2), 0.0, []
    for pause in pauses:
        now += (
            max(pause, 0) if window.delay(now + pause) == 0 else pause + window.delay(now + pause)
        )
        window.enter(now)
        entered.append(now)
    assert all(b - a > 2 - 1e-9 for a, b in zip(entered, entered[count:], strict=False))


async def test_at_the_end_what_is_on_its_way_is_answered_and_what_waits_is_not_sent(
    paced: Telegram, time: Time
) -> None:
    paced.slow = {7: 1}
    sending = asyncio.gather(*(paced.send(7) for _ in range(5)), return_exceptions=True)
    await time.settle()
    with paced.limiter.refusing():
        first, *others = await time.until_done(sending)
    assert paced.times(7) == [0]
    assert not isinstance(first, BaseException)
    assert all(isinstance(other, FencedError) for other in others)


async def test_at_the_end_nobody_waits_for_a_turn(paced: Telegram, time: Time) -> None:
    sending = asyncio.gather(*(paced.send(7) for _ in range(5)), return_exceptions=True)
    await time.settle()
    with paced.limiter.refusing():
        await time.settle()
    assert sending.done()
    await time.until_done(paced.send(8))
    assert paced.times(8) == [0]
    assert [isinstance(one, FencedError) for one in await sending] == [False] * 3 + [True] * 2


async def test_messages_of_one_chat_keep_their_order(paced: Telegram, time: Time) -> None:
    paced.failures[7] = [RetryAfter(9)]
    texts = [str(number) for number in range(6)]
    await time.until_done(asyncio.gather(*(paced.send(7, text) for text in texts)))
    assert paced.texts() == ["0", *texts]


async def test_a_flooder_delays_nobody_else(paced: Telegram, time: Time) -> None:
    flood = [paced.send(1) for _ in range(300)]
    users = [paced.send(user) for user in range(2, 42)]
    everyone = asyncio.gather(*flood, *users)
    await time.until_done(everyone)
    assert max(when for when, chat, _ in paced.arrived if chat != 1) <= 1


async def test_a_slow_group_delays_nobody_else(paced: Telegram, time: Time) -> None:
    paced.slow[GROUP] = 30
    paced.failures[GROUP - 1] = [RetryAfter(40)]
    slow = [paced.send(GROUP), paced.send(GROUP), paced.send(GROUP - 1)]
    users = [paced.send(user) for user in range(1, 41)]
    await time.until_done(asyncio.gather(*slow, *users))
    assert max(when for when, chat, _ in paced.arrived if chat and chat > 0) <= 2
    assert paced.times(GROUP) == [0, 30]
    assert paced.times(GROUP - 1) == [0, 40]


async def test_presses_and_other_requests_never_queue(paced: Telegram, time: Time) -> None:
    flood = asyncio.gather(*(paced.send(7) for _ in range(100)))
    presses = [paced.request("answerCallbackQuery", callback_query_id=n) for n in range(90)]
    asked = paced.request("getChatMember", chat_id=7, user_id=7)
    await time.until_done(asyncio.gather(flood, *presses, asked))
    straight = [t for t, _, text in paced.arrived if text.startswith(("answer", "getChat"))]
    assert straight == [0] * 91


async def test_typing_is_shown_at_once_or_never(paced: Telegram, time: Time) -> None:
    paced.failures[7] = [RetryAfter(30)]
    sending = asyncio.ensure_future(paced.send(7))
    await time.settle()
    typing = {"endpoint": "sendChatAction", "action": "typing"}
    assert await paced.request(**typing, chat_id=7) is True
    assert await paced.request(**typing, chat_id=8) == {"text": None}
    await time.until_done(sending)
    assert paced.times(7) == [0, 30]


async def test_typing_that_fails_is_not_tried_again(paced: Telegram, time: Time) -> None:
    paced.failures[7] = [TimedOut()]
    with pytest.raises(TimedOut):
        await time.until_done(paced.request("sendChatAction", chat_id=7))
    assert paced.times(7) == [0]


async def test_what_is_offered_for_typed_words_is_not_tried_again(
    paced: Telegram, time: Time
) -> None:
    paced.failures[None] = [TimedOut()]
    with pytest.raises(TimedOut):
        await time.until_done(paced.request("answerInlineQuery", inline_query_id="1"))
    assert len(paced.arrived) == 1


async def test_edits_that_wait_become_one_and_the_latest_wins(paced: Telegram, time: Time) -> None:
    begun = [paced.send(7) for _ in range(3)]
    edits = [paced.edit(7, text) for text in ("a", "b", "c")]
    other = paced.edit(7, "another message", message=6)
    answers = await time.until_done(asyncio.gather(*begun, *edits, other))
    assert paced.texts()[3:] == ["c", "another message"]
    assert answers[3:] == [{"text": "c"}] * 3 + [{"text": "another message"}]


async def test_an_edit_that_is_on_its_way_is_followed_by_the_next(
    paced: Telegram, time: Time
) -> None:
    paced.slow[7] = 2
    first = asyncio.ensure_future(paced.edit(7, "a"))
    await time.settle()
    answers = await time.until_done(asyncio.gather(first, paced.edit(7, "b")))
    assert list(answers) == [{"text": "a"}, {"text": "b"}]


async def test_an_edit_is_sent_as_long_as_one_caller_waits(paced: Telegram, time: Time) -> None:
    begun = [asyncio.ensure_future(paced.send(7)) for _ in range(3)]
    edits = [asyncio.ensure_future(paced.edit(7, text)) for text in ("a", "b")]
    lonely = asyncio.ensure_future(paced.edit(7, "gone", message=6))
    await time.settle()
    edits[0].cancel()
    lonely.cancel()
    await time.until_done(asyncio.gather(*begun, edits[1]))
    again = await time.until_done(paced.edit(7, "here", message=6))
    assert paced.texts()[3:] == ["b", "here"]
    assert again == {"text": "here"}


async def test_an_edit_that_changes_nothing_is_done(paced: Telegram, time: Time) -> None:
    paced.failures[7] = [
        BadRequest("Message is not modified: specified new message content is exactly the same")
    ]
    assert await time.until_done(paced.edit(7, "same")) is True


@pytest.mark.parametrize(
    "problem",
    [NetworkError("Bad Gateway"), NetworkError("httpx.ReadError"), RetryAfter(1), TimedOut()],
    ids=repr,
)
async def test_a_message_that_did_not_or_may_not_have_arrived_is_sent_again_within_seconds(
    paced: Telegram, time: Time, problem: TelegramError
) -> None:
    paced.failures[7] = [problem] * 2
    assert await time.until_done(paced.send(7)) == {"text": "hello"}
    assert paced.times()[-1] <= 3


@pytest.mark.parametrize(
    "problem",
    [BadRequest("can't parse entities"), Forbidden("bot was blocked by the user")],
    ids=repr,
)
async def test_a_message_that_is_refused_is_not_sent_again(
    paced: Telegram, time: Time, problem: TelegramError
) -> None:
    paced.failures[7] = [problem]
    with pytest.raises(type(problem)):
        await time.until_done(paced.send(7))
    assert len(paced.arrived) == 1


@pytest.mark.parametrize("endpoint", ["editMessageText", "answerCallbackQuery", "getFile"])
async def test_what_may_be_repeated_is_sent_again_after_a_time_out(
    paced: Telegram, time: Time, endpoint: str
) -> None:
    paced.failures[7] = [TimedOut()]
    await time.until_done(paced.request(endpoint, chat_id=7))
    assert paced.times() == [0, 1]


@pytest.mark.parametrize(
    "problem",
    [NetworkError("Bad Gateway"), RetryAfter(2), TimedOut()],
    ids=repr,
)
async def test_after_five_tries_whoever_waits_is_told(
    paced: Telegram, time: Time, problem: TelegramError
) -> None:
    paced.failures[7] = [problem] * 9
    with pytest.raises(RetryAfter if isinstance(problem, RetryAfter) else NetworkError):
        await time.until_done(paced.send(7))
    assert len(paced.arrived) == 5


async def test_each_wait_after_a_failure_is_twice_the_last(paced: Telegram, time: Time) -> None:
    paced.failures[7] = [NetworkError("Bad Gateway")] * 4
    await time.until_done(paced.edit(7, "a"))
    assert paced.times() == [0, 1, 3, 7, 15]


async def test_chats_that_rest_are_forgotten(paced: Telegram, time: Time) -> None:
    await time.until_done(asyncio.gather(*(paced.send(chat) for chat in range(1, 1_001))))
    await time.until_done(paced.send(2_000))
    assert len(paced.limiter._queues) < 200  # noqa: SLF001 # memory has no other face


async def test_opening_and_closing_do_nothing(paced: Telegram) -> None:
    await paced.limiter.initialize()
    await paced.limiter.shutdown()
    assert paced.arrived == []
