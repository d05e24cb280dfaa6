"""The real bot on the local server, over HTTP, with a real browser on its chat page."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright, expect

from bot.app import assembled
from bot.config import Settings
from bot.local import LocalTelegram, local_telegram, newcomers
from handlers.answers import publish

ROOT = Path(__file__).resolve().parents[3]
EXAMPLE = ROOT / "bot" / "example.txt"
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
PATIENCE = 120
"""Seconds after which what the page waits for is given up: the machine may be slow."""

QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
WITHOUT = (
    # What each window loads for its address bar: a process that takes a second.
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup"),
    # A process for the next site: a test opens one.
    "SpareRendererForSitePerProcess",
    # What Playwright goes without: of two lists Chromium heeds the last.
    *("AimEnabled", "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose"),
    *("HttpsFirstBalancedModeAutoEnable", "HttpsUpgrades", "MediaRouter", "OptimizationHints"),
    *("NetworkTimeServiceQuerying", "PaintHolding", "PreconnectToSearch"),
)


@pytest.fixture
def example() -> str:
    return EXAMPLE.read_text(encoding="utf-8")


@asynccontextmanager
async def bot_on(local: LocalTelegram, folder: Path) -> AsyncIterator[None]:
    """The bot at work on a local Telegram: the one place where the tests put the two together."""
    settings = Settings(
        local.token,
        local.base_url,
        local.base_file_url,
        database_path=folder / "digest.sqlite3",
        workers=1,
        job_seconds=PATIENCE,
        guest_mode=True,
        inline_mode=True,
    )
    async with assembled(settings) as assembly:
        application = assembly.application
        updater = application.updater
        assert updater
        await publish(application.bot)
        await application.start()
        await updater.start_polling(poll_interval=0)
        yield
        await updater.stop()
        await application.stop()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def local(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[LocalTelegram]:
    """The real bot, its server and its chat page."""
    example = EXAMPLE.read_text(encoding="utf-8")
    folder = tmp_path_factory.mktemp("bot")
    async with local_telegram(example) as local, bot_on(local, folder):
        yield local


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    """Headless Chromium of the system; a test that needs it skips without it."""
    chromium = shutil.which("chromium")
    if not chromium:
        pytest.skip("no chromium on this machine: apt-get install chromium")
    async with async_playwright() as playwright:
        arguments = [*QUIET.split(), f"--disable-features={','.join(WITHOUT)}"]
        browser = await playwright.chromium.launch(executable_path=chromium, args=arguments)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="module")
async def page(browser: Browser, local: LocalTelegram) -> AsyncIterator[Page]:
    """The chat page of new people; what it complains of in its console fails the test."""
    complaints: list[str] = []
    local.site.people = newcomers(local.site.telegram)
    page = await browser.new_page(viewport={"width": 1180, "height": 860})
    page.set_default_timeout(PATIENCE * 1000)
    expect.set_options(timeout=PATIENCE * 1000)
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    await page.goto(local.page)
    yield page
    await page.close()
    assert not complaints
