from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Coroutine, Iterable
from typing import Any, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.telegram.rate_limiter import Answer, FairRateLimiter
from bot.telegram.sliding_window import SlidingWindow

T = TypeVar("T")
GROUP = -100


class Time:
    """Time that passes only when everybody sleeps."""

    def __init__(self) -> None:
        self.now = 1_000.0
        self._sleepers: list[tuple[float, asyncio.Future[None]]] = []

    def clock(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        future = asyncio.get_running_loop().create_future()
        self._sleepers.append((self.now + seconds, future))
        await future

    async def until_done(self, work: Awaitable[T]) -> T:
        task = asyncio.ensure_future(work)
        await self.settle()
        while not task.done():
            self._sleepers.sort(key=lambda sleeper: sleeper[0])
            self.now, sleeper = self._sleepers.pop(0)
            if not sleeper.done():
                sleeper.set_result(None)
            await self.settle()
        return task.result()

    @staticmethod
    async def settle() -> None:
        for _ in range(300):
            await asyncio.sleep(0)


class Telegram:
    """Notes what arrives and when; fails as it is told to, chat by chat."""

    def __init__(self, time: Time) -> None:
        self.time = time
        self.limiter = FairRateLimiter(time.clock, time.sleep, lambda: 0.5)
        self.arrived: list[tuple[float, int | None, str]] = []
        self.failures: dict[int | None, list[TelegramError]] = {}
        self.slow: dict[int | None, float] = {}

    async def answer(self, endpoint: str, data: dict[str, Any]) -> Answer:
        chat = data.get("chat_id")
        self.arrived.append((self.time.now - 1_000, chat, str(data.get("text", endpoint))))
        if seconds := self.slow.get(chat):
            await self.time.sleep(seconds)
        if failures := self.failures.get(chat):
            raise failures.pop(0)
        return {"text": data.get("text")}

    def request(self, endpoint: str, **data: Any) -> Coroutine[Any, Any, Answer]:  # noqa: ANN401 # as in the API
        return self.limiter.process_request(self.answer, (endpoint, data), {}, endpoint, data, None)

    def send(self, chat: int, text: str = "hello") -> Coroutine[Any, Any, Answer]:
        return self.request("sendMessage", chat_id=chat, text=text)

    def edit(self, chat: int, text: str, message: int = 5) -> Coroutine[Any, Any, Answer]:
        return self.request("editMessageText", chat_id=chat, message_id=message, text=text)

    def times(self, chat: int | None = None) -> list[float]:
        return [when for when, where, _ in self.arrived if chat in {None, where}]

    def texts(self) -> list[str]:
        return [text for *_, text in self.arrived]


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def telegram(time: Time) -> Telegram:
    return Telegram(time)


def most_within(seconds: float, times: Iterable[float]) -> int:
    """The most requests in any window of that length."""
    all_times = sorted(times)
    return max(sum(start <= t < start + seconds for t in all_times) for start in all_times)


async def test_a_private_chat_gets_a_few_at_once_then_one_a_second(
    telegram: Telegram, time: Time
) -> None:
    await time.until_done(asyncio.gather(*(telegram.send(7) for _ in range(9))))
    assert telegram.times() == [0, 0, 0, 3, 3, 3, 6, 6, 6]


async def test_a_group_gets_no_more_than_20_a_minute(telegram: Telegram, time: Time) -> None:
    await time.until_done(asyncio.gather(*(telegram.send(GROUP) for _ in range(50))))
    assert most_within(60, telegram.times()) == 20


async def test_all_chats_together_get_no_more_than_30_a_second(
    telegram: Telegram, time: Time
) -> None:
    await time.until_done(asyncio.gather(*(telegram.send(n % 100 + 1) for n in range(200))))
    assert most_within(1, telegram.times()) == 30


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


async def test_messages_of_one_chat_keep_their_order(telegram: Telegram, time: Time) -> None:
    telegram.failures[7] = [RetryAfter(9)]
    texts = [str(number) for number in range(6)]
    await time.until_done(asyncio.gather(*(telegram.send(7, text) for text in texts)))
    assert telegram.texts() == ["0", *texts]


async def test_a_flooder_delays_nobody_else(telegram: Telegram, time: Time) -> None:
    flood = [telegram.send(1) for _ in range(300)]
    users = [telegram.send(user) for user in range(2, 42)]
    everyone = asyncio.gather(*flood, *users)
    await time.until_done(everyone)
    assert max(when for when, chat, _ in telegram.arrived if chat != 1) <= 1


async def test_a_slow_group_delays_nobody_else(telegram: Telegram, time: Time) -> None:
    telegram.slow[GROUP] = 30
    telegram.failures[GROUP - 1] = [RetryAfter(40)]
    slow = [telegram.send(GROUP), telegram.send(GROUP), telegram.send(GROUP - 1)]
    users = [telegram.send(user) for user in range(1, 41)]
    await time.until_done(asyncio.gather(*slow, *users))
    assert max(when for when, chat, _ in telegram.arrived if chat and chat > 0) <= 2
    assert telegram.times(GROUP) == [0, 30]
    assert telegram.times(GROUP - 1) == [0, 40]


async def test_presses_and_other_requests_never_queue(telegram: Telegram, time: Time) -> None:
    flood = asyncio.gather(*(telegram.send(7) for _ in range(100)))
    presses = [telegram.request("answerCallbackQuery", callback_query_id=n) for n in range(90)]
    asked = telegram.request("getChatMember", chat_id=7, user_id=7)
    await time.until_done(asyncio.gather(flood, *presses, asked))
    straight = [t for t, _, text in telegram.arrived if text.startswith(("answer", "getChat"))]
    assert straight == [0] * 91


async def test_typing_is_shown_at_once_or_never(telegram: Telegram, time: Time) -> None:
    telegram.failures[7] = [RetryAfter(30)]
    sending = asyncio.ensure_future(telegram.send(7))
    await time.settle()
    typing = {"endpoint": "sendChatAction", "action": "typing"}
    assert await telegram.request(**typing, chat_id=7) is True
    assert await telegram.request(**typing, chat_id=8) == {"text": None}
    await time.until_done(sending)
    assert telegram.times(7) == [0, 30]


async def test_typing_that_fails_is_not_tried_again(telegram: Telegram, time: Time) -> None:
    telegram.failures[7] = [TimedOut()]
    with pytest.raises(TimedOut):
        await time.until_done(telegram.request("sendChatAction", chat_id=7))
    assert telegram.times(7) == [0]


async def test_what_is_offered_for_typed_words_is_not_tried_again(
    telegram: Telegram, time: Time
) -> None:
    telegram.failures[None] = [TimedOut()]
    with pytest.raises(TimedOut):
        await time.until_done(telegram.request("answerInlineQuery", inline_query_id="1"))
    assert len(telegram.arrived) == 1


async def test_edits_that_wait_become_one_and_the_latest_wins(
    telegram: Telegram, time: Time
) -> None:
    begun = [telegram.send(7) for _ in range(3)]
    edits = [telegram.edit(7, text) for text in ("a", "b", "c")]
    other = telegram.edit(7, "another message", message=6)
    answers = await time.until_done(asyncio.gather(*begun, *edits, other))
    assert telegram.texts()[3:] == ["c", "another message"]
    assert answers[3:] == [{"text": "c"}] * 3 + [{"text": "another message"}]


async def test_an_edit_that_is_on_its_way_is_followed_by_the_next(
    telegram: Telegram, time: Time
) -> None:
    telegram.slow[7] = 2
    first = asyncio.ensure_future(telegram.edit(7, "a"))
    await time.settle()
    answers = await time.until_done(asyncio.gather(first, telegram.edit(7, "b")))
    assert list(answers) == [{"text": "a"}, {"text": "b"}]


async def test_an_edit_is_sent_as_long_as_one_caller_waits(telegram: Telegram, time: Time) -> None:
    begun = [asyncio.ensure_future(telegram.send(7)) for _ in range(3)]
    edits = [asyncio.ensure_future(telegram.edit(7, text)) for text in ("a", "b")]
    lonely = asyncio.ensure_future(telegram.edit(7, "gone", message=6))
    await time.settle()
    edits[0].cancel()
    lonely.cancel()
    await time.until_done(asyncio.gather(*begun, edits[1]))
    again = await time.until_done(telegram.edit(7, "here", message=6))
    assert telegram.texts()[3:] == ["b", "here"]
    assert again == {"text": "here"}


async def test_an_edit_that_changes_nothing_is_done(telegram: Telegram, time: Time) -> None:
    telegram.failures[7] = [
        BadRequest("Message is not modified: specified new message content is exactly the same")
    ]
    assert await time.until_done(telegram.edit(7, "same")) is True


@pytest.mark.parametrize(
    "problem",
    [NetworkError("Bad Gateway"), NetworkError("httpx.ReadError"), RetryAfter(1), TimedOut()],
    ids=repr,
)
async def test_a_message_that_did_not_or_may_not_have_arrived_is_sent_again_within_seconds(
    telegram: Telegram, time: Time, problem: TelegramError
) -> None:
    telegram.failures[7] = [problem] * 2
    assert await time.until_done(telegram.send(7)) == {"text": "hello"}
    assert telegram.times()[-1] <= 3


@pytest.mark.parametrize(
    "problem",
    [BadRequest("can't parse entities"), Forbidden("bot was blocked by the user")],
    ids=repr,
)
async def test_a_message_that_is_refused_is_not_sent_again(
    telegram: Telegram, time: Time, problem: TelegramError
) -> None:
    telegram.failures[7] = [problem]
    with pytest.raises(type(problem)):
        await time.until_done(telegram.send(7))
    assert len(telegram.arrived) == 1


@pytest.mark.parametrize("endpoint", ["editMessageText", "answerCallbackQuery", "getFile"])
async def test_what_may_be_repeated_is_sent_again_after_a_time_out(
    telegram: Telegram, time: Time, endpoint: str
) -> None:
    telegram.failures[7] = [TimedOut()]
    await time.until_done(telegram.request(endpoint, chat_id=7))
    assert telegram.times() == [0, 1]


@pytest.mark.parametrize(
    "problem",
    [NetworkError("Bad Gateway"), RetryAfter(2), TimedOut()],
    ids=repr,
)
async def test_after_five_tries_whoever_waits_is_told(
    telegram: Telegram, time: Time, problem: TelegramError
) -> None:
    telegram.failures[7] = [problem] * 9
    with pytest.raises(RetryAfter if isinstance(problem, RetryAfter) else NetworkError):
        await time.until_done(telegram.send(7))
    assert len(telegram.arrived) == 5


async def test_each_wait_after_a_failure_is_twice_the_last(telegram: Telegram, time: Time) -> None:
    telegram.failures[7] = [NetworkError("Bad Gateway")] * 4
    await time.until_done(telegram.edit(7, "a"))
    assert telegram.times() == [0, 1, 3, 7, 15]


async def test_chats_that_rest_are_forgotten(telegram: Telegram, time: Time) -> None:
    await time.until_done(asyncio.gather(*(telegram.send(chat) for chat in range(1, 1_001))))
    await time.until_done(telegram.send(2_000))
    assert len(telegram.limiter._queues) < 200  # noqa: SLF001 # memory has no other face


async def test_opening_and_closing_do_nothing(telegram: Telegram) -> None:
    await telegram.limiter.initialize()
    await telegram.limiter.shutdown()
    assert telegram.arrived == []
