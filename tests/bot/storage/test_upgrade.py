"""What the first version kept is kept by this one; an older program refuses a newer database."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from sqlite3 import connect

import pytest

from bot.config import Settings
from bot.errors import StorageError
from bot.operator.terminal import administer
from bot.storage import store_sql
from bot.storage.backup import backup, restore
from bot.storage.database import Schema, check_sound, find_fault
from bot.storage.store import Bounds, Store
from handlers.chat_settings import ChatSettings
from handlers.protocols import Reply, Sender
from summarizer.model import Cue, Page

FIRST = Path(__file__).with_name("first_schema.sql")
CHOSEN = ChatSettings("de", 12)
REPLY = Reply(1, 2, "bees", "bees/5", 7, 3, (4, 5), "v1")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database as the first version left it."""
    path = tmp_path / "digest.sqlite3"
    with closing(connect(path)) as database:
        database.executescript(FIRST.read_text(encoding="utf-8"))
    return path


async def kept(path: Path) -> tuple[Reply | None, Page | None]:
    async with Store.open(path, Bounds(disk=0), lambda: 1_000_100.0) as store:
        return await store.reply(1, 2), await store.page("bees")


async def test_replies_pages_and_links_of_the_first_version_are_found(path: Path) -> None:
    reply, page = await kept(path)
    assert reply is not None
    assert replace(reply, date=0.0) == REPLY
    assert page is not None
    assert (page.title, page.transcript) == (
        "Bees in winter",
        (Cue("A bee keeps warm.", 1.5),),
    )
    async with Store.open(path, Bounds(disk=0), lambda: 1_000_100.0) as store:
        digest = await store.digest("bees/5")
        assert digest is not None
        assert digest.summary[0].text == "A bee keeps warm."
        assert await store.reply_to(1, 5) == reply
        assert await store.last_reply(Sender(1, 7, 3)) == reply


async def test_a_database_of_the_first_version_has_all_tables_of_this_one_afterwards(
    path: Path, tmp_path: Path
) -> None:
    fresh = tmp_path / "fresh.sqlite3"
    async with Store.open(fresh, Bounds(disk=0)), Store.open(path, Bounds(disk=0)):
        pass
    assert columns(path) == columns(fresh)
    check_sound(path, store_sql.SCHEMA)


async def test_a_backup_of_the_first_version_is_restored_and_brought_up(
    path: Path, tmp_path: Path
) -> None:
    copy, elsewhere = tmp_path / "copy", tmp_path / "elsewhere" / "digest.sqlite3"
    backup(path, copy)
    restore(copy, elsewhere)
    reply, page = await kept(elsewhere)
    assert reply is not None
    assert page is not None


@pytest.mark.parametrize("version", range(1, len(store_sql.SCHEMA.migrations) + 1))
async def test_a_backup_of_any_version_is_brought_up_and_what_a_chat_chooses_goes_with_it(
    path: Path, tmp_path: Path, version: int
) -> None:
    bring_up(path, version)
    copy, elsewhere = tmp_path / "copy", tmp_path / "elsewhere" / "digest.sqlite3"
    backup(path, copy)
    restore(copy, elsewhere)
    async with Store.open(elsewhere, Bounds(disk=0), lambda: 1_000_100.0) as store:
        assert await store.settings.of(1) == ChatSettings()
        for chat in (1, 9):
            assert await store.settings.keep(chat, CHOSEN)
        assert await store.forget(1) == 1
        assert await store.settings.of(1) == ChatSettings()
        assert await store.settings.of(9) == CHOSEN
        assert await store.page("bees") is None


async def test_what_is_chosen_stands_in_a_backup_and_goes_with_a_purge(
    path: Path, tmp_path: Path
) -> None:
    async with Store.open(path, Bounds(disk=0), lambda: 1_000_100.0) as store:
        await store.settings.keep(1, CHOSEN)
    copy, elsewhere = tmp_path / "copy", tmp_path / "elsewhere" / "digest.sqlite3"
    backup(path, copy)
    restore(copy, elsewhere)
    assert await chosen(elsewhere) == CHOSEN
    settings = Settings("1:a", database_path=elsewhere, retention_days=365 * 200)
    assert "what 1 message showed" in await administer(settings, "purge", "1")
    assert await chosen(elsewhere) == ChatSettings()


async def test_an_older_program_refuses_what_a_newer_one_has_brought_up_and_leaves_it(
    path: Path,
) -> None:
    await kept(path)
    before = path.read_bytes()
    older = Schema(store_sql.SCHEMA.application, store_sql.SCHEMA.migrations[:1])
    with pytest.raises(StorageError, match="made by a newer version of this bot"):
        find_fault(path, older)
    assert path.read_bytes() == before


async def chosen(path: Path) -> ChatSettings:
    async with Store.open(path, Bounds(disk=0), lambda: 1_000_100.0) as store:
        return await store.settings.of(1)


def bring_up(path: Path, version: int) -> None:
    """Bring a database of the first version up, as the program of that version did."""
    with closing(connect(path)) as database:
        for number, statements in enumerate(store_sql.SCHEMA.migrations[1:version], start=2):
            for statement in (*statements, f"PRAGMA user_version = {number}"):
                database.execute(statement)
        if version > 1:
            database.execute(f"PRAGMA application_id = {store_sql.SCHEMA.application}")
        database.commit()


def columns(path: Path) -> set[tuple[str, str]]:
    with closing(connect(path)) as database:
        return set(
            database.execute(
                "SELECT tables.name, columns.name FROM sqlite_master AS tables,"
                " pragma_table_info(tables.name) AS columns WHERE tables.type = 'table'"
            )
        )
