from __future__ import annotations

from pathlib import Path

import pytest
from telegram.request import BaseRequest

from bot.config import Settings
from bot.local.request import LocalRequest
from bot.local.telegram import Telegram
from bot.operator.doctor import Finding, examine
from bot.storage.store import Bounds, Store

TOKEN = "123456:made-up"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(TOKEN, database_path=tmp_path / "kept" / "digest.sqlite3", database_mb=1)


async def findings(settings: Settings, request: BaseRequest | None = None) -> dict[str, Finding]:
    found = [one async for one in examine(settings, request or LocalRequest(Telegram()))]
    assert all("\n" not in str(one) for one in found)
    return {one.what: one for one in found}


async def test_all_is_well_in_a_line_each(settings: Settings) -> None:
    found = await findings(settings)
    assert list(found) == ["versions", "network", "token", "database", "workers", "free space"]
    assert [str(one) for one in found.values() if not one.is_well] == []
    assert str(found["token"]).startswith("ok   token      @")
    assert "python-telegram-bot 22.8" in found["versions"].detail


class Refusal(LocalRequest):
    """Telegram, as it answers a token that it does not know."""

    async def do_request(self, *_: object, **__: object) -> tuple[int, bytes]:
        return 401, b'{"ok": false, "error_code": 401, "description": "Unauthorized"}'


async def test_a_wrong_token_is_told_from_a_missing_network(settings: Settings) -> None:
    found = await findings(settings, Refusal(Telegram()))
    assert found["network"].is_well
    assert str(found["token"]).startswith("FAIL token      Telegram does not know it")
    assert TOKEN not in str(found)


class Silence(LocalRequest):
    """A network that leads nowhere."""

    async def do_request(self, *_: object, **__: object) -> tuple[int, bytes]:
        raise OSError("unreachable")


async def test_without_a_network_the_token_is_not_judged(settings: Settings) -> None:
    found = await findings(settings, Silence(Telegram()))
    assert found["network"].detail == "Telegram cannot be reached: NetworkError"
    assert found["token"].detail == "not tried, without a network"


async def test_a_bot_that_runs_is_no_fault(settings: Settings) -> None:
    async with Store.open(settings.database_path, Bounds()):
        found = await findings(settings)
    assert found["database"].is_well
    assert "in use" in found["database"].detail


async def test_what_cannot_work_is_said(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file, not a folder")
    broken = Settings(TOKEN, database_path=settings.database_path, database_mb=10**9, job_mb=2**60)
    found = await findings(broken)
    assert not found["database"].is_well
    assert not found["workers"].is_well
    assert not found["free space"].is_well
