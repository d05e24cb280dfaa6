"""The pages of a database, searched in the terminal."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.errors import StorageError
from bot.find_command import find_words
from bot.storage.store import Bounds, Store
from handlers.protocols import Reply
from summarizer import Cue, Page


async def test_words_are_found_with_title_time_and_quote(tmp_path: Path) -> None:
    path, out = tmp_path / "digest.sqlite3", StringIO()
    async with Store.open(path, Bounds(disk=0)) as store:
        await store.keep_page("p", Page("Birds", transcript=(Cue("The heron lands.", 65.0),)))
        await store.keep_reply(Reply(1, 2, "p", "d", 7))
        await store.catalogue.listed(1, "", 0, 1)
    assert find_words(path, "heron", out) == 0
    assert "Birds" in out.getvalue()
    assert "1:05 “The heron lands.”" in out.getvalue()
    assert find_words(path, 'owl" OR "heron', StringIO()) == 1
    assert find_words(path, "🐦", StringIO()) == 1


def test_where_there_is_no_database_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(StorageError, match="there is no database"):
        find_words(tmp_path / "none.sqlite3", "heron", StringIO())
    monkeypatch.setenv("DATABASE_PATH", str(tmp_path / "none.sqlite3"))
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "1:a")
    assert main(["find", "heron"]) == 2
    assert "there is no database" in capsys.readouterr().err
