from __future__ import annotations

import asyncio
import json
import signal
import threading
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from telegram import Update
from telegram.error import NetworkError

from bot.storage import inbox_sql as sql
from bot.storage.clock import SteadyClock
from bot.storage.database import Format, SqliteDatabase, Statement
from bot.storage.inbox import Inbox, inbox_path
from tests.bot.process import program
from tests.bot.storage.disk import full_disk
from tests.bot.storage.places import FilePlace, Place, on_file
from tests.bot.updates import BOT, message


def addressed(update: Update) -> bool:
    return update.message is not None and "chatter" not in (update.message.text or "")


@pytest.fixture
async def inbox(place: Place) -> AsyncIterator[Inbox]:
    async with place.inbox(addressed) as opened:
        yield opened


def take_all(inbox: Inbox) -> list[int]:
    """The numbers of the updates in the queue, in order."""
    taken = []
    while not inbox.empty():
        update = inbox.get_nowait()
        assert isinstance(update, Update)
        taken.append(update.update_id)
    return taken


async def replayed(place: Place) -> list[int]:
    async with place.inbox(addressed) as inbox:
        assert await inbox.replay(BOT) == inbox.qsize()
        return take_all(inbox)


async def test_what_was_not_done_comes_again_in_order(place: Place) -> None:
    async with place.inbox(addressed) as inbox:
        for number in (3, 1, 2, 4):
            await inbox.put(message(number))
        assert take_all(inbox) == [3, 1, 2, 4]
        await inbox.done(2)
    assert await replayed(place) == [1, 3, 4]


async def test_an_update_comes_again_whole_with_fields_of_a_newer_api(place: Place) -> None:
    rich = {"blocks": [{"text": "a page"}]}
    async with place.inbox(addressed) as inbox:
        await inbox.put(message(1, "a 🐝", rich_message=rich))
    async with place.inbox(addressed) as inbox:
        await inbox.replay(BOT)
        again = inbox.get_nowait()
    assert isinstance(again, Update)
    assert again.message is not None
    assert again.message.text == "a 🐝"
    assert again.message.api_kwargs == {"rich_message": rich}


async def test_all_parts_of_a_page_finish_together_with_its_answer(place: Place) -> None:
    async with place.inbox(addressed) as inbox:
        for number in (1, 2, 3):
            await inbox.put(message(number))
        assert await inbox.sending("7:1") is None
        await inbox.sent("7:1", 50, 1, 2)
    assert await replayed(place) == [3]


async def test_an_update_that_is_delivered_again_is_not_queued_again(inbox: Inbox) -> None:
    await inbox.put(message(1))
    await inbox.put(message(1))
    await inbox.put(message(2))
    await inbox.done(1)
    await inbox.put(message(1))
    assert take_all(inbox) == [1, 2]


async def test_words_not_addressed_to_the_bot_never_reach_the_disk(
    inbox: Inbox, place: Place
) -> None:
    await inbox.put(message(1, "chatter between friends"))
    await inbox.put(message(2, "a page for the bot"))
    assert take_all(inbox) == [1, 2]
    assert b"chatter" not in place.raw()
    assert b"a page for the bot" in place.raw()


async def test_once_all_is_done_no_word_is_on_disk(inbox: Inbox, place: Place) -> None:
    for number in (1, 2):
        await inbox.put(message(number, "a page for the bot " * 200))
    await inbox.sent("7:1", 50, 1)
    assert b"a page for the bot" in place.raw()
    await inbox.done(2)
    assert b"a page for the bot" not in place.raw()


async def test_a_paste_that_may_grow_keeps_its_words_until_nothing_has_come_for_two_minutes(
    place: Place,
) -> None:
    now = 0.0
    async with place.inbox(addressed, clock=lambda: now) as inbox:
        for number in (1, 2):
            now = 100.0 * (number - 1)
            await inbox.put(message(number, f"part {number} of a page"))
            await inbox.hold("7:1", number)
            await inbox.sent("7:1", 50, number)
        await inbox.put(message(3, "a question"))
        await inbox.done(3)
        now = 219.0
        await inbox.expire(120)
        words = (b"part 1", b"part 2", b"question")
        assert [word in place.raw() for word in words] == [True, True, False]
        now = 221.0
        await inbox.expire(120)
        assert b"of a page" not in place.raw()


async def test_the_parts_of_such_a_paste_are_at_hand_after_a_restart_but_not_queued_again(
    place: Place,
) -> None:
    async with place.inbox(addressed) as inbox:
        for number in (1, 2, 3):
            await inbox.put(message(number))
        await inbox.hold("7:1", 1, 2)
        await inbox.sent("7:1", 50, 1)
        await inbox.done(1, 3)
    async with place.inbox(addressed) as inbox:
        assert [update.update_id for update in await inbox.held(BOT)] == [1]
        await inbox.replay(BOT)
        assert take_all(inbox) == [2]
        await inbox.done(2)
        await inbox.forget(7)
        assert await inbox.held(BOT) == []


async def test_a_chat_that_is_forgotten_takes_no_others_paste_with_it(place: Place) -> None:
    async with place.inbox(addressed) as inbox:
        for number, answer in enumerate(("7:1", "70:1", "-7:1"), start=1):
            await inbox.put(message(number, f"a page in {answer}"))
            await inbox.hold(answer, number)
            await inbox.sent(answer, 50, number)
        await inbox.forget(7)
        words = (b"a page in 7:1", b"a page in 70:1", b"a page in -7:1")
        assert [word in place.raw() for word in words] == [False, True, True]
    async with place.inbox(addressed) as inbox:
        assert [update.update_id for update in await inbox.held(BOT)] == [2, 3]


async def test_an_answer_is_known_by_its_message_once_it_was_sent(
    inbox: Inbox, caplog: pytest.LogCaptureFixture
) -> None:
    assert await inbox.sending("7:1") is None
    assert not caplog.records
    assert await inbox.sending("7:1") is None
    assert "it may be repeated" in caplog.text
    await inbox.sent("7:1", 50)
    assert await inbox.sending("7:1") == 50
    assert await inbox.sending("7:2") is None


async def test_what_stops_the_application_goes_through(inbox: Inbox) -> None:
    signal = object()
    await inbox.put(signal)
    assert inbox.get_nowait() is signal


async def test_a_full_inbox_makes_telegram_wait(place: Place) -> None:
    async with place.inbox(addressed, capacity=2) as inbox:
        await inbox.put(message(1))
        await inbox.put(message(2))
        third = asyncio.create_task(inbox.put(message(3)))
        await inbox.put(message(4, "chatter"))
        await inbox.sending("7:1")
        assert not third.done()
        await inbox.done(1)
        await third
        assert take_all(inbox) == [1, 2, 4, 3]


async def test_who_gives_up_waiting_leaves_no_trace(place: Place) -> None:
    async with place.inbox(addressed, capacity=1) as inbox:
        await inbox.put(message(1))
        second = asyncio.create_task(inbox.put(message(2)))
        await asyncio.sleep(0)
        second.cancel()
        await asyncio.gather(second, return_exceptions=True)
        await inbox.done(1)
        await inbox.put(message(2))
        assert take_all(inbox) == [1, 2]


async def test_an_update_that_cannot_be_written_is_left_with_telegram(
    inbox: Inbox, place: Place
) -> None:
    place.change("ALTER TABLE updates RENAME TO away")
    with pytest.raises(NetworkError):
        await inbox.put(message(1))
    assert inbox.empty()
    await inbox.done(1)
    await inbox.sending("7:1")
    place.change("ALTER TABLE away RENAME TO updates")
    await inbox.put(message(1))
    assert take_all(inbox) == [1]


@on_file
async def test_on_a_full_disk_updates_are_left_with_telegram(
    inbox: Inbox, caplog: pytest.LogCaptureFixture
) -> None:
    await inbox.put(message(1))
    await inbox.expire()
    with full_disk():
        for _ in range(3):
            with pytest.raises(NetworkError):
                await inbox.put(message(2))
        assert len(caplog.records) == 1
        assert await inbox.sending("7:1") is None
        await inbox.sent("7:1", 50, 1)
    await inbox.put(message(2))
    assert take_all(inbox) == [1, 2]


async def test_an_inbox_at_its_bound_leaves_updates_with_telegram_until_there_is_room(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    long = "word " * 60_000
    async with Inbox.open(path, addressed, megabytes=1) as inbox:
        for number in range(3):
            await inbox.put(message(number, long))
        with pytest.raises(NetworkError):
            await inbox.put(message(3, long))
        assert "Telegram keeps them" in caplog.text
        await inbox.done(0)
        await inbox.put(message(3, long))
        assert take_all(inbox) == [0, 1, 2, 3]


async def test_postponed_updates_come_at_the_next_start(place: Place) -> None:
    async with place.inbox(addressed) as inbox:
        await inbox.put(message(1))
        await inbox.put(message(2))
        inbox.clear()
        await inbox.join()
        assert inbox.empty()
    assert await replayed(place) == [1, 2]


async def test_what_could_not_be_answered_comes_again_unless_it_is_done(place: Place) -> None:
    async with place.inbox(addressed) as inbox:
        await inbox.replay(BOT)
        for number in range(1, 5):
            await inbox.put(message(number))
        assert take_all(inbox) == [1, 2, 3, 4]
        await inbox.retry_later(3, 2)
        await inbox.retry_later(4)
        await inbox.done(4)
        assert inbox.empty()
        await inbox.requeue()
        assert take_all(inbox) == [2, 3]
        await inbox.requeue()
        assert inbox.empty()


async def test_an_update_that_never_comes_to_an_end_is_given_up(
    place: Place, caplog: pytest.LogCaptureFixture
) -> None:
    async with place.inbox(addressed) as inbox:
        await inbox.put(message(1))
    place.change("UPDATE updates SET tries = 29")
    assert await replayed(place) == [1]
    assert await replayed(place) == []
    assert "update 1 never came to an end" in caplog.text


@pytest.mark.parametrize("text", ['{"update_id": 2, "mess', "null", "[1]", '{"message": {}}', "7"])
async def test_an_update_that_cannot_be_read_any_more_is_given_up_with_one_line(
    place: Place, caplog: pytest.LogCaptureFixture, text: str
) -> None:
    async with place.inbox(addressed) as inbox:
        for number in (1, 2, 3):
            await inbox.put(message(number))
    place.change("UPDATE updates SET json = ? WHERE number = 2", text)
    assert await replayed(place) == [1, 3]
    assert await replayed(place) == [1, 3]
    [record] = caplog.records
    assert record.getMessage() == "update 2 cannot be read any more: given up"


async def test_an_update_comes_again_without_the_field_that_cannot_be_read_any_more(
    place: Place,
) -> None:
    async with place.inbox(addressed) as inbox:
        await inbox.put(message(1))
    changed = json.loads(message(1).to_json())
    changed["message"]["sticker"] = 5
    place.change("UPDATE updates SET json = ?", json.dumps(changed))
    async with place.inbox(addressed) as inbox:
        await inbox.replay(BOT)
        again = inbox.get_nowait()
    assert isinstance(again, Update)
    assert again.message is not None
    assert again.message.text == "a page"


async def test_a_file_of_the_version_before_is_taken_over(path: Path) -> None:
    row = (1, message(1).to_json(), 0.0)
    async with SqliteDatabase.open(
        path, Format(replace(sql.SCHEMA, migrations=sql.SCHEMA.migrations[:1]), megabytes=1)
    ) as old:
        await old.write(Statement(sql.INSERT, row))
    assert await replayed(FilePlace(path)) == [1]


async def test_what_is_two_days_old_goes_answered_or_not(place: Place) -> None:
    now = 0.0
    async with place.inbox(addressed, clock=lambda: now) as inbox:
        await inbox.put(message(1))
        await inbox.put(message(2))
        await inbox.sent("7:1", 50, 1)
        now = 2 * 86_400
        await inbox.expire()
        assert await inbox.sending("7:1") is None
        await inbox.put(message(1))
        assert take_all(inbox) == [1, 2, 1]
    assert await replayed(place) == [1]


async def test_a_clock_that_jumps_and_comes_back_gives_no_update_up(place: Place) -> None:
    now = 1_000_000.0
    clock = SteadyClock(None, lambda: now, lambda: 0.0)
    async with place.inbox(addressed, clock=clock) as inbox:
        await inbox.put(message(1))
        await inbox.sent("7:1", 50)
        now += 40 * 86_400
        await inbox.expire()
        now -= 40 * 86_400
        assert await inbox.sending("7:1") == 50
    assert await replayed(place) == [1]


async def test_updates_that_nobody_could_answer_do_not_fill_the_inbox_for_ever(
    place: Place,
) -> None:
    now = 0.0
    async with place.inbox(addressed, capacity=1, clock=lambda: now) as inbox:
        await inbox.put(message(1))
        now = 2 * 86_400
        await inbox.expire()
        await inbox.put(message(2))
        assert take_all(inbox) == [1, 2]


async def test_what_comes_after_the_end_opens_no_file_whose_thread_would_keep_the_process(
    place: Place,
) -> None:
    async with place.inbox(addressed) as inbox:
        await inbox.put(message(1))
    threads = set(threading.enumerate())
    await inbox.done(1)
    with pytest.raises(NetworkError):
        await inbox.put(message(2))
    assert set(threading.enumerate()) <= threads
    assert await replayed(place) == [1]


@pytest.mark.parametrize(
    ("steps", "again", "message_of_answer"),
    [
        (["put 1", "put 2"], [1, 2], None),
        (["put 1", "put 2", "sending 7:1"], [1, 2], None),
        (["put 1", "put 2", "sending 7:1", "sent 7:1 50"], [1, 2], 50),
        (["put 1", "put 2", "sending 7:1", "sent 7:1 50 1 2"], [], 50),
        (["put 1", "put 2", "sending 7:1", "sent 7:1 50 1", "done 2"], [], 50),
    ],
    ids=["arrived", "sending", "sent", "all done", "done one by one"],
)
async def test_a_kill_loses_no_update_and_no_answer(
    place: Place, tmp_path: Path, steps: list[str], again: list[int], message_of_answer: int | None
) -> None:
    command = "-m", "tests.bot.storage.inbox_child", json.dumps(place.arguments()), *steps
    async with program({"DATABASE_PATH": str(tmp_path / "none")}, command) as process:
        assert [await process.writes(f"did {step}") for step in steps] == [
            f"did {step}: None\n" for step in steps
        ]
        assert await process.stop(signal.SIGKILL) == -signal.SIGKILL
    async with place.inbox(addressed) as inbox:
        assert await inbox.replay(BOT) == len(again)
        assert take_all(inbox) == again
        assert await inbox.sending("7:1") == message_of_answer


def test_the_inbox_lies_beside_the_database() -> None:
    assert inbox_path(Path("kept/digest.sqlite3")) == Path("kept/digest.inbox.sqlite3")
