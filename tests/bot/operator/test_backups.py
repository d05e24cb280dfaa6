"""Backups that the bot makes by itself, and the way back, on this machine or another."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.config import Settings
from bot.errors import InUseError, StorageError
from bot.local.server import Site
from bot.operator.backups import keep_backups, make_backup
from bot.storage.backup import backup, restore
from bot.storage.store import Bounds, Store
from bot.storage.store_sql import SCHEMA
from handlers.protocols import Reply
from summarizer.model import Page
from tests.bot.process import environment, program
from tests.handlers.pages import BREAD

PAGE = Page(title="Bees in winter")
HOUR = 3_600.0


@pytest.fixture
async def settings(tmp_path: Path) -> Settings:
    """A bot that has kept one page."""
    path = tmp_path / "digest.sqlite3"
    async with Store.open(path, Bounds(disk=0)) as store:
        await store.keep_page("bees", PAGE)
        await store.keep_reply(Reply(1, 10, "bees"))
    folder = tmp_path / "backups"
    return Settings("1:a", database_path=path, backup_every=6, backup_keep=3, backup_folder=folder)


class EndError(Exception):
    """The clock has come to its end."""


class Clock:
    """A clock that sleeping moves on, for so many hours."""

    def __init__(self, hours: float) -> None:
        self.now = self.begin = 1_800_000_000.0
        self.end = self.now + hours * HOUR

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds
        if self.now > self.end:
            raise EndError


def copies(settings: Settings) -> list[str]:
    return sorted(path.name for path in settings.backup_folder.iterdir())


async def run(settings: Settings, clock: Clock) -> None:
    with pytest.raises(EndError):
        await keep_backups(settings, clock, clock.sleep)


async def test_copies_are_made_as_often_as_was_asked_for_and_the_oldest_go(
    settings: Settings,
) -> None:
    clock = Clock(hours=25)
    make_backup(settings, clock.begin)
    await run(settings, clock)
    assert copies(settings) == [
        "digest-2027-01-15T20-00-00Z.sqlite3",
        "digest-2027-01-16T02-00-00Z.sqlite3",
        "digest-2027-01-16T08-00-00Z.sqlite3",
    ]
    assert {path.stat().st_mode & 0o777 for path in settings.backup_folder.iterdir()} == {0o600}


async def test_a_restart_makes_no_copy_before_its_time_and_files_of_others_stay(
    settings: Settings,
) -> None:
    clock = Clock(hours=5)
    make_backup(settings, clock.begin)
    (settings.backup_folder / "digest-notes.txt").write_text("mine")
    await run(settings, clock)
    assert len(copies(settings)) == 2


async def test_a_copy_that_cannot_be_made_is_an_error_in_the_log_and_is_tried_again(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    settings.backup_folder.write_text("a file, no folder")
    clock = Clock(hours=0.3)
    await run(settings, clock)
    assert clock.now > clock.begin
    assert "no backup was made" in caplog.text


async def test_a_backup_takes_the_place_of_the_database_which_is_kept_aside(
    settings: Settings, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.sqlite3"
    backup(settings.database_path, copy)
    async with Store.open(settings.database_path, Bounds(disk=0)) as store:
        await store.forget(1)
        with pytest.raises(InUseError):
            restore(copy, settings.database_path)
    former = restore(copy, settings.database_path)
    async with Store.open(settings.database_path, Bounds(disk=0)) as store:
        assert await store.page("bees") == PAGE
    assert former == tmp_path / "digest.replaced.sqlite3"
    with closing(sqlite3.connect(former)) as aside:
        assert aside.execute("SELECT count(*) FROM pages").fetchone() == (0,)


@pytest.mark.parametrize("what", ["missing", "empty", "text", "other", "newer", "damaged"])
async def test_what_is_no_whole_backup_is_refused_in_one_line_and_nothing_is_changed(
    settings: Settings, tmp_path: Path, what: str
) -> None:
    copy = tmp_path / "copy.sqlite3"
    if what in {"empty", "text"}:
        copy.write_text("" if what == "empty" else "a text " * 99)
    elif what != "missing":
        if what != "other":
            backup(settings.database_path, copy)
        with closing(sqlite3.connect(copy)) as database:
            database.execute(
                "CREATE TABLE more (x)" if what != "newer" else "PRAGMA user_version = 99"
            )
            database.commit()
    if what == "damaged":
        with copy.open("r+b") as file:
            file.seek(4096)
            file.write(b"damage" * 1_000)
    before = settings.database_path.read_bytes()
    with pytest.raises(StorageError) as caught:
        restore(copy, settings.database_path)
    assert "\n" not in str(caught.value)
    assert settings.database_path.read_bytes() == before
    assert not list(tmp_path.glob("*.restored"))


async def test_a_backup_of_the_first_version_is_restored_and_brought_up_to_date(
    tmp_path: Path,
) -> None:
    copy, path = tmp_path / "old.sqlite3", tmp_path / "digest.sqlite3"
    with closing(sqlite3.connect(copy)) as database:
        for statement in SCHEMA.migrations[0]:
            database.execute(statement)
        database.execute(f"PRAGMA application_id = {SCHEMA.application}")
        database.execute("PRAGMA user_version = 1")
        database.execute("INSERT INTO pages VALUES ('bees', '{\"title\": \"Bees\"}', 1)")
        database.commit()
    assert restore(copy, path) is None
    async with Store.open(path, Bounds(disk=0)) as store:
        assert await store.page("bees") == Page(title="Bees")
        assert await store.bans.add(7)


async def until_kept(database: Path, chat: int) -> None:
    """Wait until the reply that the chat sees already is kept, as it is soon after."""
    async with asyncio.timeout(60):
        while True:
            with closing(sqlite3.connect(database)) as connection:
                if connection.execute("SELECT 1 FROM replies WHERE chat = ?", (chat,)).fetchall():
                    return
            await asyncio.sleep(0.05)


@pytest.mark.long
async def test_a_bot_under_load_is_copied_and_goes_on_where_it_was_on_another_machine(
    site: Site, tmp_path: Path
) -> None:
    telegram = site.telegram
    crowd = [telegram.person(f"Guest {number}") for number in range(8)]
    here, there = environment(site, tmp_path / "here"), environment(site, tmp_path / "there")
    copy = str(tmp_path / "here" / "copy.sqlite3")
    for name in ("here", "there"):
        (tmp_path / name).mkdir()
    async with program(here | {"BACKUP_EVERY": "1"}) as bot:
        await bot.writes("was made")
        for number, guest in enumerate(crowd):
            guest.pastes(f"Film {number}\n{BREAD}")
        reply = await telegram.next_message(crowd[0].private)
        await until_kept(tmp_path / "here" / "digest.sqlite3", crowd[0].private.id)
        assert "is copied" in await said(here, "backup", copy)
        for guest in crowd[1:]:
            await telegram.next_message(guest.private)
        assert await bot.stop() == 0
    assert "digest.sqlite3 now" in await said(there, "restore", copy)
    async with program(there) as bot:
        await bot.writes("is at work")
        crowd[0].presses(reply, "Links")
        await telegram.until(lambda: telegram.now(reply)["text"] != reply["text"])
        assert await bot.stop() == 0
    assert [len(telegram.said(guest.private)) for guest in crowd] == [1] * 8


async def said(settings: dict[str, str], *words: str) -> str:
    async with program(settings, ("-m", "bot", *words)) as command:
        assert await command.end() == 0, command.output
    return command.output
