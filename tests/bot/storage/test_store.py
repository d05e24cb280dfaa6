from __future__ import annotations

import asyncio
import logging
import stat
from collections.abc import AsyncIterator
from contextlib import closing
from itertools import count
from pathlib import Path
from sqlite3 import connect

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import StorageError
from bot.storage import store_sql as sql
from bot.storage.best_effort import BestEffortDatabase
from bot.storage.clock import SteadyClock
from bot.storage.database import Format, SqliteDatabase
from bot.storage.store import Bounds, Store
from handlers.protocols import Cache, Reply, Sender
from summarizer.model import Chapter, Comment, Cue, Digest, Link, Omission, Page, Sentence
from summarizer.opinions import Mood, Quote, SentenceComments, Share
from tests.bot.clock import Clock
from tests.bot.storage.disk import full_disk
from tests.bot.storage.places import FilePlace, Place, on_file

DAY = 86_400
PAGE = Page(title="Bees in winter", transcript=(Cue("A bee keeps warm.", 1.5),), language="en")
DIGEST = Digest(title="Bees in winter", summary=(Sentence(0, "A bee keeps warm.", 1.5),))


@pytest.fixture
async def store(place: Place, clock: Clock) -> AsyncIterator[Store]:
    async with place.store(Bounds(megabytes=2, disk=0), clock) as opened:
        yield opened


async def show(store: Cache, chat: int, message: int, page: str = "bees") -> Reply:
    """Keep a page with its digest and a reply that shows it."""
    reply = Reply(chat, message, page, f"{page}/5", 7, 3, (4, 5), "v1", date=9.0)
    await store.keep_page(page, PAGE)
    await store.keep_digest(f"{page}/5", page, DIGEST)
    await store.keep_reply(reply)
    return reply


async def test_a_page_and_its_digest_are_read_back_equal(store: Store) -> None:
    await show(store, 1, 10)
    assert await store.page("bees") == PAGE
    assert await store.digest("bees/5") == DIGEST
    assert await store.page("wasps") is None
    assert await store.digest("wasps/5") is None


texts = st.text(st.characters(codec="utf-8"), max_size=20)
times = st.none() | st.floats(0, 1e6)
pages = st.builds(
    Page,
    title=st.none() | texts,
    transcript=st.lists(st.builds(Cue, texts, times, st.none() | texts)).map(tuple),
    chapters=st.lists(st.builds(Chapter, texts, times, st.integers(0, 9))).map(tuple),
    description=texts,
    comments=st.lists(st.builds(Comment, texts, likes=st.none() | st.integers(0))).map(tuple),
    links=st.lists(st.builds(Link, texts, texts, kind=st.sampled_from(["site", "cut"]))).map(tuple),
    omissions=st.lists(st.builds(Omission, st.just("too-long"), st.integers(0))).map(tuple),
)
moods = st.builds(
    Mood,
    positive=st.integers(0),
    languages=st.lists(st.tuples(texts, st.integers(0))).map(tuple),
    liked=st.none() | st.just((("positive", 3), ("unread", 0))),
    shares=st.lists(st.builds(Share, st.just("neutral"), *[st.floats(0, 1)] * 3)).map(tuple),
    quotes=st.lists(st.builds(Quote, texts, st.just("unclear"))).map(tuple),
    terms=st.just((("negative", ("late", "loud")),)),
    echoes=st.lists(st.builds(SentenceComments, st.integers(0), st.tuples(texts))).map(tuple),
)
digests = st.builds(
    Digest,
    lead=st.lists(texts).map(tuple),
    summary=st.lists(st.builds(Sentence, st.integers(0), texts, times)).map(tuple),
    mood=moods,
)
folders = count()


@given(page=pages, digest=digests)
def test_whatever_a_page_and_a_digest_hold_is_read_back_equal(
    tmp_path_factory: pytest.TempPathFactory, page: Page, digest: Digest
) -> None:
    async def there_and_back() -> None:
        path = tmp_path_factory.getbasetemp() / f"store-{next(folders)}.sqlite3"
        async with Store.open(path, Bounds(disk=0)) as store:
            await store.keep_page("p", page)
            await store.keep_digest("d", "p", digest)
            assert await store.page("p") == page
            assert await store.digest("d") == digest

    asyncio.run(there_and_back())


async def test_half_a_character_is_not_kept(store: Store) -> None:
    await store.keep_page("half", Page(title="\ud83d"))
    assert await store.page("half") is None


async def test_what_another_version_wrote_is_a_miss(store: Store, place: Place) -> None:
    await show(store, 1, 10)
    place.change("UPDATE pages SET json = '[1, 2]'")
    assert await store.page("bees") is None
    await store.keep_page("bees", PAGE)
    assert await store.page("bees") == PAGE
    assert await store.digest("bees/5") == DIGEST


async def test_a_reply_is_found_by_message_source_page_video_and_asker(
    store: Store, clock: Clock
) -> None:
    first = await show(store, 1, 10)
    clock.now += 1
    await show(store, 1, 11, "wasps")
    assert await store.reply(1, 10) == first
    assert await store.reply_with_page(1, "bees") == first
    for found in (
        await store.reply_to(1, 5),
        await store.reply_about(1, "v1"),
        await store.last_reply(Sender(1, 7, 3)),
    ):
        assert found is not None
        assert found.message == 11


async def test_a_button_works_only_where_its_page_was_sent(store: Store) -> None:
    await show(store, 1, 10)
    assert await store.reply_with_page(2, "bees") is None
    assert await store.reply(2, 10) is None
    assert await store.reply_to(2, 5) is None
    assert await store.reply_about(2, "v1") is None
    assert await store.last_reply(Sender(1, 7, None)) is None


async def test_a_reply_without_its_page_is_not_kept(store: Store) -> None:
    await store.keep_reply(Reply(1, 10, "never kept", sources=(4,)))
    assert await store.reply(1, 10) is None
    assert await store.reply_to(1, 4) is None


async def test_a_reply_that_shows_another_page_lets_the_former_go(store: Store) -> None:
    await show(store, 1, 10, "half")
    await show(store, 1, 10, "whole")
    assert await store.page("half") is None
    assert await store.digest("half/5") is None
    shown = await store.reply(1, 10)
    assert shown is not None
    assert (shown.page, shown.sources) == ("whole", (4, 5))


async def test_a_page_that_another_reply_shows_stays(store: Store) -> None:
    await show(store, 1, 10, "half")
    await show(store, 2, 10, "half")
    await show(store, 1, 10, "whole")
    assert await store.page("half") == PAGE


async def test_a_link_is_remembered_for_ten_minutes_of_telegrams_in_its_thread(
    store: Store,
) -> None:
    await store.remember_link(Sender(1, 7), "https://video.example/a", 5_000)
    await store.remember_link(Sender(1, 7), "https://video.example/b", 5_001)
    await store.remember_link(Sender(1, 7, 3), "https://video.example/c", 5_000)
    assert await store.remembered_link(Sender(1, 7), 5_600) == "https://video.example/b"
    assert await store.remembered_link(Sender(1, 7, 3), 5_000) == "https://video.example/c"
    assert await store.remembered_link(Sender(1, 8), 5_000) is None
    assert await store.remembered_link(Sender(1, 7), 5_601) is None


async def test_a_link_is_forgotten_after_ten_minutes(store: Store, clock: Clock) -> None:
    await store.remember_link(Sender(1, 7), "https://video.example/a", 5_000)
    clock.now += 600
    await store.expire()
    assert await store.remembered_link(Sender(1, 7), 5_000) is None


async def test_the_latest_reply_is_the_one_kept_last_whatever_the_clock_said(
    store: Store, clock: Clock
) -> None:
    clock.now += 40 * DAY
    await show(store, 1, 10)
    clock.now -= 40 * DAY
    await show(store, 1, 11)
    latest = await store.last_reply(Sender(1, 7, 3))
    assert latest is not None
    assert latest.message == 11


@pytest.mark.parametrize("days", [40, -40])
async def test_a_clock_that_jumps_and_comes_back_loses_nothing(place: Place, days: int) -> None:
    host = Clock()
    async with place.store(Bounds(disk=0), SteadyClock(None, host, lambda: 0.0)) as store:
        await show(store, 1, 10)
        await store.remember_link(Sender(1, 7), "https://video.example/a", 0)
        host.now += days * DAY
        await store.expire()
        await show(store, 1, 11, "wasps")
        host.now -= days * DAY
        await store.expire()
        assert await store.page("bees") == PAGE
        assert await store.reply(1, 10) is not None
        assert await store.reply(1, 11) is not None
        assert await store.remembered_link(Sender(1, 7), 0) is not None


async def test_a_bot_that_starts_with_a_wrong_clock_loses_nothing(path: Path) -> None:
    clock = Clock()
    async with Store.open(path, Bounds(disk=0), clock) as store:
        await show(store, 1, 10)
    async with Store.open(path, Bounds(disk=0)) as store:  # today is years later
        await store.expire()
        assert await store.page("bees") == PAGE


async def test_forget_drops_the_chats_rows_and_pages_no_other_chat_holds(store: Store) -> None:
    await show(store, 1, 10, "mine")
    await show(store, 1, 11, "ours")
    await show(store, 2, 10, "ours")
    await store.remember_link(Sender(1, 7), "https://video.example/a", 0)
    assert await store.forget(1) == 2
    assert await store.page("mine") is None
    assert await store.page("ours") == PAGE
    assert await store.reply(1, 11) is None
    assert await store.reply(2, 10) is not None
    assert await store.remembered_link(Sender(1, 7), 0) is None
    assert await store.forget(1) == 0


async def test_forget_leaves_no_word_in_any_file(store: Store, place: Place) -> None:
    secret = "a word nobody else says"
    await store.keep_page("mine", Page(title=secret, description=f"{secret} " * 5_000))
    await store.keep_reply(Reply(1, 10, "mine", video=secret))
    await store.remember_link(Sender(1, 7), secret, 0)
    assert secret.encode() in place.raw()
    await store.forget(1)
    assert secret.encode() not in place.raw()


async def test_what_is_too_old_leaves_no_word_in_any_file(
    store: Store, place: Place, clock: Clock
) -> None:
    secret = "a word nobody else says"
    await store.keep_page("mine", Page(title=secret))
    await store.keep_reply(Reply(1, 10, "mine"))
    clock.now += 29 * DAY
    await store.expire()
    assert secret.encode() in place.raw()
    clock.now += 1 * DAY
    await store.expire()
    assert secret.encode() not in place.raw()


async def test_a_page_in_use_outlives_the_replies_that_are_too_old(
    store: Store, clock: Clock
) -> None:
    await show(store, 1, 10)
    clock.now += 20 * DAY
    await show(store, 2, 10)
    clock.now += 20 * DAY
    await store.expire()
    assert await store.reply(1, 10) is None
    assert await store.reply(2, 10) is not None
    assert await store.page("bees") == PAGE


async def test_a_page_without_a_reply_goes_after_a_minute(store: Store, clock: Clock) -> None:
    await store.keep_page("waiting", PAGE)
    await store.expire()
    assert await store.page("waiting") == PAGE
    clock.now += 60
    await store.expire()
    assert await store.page("waiting") is None


async def test_a_group_takes_its_rows_along(store: Store) -> None:
    await show(store, -1, 10)
    await store.remember_link(Sender(-1, 7), "https://video.example/a", 0)
    await store.move(-1, -1001)
    moved = await store.reply_to(-1001, 4)
    assert moved is not None
    assert moved.sources == (4, 5)
    assert await store.reply(-1, 10) == moved  # a press may still name the old chat
    assert await store.remembered_link(Sender(-1001, 7), 0) == "https://video.example/a"


async def test_a_reply_that_was_on_its_way_follows_the_group(store: Store) -> None:
    await store.move(-1, -1001)
    await show(store, -1, 10)
    assert await store.reply(-1001, 10) is not None


async def test_the_oldest_pages_make_room_before_the_file_is_full(
    store: Store, place: Place, clock: Clock
) -> None:
    for number in range(40):
        clock.now += 1
        await store.keep_page(str(number), Page(description="word " * 20_000))
    assert await store.page("0") is None
    assert await store.page("39") is not None
    assert await store.database.used() <= 2 * 2**20
    assert not isinstance(place, FilePlace) or place.path.stat().st_size <= 2 * 2**20


async def test_a_page_as_large_as_the_file_is_not_kept_and_harms_nothing(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    await show(store, 1, 10)
    for _ in range(3):
        await store.keep_page("huge", Page(description="word " * 500_000))
    assert await store.page("huge") is None
    assert await store.page("bees") == PAGE
    assert [record.levelno for record in caplog.records].count(logging.WARNING) == 1


async def test_nothing_new_is_kept_on_a_disk_that_is_nearly_full(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with Store.open(path, Bounds(disk=10**9)) as store:
        for _ in range(3):
            await store.keep_page("bees", PAGE)
            assert await store.page("bees") is None
    assert caplog.text.count("the disk is nearly full") == 1


@on_file
async def test_on_a_full_disk_what_was_kept_is_still_read(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    await show(store, 1, 10)
    await store.expire()
    with full_disk():
        await store.keep_page("new", PAGE)
        await store.remember_link(Sender(1, 7), "https://video.example/a", 0)
        assert await store.forget(1) is None
        assert await store.page("new") is None
        assert await store.page("bees") == PAGE
    assert caplog.text.count("the cache does not work") == 1
    assert await store.forget(1) == 1
    assert await store.page("bees") is None


async def test_trouble_that_comes_again_after_a_quiet_hour_is_said_again(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    now = 0.0
    async with SqliteDatabase.open(path, Format(sql.SCHEMA, megabytes=1)) as database:
        tables = BestEffortDatabase(database, "nothing works", lambda: now)
        for now in (0.0, 3_000.0, 6_000.0, 10_000.0, 10_001.0):  # noqa: B007 - the clock reads it
            assert await tables.read("SELECT nothing") == []
    assert caplog.text.count("nothing works: near") == 2


@pytest.fixture
def half_a_file(path: Path) -> Path:
    """A database that lost its second half."""

    async def fill() -> None:
        async with Store.open(path, Bounds(disk=0)) as store:
            for number in range(50):
                await show(store, number, 1, str(number))

    asyncio.run(fill())
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)
    return path


def test_a_damaged_file_is_kept_aside_and_a_fresh_one_begins(
    half_a_file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def go_on() -> None:
        async with Store.open(half_a_file, Bounds(disk=0)) as store:
            await show(store, 1, 10)
            assert await store.page("bees") == PAGE

    asyncio.run(go_on())
    aside = half_a_file.with_name("digest.damaged.sqlite3")
    assert aside.is_file()
    assert caplog.text.count("is damaged") == 1


async def damage(store: Store, path: Path) -> None:
    """Fill more than SQLite holds in memory, then break the file under it."""
    for number in range(40):
        await show(store, number, 1, str(number))
        await store.keep_page(str(number), Page(description="word " * 20_000))
    await store.expire()  # all in the file itself, nothing beside it
    path.write_bytes(b"no database at all" * 10_000)


async def test_damage_while_running_is_a_miss_then_a_fresh_file(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with Store.open(path, Bounds(disk=0)) as store:
        await damage(store, path)
        found = [await store.page(str(number)) for number in range(40)]
        assert found[-1] is None
        await show(store, 1, 10)
        assert await store.page("bees") == PAGE
        assert caplog.text.count("is damaged") == 1
        assert caplog.text.count("the cache does not work") == 1
        await store.forget(1)
        assert not path.with_name("digest.damaged.sqlite3").exists()


async def test_forget_says_so_when_it_could_not(path: Path) -> None:
    async with Store.open(path, Bounds(disk=0)) as store:
        await damage(store, path)
        assert await store.forget(1) is None


@pytest.fixture
def newer(path: Path) -> Path:
    path.parent.mkdir()
    with closing(connect(path)) as other:
        other.execute(f"PRAGMA application_id = {sql.SCHEMA.application}")
        other.execute(f"PRAGMA user_version = {sql.SCHEMA.version + 1}")
    return path


async def test_a_newer_schema_is_refused_in_one_line(newer: Path) -> None:
    with pytest.raises(StorageError, match="newer version") as caught:
        async with Store.open(newer, Bounds()):
            pass
    assert "\n" not in str(caught.value)


@on_file
@pytest.mark.usefixtures("store")
async def test_a_second_process_is_refused_in_one_line(path: Path) -> None:
    with pytest.raises(StorageError, match="in use by another process") as caught:
        async with Store.open(path, Bounds()):
            pass
    assert "\n" not in str(caught.value)


async def test_a_place_that_cannot_be_written_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageError, match="cannot be opened"):
        async with Store.open(tmp_path / "file" / "digest.sqlite3", Bounds()):
            pass


@on_file
async def test_only_the_owner_may_read_any_of_the_files(store: Store, path: Path) -> None:
    await show(store, 1, 10)
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    assert modes == dict.fromkeys(
        ["digest.sqlite3", "digest.sqlite3-wal", "digest.sqlite3-shm", "digest.sqlite3.lock"], 0o600
    )


async def test_a_caller_that_is_cancelled_leaves_no_transaction_half_done(store: Store) -> None:
    for number in range(20):
        task = asyncio.create_task(store.keep_page(str(number), PAGE))
        for _ in range(number % 5):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    await show(store, 1, 10)
    assert await store.page("bees") == PAGE


async def test_what_was_kept_is_there_after_a_restart(place: Place) -> None:
    async with place.store(Bounds(disk=0)) as store:
        await show(store, 1, 10)
    async with place.store(Bounds(disk=0)) as store:
        assert await store.page("bees") == PAGE
        assert await store.reply_with_page(1, "bees") is not None
