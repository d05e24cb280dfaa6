from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from telegram.request import BaseRequest

from bot.config import Settings
from bot.local.request import LocalRequest
from bot.local.telegram import Telegram
from bot.operator.doctor import Finding, examine
from bot.storage.store import Bounds, Store
from handlers.fetching import Mode

TOKEN = "123456:made-up"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(TOKEN, database_path=tmp_path / "kept" / "digest.sqlite3", database_mb=1)


async def findings(settings: Settings, request: BaseRequest | None = None) -> dict[str, Finding]:
    """What is found; the ``.env`` would lie beside the folder of the database."""
    dotenv = settings.database_path.parent.parent / ".env"
    way = request or LocalRequest(Telegram())
    found = [one async for one in examine(settings, way, dotenv)]
    assert all("\n" not in str(one) for one in found)
    return {one.what: one for one in found}


WHAT = "versions secrets access network token webhook database inbox workers fetching"


async def test_all_is_ok_in_a_line_each_and_nothing_is_made(
    settings: Settings, tmp_path: Path
) -> None:
    found = await findings(settings)
    assert list(found) == [*WHAT.split(), "free space"]
    assert [str(one) for one in found.values() if not one.is_ok] == []
    assert str(found["token"]).startswith("ok   token      @")
    assert "python-telegram-bot 22.8" in found["versions"].detail
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("is_on", [True, False])
async def test_a_mode_needs_the_switch_of_botfather_too(settings: Settings, is_on: bool) -> None:
    telegram = Telegram()
    telegram.world.bot |= {"supports_inline_queries": is_on}
    inline = replace(settings, inline_mode=True)
    found = await findings(inline, LocalRequest(telegram))
    assert found["modes"].is_ok is is_on
    assert found["modes"].detail.startswith("INLINE_MODE: ")


@pytest.mark.parametrize(
    ("mode", "hosts", "said"),
    [
        ("off", (), "ok   fetching   off: no link is opened"),
        ("off", ("news.example",), "FAIL fetching   FETCH_HOSTS is set, but FETCH is off"),
        ("open", ("news.example",), "ok   fetching   open; FETCH_HOSTS names 1"),
        ("all", (), "FAIL fetching   FETCH=all needs more libraries: pip install"),
    ],
)
async def test_what_opens_links_is_looked_at(
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    mode: Mode,
    hosts: tuple[str, ...],
    said: str,
) -> None:
    monkeypatch.setitem(sys.modules, "yt_dlp", None)
    found = await findings(replace(settings, fetch=mode, fetch_hosts=frozenset(hosts)))
    assert str(found["fetching"]).startswith(said)


class Refusal(LocalRequest):
    """Telegram, as it answers a token that it does not know."""

    async def do_request(self, *_: object, **__: object) -> tuple[int, bytes]:
        return 401, b'{"ok": false, "error_code": 401, "description": "Unauthorized"}'


async def test_a_wrong_token_is_told_from_a_missing_network(settings: Settings) -> None:
    found = await findings(settings, Refusal(Telegram()))
    assert found["network"].is_ok
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
    assert found["database"].is_ok
    assert "in use" in found["database"].detail


async def test_what_another_program_keeps_there_is_a_fault_and_is_not_touched(
    settings: Settings,
) -> None:
    settings.database_path.parent.mkdir()
    settings.database_path.write_text("notes of mine\n")
    found = await findings(settings)
    assert not found["database"].is_ok
    assert "is not a SQLite database: move it away" in found["database"].detail
    assert settings.database_path.read_text() == "notes of mine\n"
    assert len(list(settings.database_path.parent.iterdir())) == 1


async def test_what_cannot_work_is_said(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file, not a folder")
    broken = replace(settings, database_mb=10**9, job_mb=2**60)
    found = await findings(broken)
    assert not found["database"].is_ok
    assert not found["workers"].is_ok
    assert not found["free space"].is_ok


async def test_far_more_workers_than_cores_are_a_fault(settings: Settings) -> None:
    found = await findings(replace(settings, workers=200))
    assert str(found["workers"]).startswith("FAIL workers    WORKERS is 200 on ")


@pytest.mark.parametrize("name", [".env", ".env.bak"])
async def test_a_file_with_the_token_that_others_can_read_is_a_fault(
    settings: Settings, tmp_path: Path, name: str
) -> None:
    (tmp_path / ".env.example").write_text("TELEGRAM_BOT_TOKEN=\n")
    file = tmp_path / name
    file.write_text(f"TELEGRAM_BOT_TOKEN={TOKEN}\n")
    file.chmod(0o644)
    found = await findings(settings)
    assert found["secrets"] == Finding(
        "secrets", is_ok=False, detail=f"others can read the token: chmod 600 {file}"
    )
    file.chmod(0o600)
    assert (await findings(settings))["secrets"].is_ok


async def test_who_may_use_the_bot_is_said(settings: Settings) -> None:
    assert "open to everybody" in (await findings(settings))["access"].detail
    private = replace(settings, allowed_users=frozenset({5, 6}), allowed_chats=frozenset({-100}))
    found = await findings(private)
    assert found["access"].detail == "ALLOWED_USERS names 2, ALLOWED_CHATS 1; nobody else"


class Webhook(LocalRequest):
    """Telegram, as it speaks of a webhook."""

    def __init__(self, url: str, trouble: str = "", waiting: int = 0) -> None:
        super().__init__(Telegram())
        self._info: dict[str, object] = {
            "url": url,
            "has_custom_certificate": False,
            "pending_update_count": waiting,
            **({"last_error_message": trouble, "last_error_date": 1} if trouble else {}),
        }

    async def do_request(self, url: str, method: str, **more: Any) -> tuple[int, bytes]:  # type: ignore[override] # noqa: ANN401 - PTB names them all
        if url.endswith("/getWebhookInfo"):
            return 200, json.dumps({"ok": True, "result": self._info}).encode()
        return await super().do_request(url, method, **more)


HOOK = "https://bot.example/telegram"
OTHER = "https://a.example"
CHANGED = "changed when the bot starts"


@pytest.mark.parametrize(
    ("request_", "is_ok", "detail"),
    [
        (Webhook(HOOK), True, f"{HOOK}; 0 updates wait"),
        (Webhook(HOOK, "Timeout"), True, f"{HOOK}; 0 updates wait, last error: Timeout"),
        (Webhook(HOOK, "Timeout", 7), False, f"{HOOK}; 7 updates wait, last error: Timeout"),
        (
            Webhook(OTHER),
            True,
            f"Telegram has {OTHER}, the settings {HOOK}: {CHANGED}; 0 updates wait",
        ),
    ],
)
async def test_the_webhook_is_looked_at(
    settings: Settings, request_: Webhook, *, is_ok: bool, detail: str
) -> None:
    mine = replace(settings, webhook_url="https://bot.example/", webhook_secret="hush")
    found = await findings(mine, request_)
    assert found["webhook"] == Finding("webhook", is_ok, detail)
