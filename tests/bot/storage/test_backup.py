from __future__ import annotations

import stat
from pathlib import Path

import pytest

from bot.errors import StorageError
from bot.storage.backup import backup
from bot.storage.store import Bounds, Store
from handlers.protocols import Reply
from summarizer.model import Page

PAGE = Page(title="Bees in winter")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "digest.sqlite3"


async def test_a_backup_of_a_running_bot_is_a_whole_database(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    async with Store.open(path, Bounds(disk=0)) as store:
        await store.keep_page("bees", PAGE)
        await store.keep_reply(Reply(1, 10, "bees"))
        backup(path, copy)
        await store.forget(1)
    async with Store.open(copy, Bounds(disk=0)) as store:
        assert await store.page("bees") == PAGE
        assert await store.reply(1, 10) is not None


async def test_a_backup_is_for_its_owner_alone(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    async with Store.open(path, Bounds()):
        backup(path, copy)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


async def test_a_backup_overwrites_nothing(path: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    async with Store.open(path, Bounds()):
        with pytest.raises(StorageError, match="cannot be made: File exists"):
            backup(path, tmp_path / "mine.txt")
    assert (tmp_path / "mine.txt").read_text() == "mine"


def test_without_a_database_no_backup_is_made(path: Path, tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="there is no database"):
        backup(path, tmp_path / "copy.sqlite3")


async def test_of_a_damaged_database_no_backup_is_left(path: Path, tmp_path: Path) -> None:
    async with Store.open(path, Bounds(disk=0)) as store:
        await store.keep_page("bees", PAGE)
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"damage" * 1_000)
    with pytest.raises(StorageError, match="cannot be copied"):
        backup(path, tmp_path / "copy.sqlite3")
    assert not (tmp_path / "copy.sqlite3").exists()
