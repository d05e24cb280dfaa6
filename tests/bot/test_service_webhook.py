"""The bot with a webhook: what Telegram posts is on disk before it is told so."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from telegram.error import InvalidToken
from tornado.httpclient import AsyncHTTPClient, HTTPRequest

from bot.app import assembled
from bot.config import Settings
from bot.conversation import AnyApplication
from bot.errors import SettingsError
from bot.local.errors import BotApiError
from bot.local.request import LocalRequest
from bot.local.server import Site, serving
from bot.local.telegram import TOKEN, Telegram
from bot.service import at_work
from bot.telegram.connection import Connection
from tests.bot import updates
from tests.bot.process import PATIENCE, free_port
from tests.bot.storage.disk import full_disk
from tests.handlers.conftest import Hasty
from tests.handlers.pages import BREAD

UPDATE = updates.message(7).to_json()
SECRET = {"X-Telegram-Bot-Api-Secret-Token": "s3cret"}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A proxy that speaks https would stand between; here Telegram posts to the bot itself."""
    port = free_port()
    return Settings(
        TOKEN,
        database_path=tmp_path / "digest.sqlite3",
        workers=1,
        webhook_url=f"http://127.0.0.1:{port}/",
        webhook_port=port,
        webhook_path="/some/way",
        webhook_secret="s3cret",
    )


@asynccontextmanager
async def bot_on(telegram: Telegram, settings: Settings) -> AsyncIterator[AnyApplication]:
    connection = Connection(settings, LocalRequest(telegram))
    async with (
        assembled(settings, connection, Hasty(telegram)) as assembly,
        at_work(assembly.application, settings, assembly.probes),
    ):
        yield assembly.application


@asynccontextmanager
async def deliveries(telegram: Telegram) -> AsyncIterator[None]:
    async with serving(Site(telegram, TOKEN, pause=0.01)):
        yield


async def status(
    settings: Settings, path: str, headers: Mapping[str, str] = SECRET, body: str | None = None
) -> int:
    return await asked(settings, "GET" if body is None else "POST", path, headers, body)


async def asked(
    settings: Settings,
    method: str,
    path: str,
    headers: Mapping[str, str] = SECRET,
    body: str | None = None,
) -> int:
    url = f"http://127.0.0.1:{settings.webhook_port}{path}"
    request = HTTPRequest(url, method, dict(headers), body)
    return (await AsyncHTTPClient().fetch(request, raise_error=False)).code


async def test_updates_are_delivered_and_answered_and_those_after_a_stop_at_the_next_start(
    telegram: Telegram, settings: Settings
) -> None:
    ann, ben = telegram.person("Ann"), telegram.person("Ben")
    async with deliveries(telegram):
        async with bot_on(telegram, settings):
            ann.says(BREAD)
            assert "How bread rises" in (await telegram.next_message(ann.private))["text"]
        ben.says(BREAD)
        async with bot_on(telegram, settings):
            assert "How bread rises" in (await telegram.next_message(ben.private))["text"]
    assert telegram.world.updates.webhook["secret_token"] == "s3cret"
    assert "callback_query" in telegram.world.updates.allowed
    assert len(telegram.said(ann.private)) == 1


async def test_strangers_are_refused_and_whoever_watches_gets_a_sign_of_life(
    telegram: Telegram, settings: Settings
) -> None:
    async with bot_on(telegram, settings) as application:
        assert await status(settings, "/health", {}) == 200
        assert await asked(settings, "HEAD", "/health", {}) == 200
        assert await status(settings, "/ready", {}) == 200
        assert await status(settings, "/health", {}, "{}") == 405
        for headers in ({}, {"X-Telegram-Bot-Api-Secret-Token": "wrong"}, {**SECRET, "a": "b"}):
            expected = 400 if "a" in headers else 403
            assert await status(settings, "/some/way", headers, "[]") == expected
        assert await status(settings, "/some/way", SECRET, "no json") == 400
        for broken in ('{"message": {}}', '{"update_id": "5"}', "[" * 100_000):
            assert await status(settings, "/some/way", SECRET, broken) == 400
        assert await status(settings, "/other", SECRET, "{}") == 404
        assert application.update_queue.empty()


async def test_a_stranger_is_refused_before_the_body_has_come(
    telegram: Telegram, settings: Settings
) -> None:
    async with bot_on(telegram, settings):
        for path in ("/some/way", "/health", "/other"):
            reader, writer = await asyncio.open_connection("127.0.0.1", settings.webhook_port)
            head = f"POST {path} HTTP/1.1\r\nHost: here\r\nContent-Length: 9\r\n\r\n"
            writer.write(head.encode())
            async with asyncio.timeout(PATIENCE):
                assert (await reader.read()).startswith(b"HTTP/1.1 40")
            writer.close()
            await writer.wait_closed()


async def test_while_telegram_refuses_the_token_no_update_is_taken_and_no_health_shown(
    telegram: Telegram, settings: Settings
) -> None:
    async with bot_on(telegram, settings) as application:
        telegram.faults.refuse(BotApiError(401, "Unauthorized"), times=99)
        with pytest.raises(InvalidToken):
            await application.bot.get_me()
        assert await status(settings, "/health", {}) == 503
        assert await status(settings, "/some/way", SECRET, UPDATE) == 503
        telegram.faults.clear()
        await application.bot.get_me()
        assert await status(settings, "/health", {}) == 200
        assert await status(settings, "/some/way", SECRET, UPDATE) == 200


async def test_an_update_with_a_value_that_cannot_be_is_passed_over(
    telegram: Telegram, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    update = json.loads(UPDATE)
    update["message"]["date"] = 1e300
    async with bot_on(telegram, settings) as application:
        assert await status(settings, "/some/way", SECRET, json.dumps(update)) == 200
        await application.update_queue.join()
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


async def test_an_update_that_cannot_be_written_is_refused_and_comes_again(
    telegram: Telegram, settings: Settings
) -> None:
    async with bot_on(telegram, settings) as application:
        await application.update_queue.expire()  # type: ignore[attr-defined] # a short log
        with full_disk():
            assert await status(settings, "/some/way", SECRET, UPDATE) == 503
        assert await status(settings, "/some/way", SECRET, UPDATE) == 200


async def test_what_cannot_be_listened_to_is_refused_in_one_line(
    telegram: Telegram, settings: Settings
) -> None:
    taken = socket.create_server(("127.0.0.1", settings.webhook_port))
    with taken, pytest.raises(SettingsError, match="WEBHOOK_PORT: cannot listen"):
        async with bot_on(telegram, settings):
            pass
    with pytest.raises(SettingsError, match="cannot listen"):
        async with bot_on(telegram, replace(settings, webhook_listen="no.such.host.invalid")):
            pass
    telegram.faults.refuse(BotApiError(400, "Bad Request: bad webhook"), "setWebhook")
    with pytest.raises(SettingsError, match="WEBHOOK_URL: Telegram answers: Bad webhook"):
        async with bot_on(telegram, settings):
            pass
