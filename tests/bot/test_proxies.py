"""The examples for nginx and Caddy, run as they stand but for addresses, certificates, seconds."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import socket
import ssl
import subprocess
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from tornado.httpclient import AsyncHTTPClient, HTTPRequest

from bot.config import Settings
from bot.local.telegram import TOKEN, Telegram
from bot.telegram.webhook import LARGEST_UPDATE
from tests.bot import updates
from tests.bot.process import PATIENCE, ROOT
from tests.bot.test_service_webhook import SECRET, bot_on, deliveries
from tests.children import ended_with_us
from tests.handlers.pages import BREAD

EXAMPLES = ROOT / "deploy" / "proxy"
UPDATE = updates.message(7).to_json().encode()
MAIN = """
daemon off; pid {folder}/pid; error_log {folder}/errors; {user}
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/bodies; proxy_temp_path {folder}/answers;
    fastcgi_temp_path {folder}/1; uwsgi_temp_path {folder}/2; scgi_temp_path {folder}/3;
    include {folder}/example.conf;
}}
"""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a proxy listens and where the bot does; its folder holds a certificate."""

    folder: Path
    port: int
    bot_port: int

    @property
    def certificate(self) -> Path:
        return self.folder / "certificate.pem"

    @property
    def key(self) -> Path:
        return self.folder / "key.pem"


Command = Callable[[Place], list[str]]
"""Writes the proxy's settings, returns how it is run."""


def nginx(place: Place) -> list[str]:
    changes = {
        "listen 443": f"listen 127.0.0.1:{place.port}",
        "/etc/letsencrypt/live/bot.example.org/fullchain.pem": str(place.certificate),
        "/etc/letsencrypt/live/bot.example.org/privkey.pem": str(place.key),
        "127.0.0.1:8080": f"127.0.0.1:{place.bot_port}",
        "client_body_timeout 10s": "client_body_timeout 2s",
    }
    (place.folder / "example.conf").write_text(changed("nginx.conf", changes))
    user = "user root;" if os.geteuid() == 0 else ""
    (place.folder / "main.conf").write_text(MAIN.format(folder=place.folder, user=user))
    return ["nginx", "-e", str(place.folder / "errors"), "-c", str(place.folder / "main.conf")]


def caddy(place: Place) -> list[str]:
    site = f"https://127.0.0.1:{place.port} {{\n\ttls {place.certificate} {place.key}\n"
    changes = {
        "{\n\tservers": "{\n\tadmin off\n\tauto_https disable_redirects\n\tservers",
        "bot.example.org {\n": site,
        "127.0.0.1:8080": f"127.0.0.1:{place.bot_port}",
    }
    file = place.folder / "Caddyfile"
    file.write_text(changed("Caddyfile", changes))
    return ["caddy", "run", "--config", str(file), "--adapter", "caddyfile"]


def changed(example: str, changes: dict[str, str]) -> str:
    text = (EXAMPLES / example).read_text(encoding="utf-8")
    for here, there in changes.items():
        assert text.count(here) == 1, here
        text = text.replace(here, there)
    return text


@pytest.fixture(params=[nginx, caddy], ids=lambda command: command.__name__)
def command(request: pytest.FixtureRequest) -> Command:
    chosen: Command = request.param
    if shutil.which(chosen.__name__) is None:
        pytest.skip(f"{chosen.__name__} is not here: apt-get install {chosen.__name__}")
    return chosen


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    with socket.create_server(("127.0.0.1", 0)) as one, socket.create_server(("", 0)) as other:
        place = Place(tmp_path, one.getsockname()[1], other.getsockname()[1])
    request = f"openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=bot -keyout {place.key}"
    names = f"-addext subjectAltName=IP:127.0.0.1 -out {place.certificate}"
    subprocess.run(f"{request} {names}".split(), check=True, capture_output=True)
    AsyncHTTPClient.configure(None, defaults={"ca_certs": str(place.certificate)})
    yield place
    AsyncHTTPClient.configure(None)


@pytest.fixture
def settings(place: Place) -> Settings:
    return Settings(
        TOKEN,
        database_path=place.folder / "digest.sqlite3",
        workers=1,
        webhook_url=f"https://127.0.0.1:{place.port}",
        webhook_port=place.bot_port,
        webhook_secret=SECRET["X-Telegram-Bot-Api-Secret-Token"],
    )


@asynccontextmanager
async def running(command: Command, place: Place) -> AsyncIterator[None]:
    homes = dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"), str(place.folder))
    with (place.folder / "said").open("wb") as said:
        child = await asyncio.create_subprocess_exec(
            *command(place), env={**os.environ, **homes}, stderr=said, start_new_session=True
        )
    with ended_with_us(child.pid):
        try:
            await listens(place, child)
            yield
        finally:
            with suppress(ProcessLookupError):  # asked kindly, Caddy would wait for whoever is slow
                os.killpg(child.pid, signal.SIGKILL)  # nginx's worker would outlive its master
            await child.wait()


async def listens(place: Place, child: asyncio.subprocess.Process) -> None:
    async with asyncio.timeout(PATIENCE):
        while child.returncode is None:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", place.port)
            except OSError:
                await asyncio.sleep(0.02)
            else:
                writer.close()
                return
    raise AssertionError((place.folder / "said").read_text())


async def status(place: Place, method: str, path: str, body: bytes | None = None) -> int:
    url = f"https://127.0.0.1:{place.port}{path}"
    request = HTTPRequest(url, method, SECRET, body, request_timeout=PATIENCE)
    return (await AsyncHTTPClient().fetch(request, raise_error=False)).code


class Slow:
    """Somebody who has sent a request without the last half of its body."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    @classmethod
    @asynccontextmanager
    async def begun(cls, place: Place) -> AsyncIterator[Slow]:
        trust = ssl.create_default_context(cafile=place.certificate)
        reader, writer = await asyncio.open_connection("127.0.0.1", place.port, ssl=trust)
        [(name, value)] = SECRET.items()
        length = f"Content-Length: {len(UPDATE)}\r\nConnection: close"
        head = f"POST /telegram HTTP/1.1\r\nHost: 127.0.0.1\r\n{name}: {value}\r\n{length}\r\n\r\n"
        writer.write(head.encode() + UPDATE[: len(UPDATE) // 2])
        await writer.drain()
        try:
            yield cls(reader, writer)
        finally:
            writer.close()

    def end(self) -> None:
        self._writer.write(UPDATE[len(UPDATE) // 2 :])

    async def answered(self) -> bytes:
        """The first line of the answer; nothing where the connection was closed without one."""
        async with asyncio.timeout(PATIENCE):
            try:
                return (await self._reader.read()).partition(b"\r\n")[0]
            except ConnectionError:
                return b""


async def test_updates_come_through_and_are_answered(
    telegram: Telegram, settings: Settings, place: Place, command: Command
) -> None:
    ann = telegram.person("Ann")
    async with running(command, place), deliveries(telegram), bot_on(telegram, settings):
        ann.says(BREAD)
        assert "How bread rises" in (await telegram.next_message(ann.private))["text"]
    assert telegram.world.updates.webhook["url"] == f"https://127.0.0.1:{place.port}/telegram"


async def test_nothing_but_the_webhook_is_shown_and_no_body_is_too_large(
    telegram: Telegram, settings: Settings, place: Place, command: Command
) -> None:
    async with running(command, place), bot_on(telegram, settings) as application:
        for path in ("/health", "/ready", "/metrics", "/telegram/more", "/"):
            assert await status(place, "GET", path) == 404
        assert await status(place, "GET", "/telegram") in {403, 404}
        too_much = b" " * (LARGEST_UPDATE + 1)
        # Caddy leaves a stated length to the bot, which answers 400 and hangs up, 502 to Caddy.
        assert await status(place, "POST", "/telegram", too_much) in {400, 413, 502}
        assert application.update_queue.empty()
        assert await status(place, "POST", "/telegram", UPDATE) == 200


async def test_who_sends_slowly_holds_up_nobody(
    telegram: Telegram, settings: Settings, place: Place, command: Command
) -> None:
    async with running(command, place), bot_on(telegram, settings):
        async with Slow.begun(place) as slow, Slow.begun(place):
            assert await status(place, "POST", "/telegram", UPDATE) == 200
            slow.end()
            assert await slow.answered() == b"HTTP/1.1 200 OK"
        assert await status(place, "POST", "/telegram", UPDATE) == 200


async def test_nginx_lets_go_of_who_never_ends_and_bothers_no_bot_with_it(
    telegram: Telegram, settings: Settings, place: Place, command: Command
) -> None:
    if command is not nginx:
        pytest.skip("Caddy keeps such a caller; the bot lets go of it by itself")
    async with running(command, place), Slow.begun(place) as endless:
        assert (await endless.answered()) in {b"", b"HTTP/1.1 408 Request Time-out"}


async def test_while_the_bot_is_away_telegram_is_told_so_and_comes_again(
    telegram: Telegram, settings: Settings, place: Place, command: Command
) -> None:
    async with running(command, place):
        assert await status(place, "POST", "/telegram", UPDATE) == 502
        async with bot_on(telegram, settings):
            assert await status(place, "POST", "/telegram", UPDATE) == 200
