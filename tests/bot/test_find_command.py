"""The pages of a database, searched in the terminal."""

from __future__ import annotations

import asyncio
from io import StringIO
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.config import Settings
from bot.errors import StorageError
from bot.find_command import find_words
from bot.storage.bot_schema import store_in_postgres
from bot.storage.store import Bounds, Store
from handlers.protocols import Reply
from summarizer import Cue, Page


@pytest.fixture(params=["sqlite", "postgres"])
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """The settings of a bot that keeps its pages in a file, or in Postgres."""
    if request.param == "postgres":
        return Settings("1:a", database_url=request.getfixturevalue("database_url"))
    return Settings("1:a", database_path=tmp_path / "digest.sqlite3")


async def keep_herons(settings: Settings) -> None:
    async with (
        store_in_postgres(settings.database_url, "1:a", Bounds())
        if settings.database_url
        else Store.open(settings.database_path, Bounds(disk=0))
    ) as store:
        await store.keep_page("p", Page("Birds", transcript=(Cue("The heron lands.", 65.0),)))
        await store.keep_reply(Reply(1, 2, "p", "d", 7))
        await store.catalogue.listed(1, "", 0, 1)


def test_words_are_found_with_title_time_and_quote(kept: Settings) -> None:
    asyncio.run(keep_herons(kept))
    out = StringIO()
    assert find_words(kept, "heron", out) == 0
    assert "Birds" in out.getvalue()
    assert "1:05 “The heron lands.”" in out.getvalue()
    assert find_words(kept, 'owl" OR "heron', StringIO()) == 1
    assert find_words(kept, "🐦", StringIO()) == 1


def test_where_there_is_no_database_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(StorageError, match="there is no database"):
        find_words(Settings("1:a", database_path=tmp_path / "none.sqlite3"), "heron", StringIO())
    monkeypatch.setenv("DATABASE_PATH", str(tmp_path / "none.sqlite3"))
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "1:a")
    assert main(["find", "heron"]) == 2
    assert "there is no database" in capsys.readouterr().err
