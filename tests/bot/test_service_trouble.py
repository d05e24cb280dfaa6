"""The whole program when the token, the name server or its terminal fail it."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from tornado.httpclient import AsyncHTTPClient, HTTPRequest

from bot.local.errors import BotApiError
from bot.local.server import Site
from bot.local.telegram import TOKEN, Telegram
from tests.bot import updates
from tests.bot.process import (
    PATIENCE,
    environment,
    free_port,
    half_open,
    program,
)

AT_WORK = "is at work"
UNAUTHORIZED = BotApiError(401, "Unauthorized")


async def test_a_token_that_telegram_does_not_know_for_a_while_ends_no_bot(
    site: Site, tmp_path: Path
) -> None:
    ann = site.telegram.person("Ann")
    async with program(environment(site, tmp_path)) as bot:
        await bot.writes(AT_WORK)
        site.token = "1:another"
        ann.says("/help")  # the poll under way is still answered
        await bot.writes("does not know TELEGRAM_BOT_TOKEN; it is asked again")
        site.token = TOKEN
        await site.telegram.next_message(ann.private)
        assert await bot.stop() == 0


# No test waits for five minutes.
IMPATIENT = "import sys, bot.service, bot.__main__; bot.service.REFUSED_SECONDS = bot.service.CHECK_SECONDS = 0.05; sys.exit(bot.__main__.main([]))"  # noqa: E501


async def test_a_token_that_stays_unknown_ends_the_bot_with_one_line(
    site: Site, tmp_path: Path
) -> None:
    async with program(environment(site, tmp_path), ("-c", IMPATIENT)) as bot:
        await bot.writes(AT_WORK)
        site.token = "1:another"
        assert await bot.end() == 2
    assert "does not know TELEGRAM_BOT_TOKEN: ask @BotFather" in bot.output.splitlines()[-1]
    assert "Traceback" not in bot.output


async def test_a_token_that_is_refused_twice_at_the_start_is_tried_again(
    site: Site, tmp_path: Path
) -> None:
    site.telegram.faults.refuse(UNAUTHORIZED, "getMe", times=2)
    async with program(environment(site, tmp_path)) as bot:
        await bot.writes(AT_WORK)


async def test_a_host_without_a_name_is_said_with_what_failed(site: Site, tmp_path: Path) -> None:
    settings = environment(site, tmp_path, TELEGRAM_BASE_URL="http://no.such.host.invalid/bot")
    async with program(settings) as bot:
        assert "no.such.host.invalid" in await bot.writes("asking")
        assert "no.such.host.invalid fail: [Errno" in await bot.writes("calls of")


WITHOUT_NAMES = "import socket, sys, threading, bot.service, bot.__main__; bot.service.STOP_SECONDS = 0.1; socket.getaddrinfo = lambda *_, **__: threading.Event().wait(); sys.exit(bot.__main__.main([]))"  # noqa: E501


async def test_a_name_server_that_does_not_answer_is_said(tmp_path: Path) -> None:
    telegram = Telegram()
    settings = environment(Site(telegram, TOKEN, port=9), tmp_path)
    settings["TELEGRAM_BASE_URL"] = "http://telegram.example/bot"
    async with program(settings, ("-c", WITHOUT_NAMES)) as bot:
        assert "the name server" in await bot.writes("calls of telegram.example fail")
        assert await bot.stop() == 0
    telegram.close()


async def test_a_hangup_changes_nothing_and_a_stop_after_it_leaves_no_folder(
    site: Site, tmp_path: Path, short_path: Path
) -> None:
    ann = site.telegram.person("Ann")
    async with program(environment(site, tmp_path, TMPDIR=str(short_path))) as bot:
        await bot.writes(AT_WORK)
        bot.child.send_signal(signal.SIGHUP)
        await bot.writes("SIGHUP: nothing has changed")
        ann.says("0:00\nBread rises.\n" * 20)
        await site.telegram.next_message(ann.private)
        assert await bot.stop() == 0
    assert not list(short_path.iterdir())


async def posted(port: int, update: str) -> int:
    """The status with which the webhook answers an update."""
    secret = {"X-Telegram-Bot-Api-Secret-Token": HOOK["WEBHOOK_SECRET"]}
    url = f"http://127.0.0.1:{port}/telegram"
    request = HTTPRequest(url, "POST", secret, update, request_timeout=PATIENCE)
    return (await AsyncHTTPClient().fetch(request, raise_error=False)).code


HOOK = {"WEBHOOK_URL": "https://bot.example", "WEBHOOK_SECRET": "s3cret"}
FEW_FILES = "import resource, sys, bot.__main__; resource.setrlimit(resource.RLIMIT_NOFILE, (120, 120)); sys.exit(bot.__main__.main([]))"  # noqa: E501


POST = b"POST /telegram HTTP/1.1\r\nHost: here\r\nContent-Length: 99\r\n"
WITH_SECRET = POST + b"X-Telegram-Bot-Api-Secret-Token: s3cret\r\n\r\n{"


@pytest.mark.parametrize("head", [POST + b"\r\n{", WITH_SECRET, POST, b"nonsense\r\n\r\n"])
async def test_requests_that_do_not_end_keep_no_update_from_the_webhook(
    site: Site, tmp_path: Path, head: bytes
) -> None:
    settings = environment(site, tmp_path, **HOOK, WEBHOOK_PORT=str(free_port()))
    async with program(settings, ("-c", FEW_FILES)) as bot:
        await bot.writes(AT_WORK)
        port = int(settings["WEBHOOK_PORT"])
        with half_open(port, head, count=400):
            assert await posted(port, updates.message(7).to_json()) == 200
        assert await bot.stop() == 0
    assert len(bot.lines) < 30
