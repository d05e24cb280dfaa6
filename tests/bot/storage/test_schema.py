from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from sqlite3 import connect

import pytest

from bot.errors import StorageError
from bot.storage import inbox_sql, store_sql
from bot.storage.backup import backup
from bot.storage.database import Schema, check_sound, reading
from bot.storage.inbox import Inbox
from bot.storage.store import Bounds, Store
from summarizer.model import Page

PAGE = Page(title="Bees in winter")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "digest.sqlite3"


def text_file(path: Path) -> None:
    path.write_text("notes of mine\n" * 100)


def short_text_file(path: Path) -> None:
    path.write_text("mine")


def folder(path: Path) -> None:
    path.mkdir()


def pipe(path: Path) -> None:
    os.mkfifo(path)


def other_program(path: Path) -> None:
    with closing(connect(path)) as database:
        database.execute("PRAGMA application_id = 1234")
        database.execute("CREATE TABLE songs (title TEXT)")


def nameless_program(path: Path) -> None:
    with closing(connect(path)) as database:
        database.execute("CREATE TABLE pages (key TEXT PRIMARY KEY)")
        database.execute("PRAGMA user_version = 1")


def other_kind(path: Path) -> None:
    old(path, inbox_sql.SCHEMA)


def old(path: Path, schema: Schema) -> None:
    """A file of ours, as it was before files had a number."""
    with closing(connect(path)) as database:
        for statement in schema.migrations[0]:
            database.execute(statement)
        database.execute("PRAGMA user_version = 1")


def everything(folder: Path) -> dict[str, tuple[int, int, int, bytes]]:
    """All that lies in a folder, with contents, modes and times."""
    return {
        file.name: (
            file.stat().st_mode,
            file.stat().st_mtime_ns,
            file.stat().st_ino,
            file.read_bytes() if file.is_file() else b"",
        )
        for file in folder.iterdir()
    }


async def use(path: Path) -> None:
    async with Store.open(path, Bounds(disk=0)) as store:
        await store.keep_page("bees", PAGE)
        await store.forget(1)


@pytest.mark.parametrize(
    "make",
    [text_file, short_text_file, folder, pipe, other_program, nameless_program, other_kind],
    ids=lambda make: make.__name__,
)
async def test_what_is_not_ours_is_refused_in_one_line_and_never_touched(
    path: Path, make: Callable[[Path], None]
) -> None:
    path.parent.mkdir()
    make(path)
    before = everything(path.parent)
    with pytest.raises(StorageError, match="move it away, or set DATABASE_PATH") as caught:
        await use(path)
    assert "\n" not in str(caught.value)
    with pytest.raises(StorageError):
        check_sound(path, store_sql.SCHEMA)
    with pytest.raises(StorageError):
        backup(path, path.with_name("copy"))
    assert everything(path.parent) == before


async def test_a_foreign_file_that_comes_while_the_bot_runs_is_not_touched(path: Path) -> None:
    async with Store.open(path, Bounds(disk=0)) as store:
        await store.keep_page("bees", Page(description="word " * 500_000))
        await store.expire()
        with path.open("r+b") as file:
            file.write(b"damage" * 10_000)
        path.rename(path.with_name("moved"))
        text_file(path)
        await store.page("bees")
        await store.keep_page("bees", PAGE)
        await store.forget(1)
    assert path.read_text().startswith("notes of mine")
    assert not path.with_name("digest.damaged.sqlite3").exists()


@pytest.mark.parametrize("schema", [store_sql.SCHEMA, inbox_sql.SCHEMA])
async def test_an_old_file_of_ours_is_taken_over_and_numbered(path: Path, schema: Schema) -> None:
    path.parent.mkdir()
    old(path, schema)
    opened = Store.open(path, Bounds()) if schema is store_sql.SCHEMA else Inbox.open(path, bool)
    async with opened:
        pass
    with closing(connect(path)) as database:
        assert database.execute("PRAGMA application_id").fetchone()[0] == schema.application


@pytest.mark.parametrize("make", [Path.touch, lambda path: connect(path).close()])
async def test_an_empty_file_is_ours_to_fill(path: Path, make: Callable[[Path], None]) -> None:
    path.parent.mkdir()
    make(path)
    await use(path)
    check_sound(path, store_sql.SCHEMA)


def test_a_new_file_is_ours_from_its_first_bytes_on(path: Path) -> None:
    """A kill at any moment leaves a file that is known again: the number is not in the log."""

    async def begin() -> None:
        async with Store.open(path, Bounds(disk=0)):
            assert path.read_bytes()[68:72] == b"vdbs"

    asyncio.run(begin())


async def test_looking_at_a_database_leaves_no_file_beside_it(path: Path) -> None:
    await use(path)
    before = everything(path.parent)
    check_sound(path, store_sql.SCHEMA)
    with reading(path) as connection:
        assert connection.execute("SELECT count(*) FROM pages").fetchone() == (1,)
    assert everything(path.parent) == before


async def test_what_a_running_bot_has_only_in_its_log_is_seen(path: Path) -> None:
    async with Store.open(path, Bounds(disk=0)) as store:
        await store.keep_page("bees", PAGE)
        with reading(path) as connection:
            assert connection.execute("SELECT count(*) FROM pages").fetchone() == (1,)


async def test_damage_is_found_by_looking(path: Path) -> None:
    async with Store.open(path, Bounds(disk=0)) as store:
        for number in range(30):
            await store.keep_page(str(number), Page(description="word " * 5_000))
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)
    before = everything(path.parent)
    with pytest.raises(StorageError, match="is damaged, a fresh one will take its place"):
        check_sound(path, store_sql.SCHEMA)
    assert everything(path.parent) == before
