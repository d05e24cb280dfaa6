"""A disk that fills is told of once, and again when it has room."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from bot.config import Settings
from bot.errors import SettingsError
from bot.operator.background import LEAST_FREE_MB, free_megabytes, in_background, watch_disk


async def test_a_disk_that_fills_is_an_error_once_and_has_room_again_later(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO)
    free = [LEAST_FREE_MB, LEAST_FREE_MB - 1, 5, LEAST_FREE_MB, LEAST_FREE_MB]

    async def sleep(_: float) -> None:
        if not free:
            raise EOFError

    with pytest.raises(EOFError):
        await watch_disk(lambda: free.pop(0), sleep)
    assert [(record.levelname, record.getMessage()) for record in caplog.records] == [
        ("ERROR", "the disk is nearly full: 255 MB are free"),
        ("INFO", "the disk has room again: 256 MB are free"),
    ]


def test_the_free_space_of_a_folder_is_in_megabytes(tmp_path: Path) -> None:
    assert 0 < free_megabytes(tmp_path) < 2**40


async def test_backups_of_a_file_are_refused_where_there_is_none() -> None:
    settings = Settings("1:a", database_url="postgresql://db.example/bot", backup_every=24)
    with pytest.raises(SettingsError, match="BACKUP_EVERY copies a file"):
        async with in_background(settings, None, None):  # type: ignore[arg-type] # not come to
            pass
