"""A browser with a made-up video page open, and the bookmark in somebody's hand."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest_asyncio
from playwright.async_api import Browser, Download, Page, Route, expect

from bot.capture import PAGE
from handlers.answers.attachments import capture_page
from handlers.message import Texts
from tests.bot.capture.watch_pages import POLICY
from tests.bot.local.conftest import PATIENCE, browser

__all__ = ["Visit", "browser", "visit"]

INSTRUCTIONS = capture_page(PAGE.read_text(encoding="utf-8"), Texts()).decode()
BOX = "#video-digest-capture"


@dataclass
class Visit:
    """Somebody at a page; ``asked`` and ``saved`` are addresses requested, files saved."""

    page: Page
    asked: list[str] = field(default_factory=list)
    saved: list[str] = field(default_factory=list)
    shown: dict[str, str] = field(default_factory=dict)

    async def opens(self, address: str, html: str) -> None:
        """Open a page under its own address, without any network."""
        self.shown[address] = html
        await self.page.goto(address)

    async def presses_bookmark(self) -> None:
        """Run the bookmark as a press in the bookmarks bar does: by the browser, not the page."""
        [address] = re.findall(r'href="(javascript:[^"]+)"', INSTRUCTIONS)
        session = await self.page.context.new_cdp_session(self.page)
        await session.send("Page.navigate", {"url": address})

    async def wants(self, comments: int) -> None:
        """Run the bookmark, and say how many comments are wanted."""
        await self.presses_bookmark()
        await self.page.get_by_label("How many comments").fill(str(comments))
        await self.page.get_by_role("button", name="Start").click()

    async def saves(self, comments: int) -> tuple[str, bytes]:
        """Let the bookmark save the page; its file's name and content."""
        async with self.page.expect_download() as download:
            await self.wants(comments)
        return await content(await download.value)

    async def answer(self, route: Route) -> None:
        """Answer with a page that was opened, and with nothing else."""
        address = route.request.url
        self.asked.append(address)
        if address in self.shown:
            kind = "text/html; charset=utf-8"
            headers = {"content-security-policy": POLICY, "content-type": kind}
            await route.fulfill(body=self.shown[address], headers=headers)
        else:
            await route.abort()


async def content(download: Download) -> tuple[str, bytes]:
    """The name of a file that the browser saved, and what is in it."""
    path = await download.path()
    return download.suggested_filename, path.read_bytes()


@pytest_asyncio.fixture(loop_scope="module")
async def visit(browser: Browser) -> AsyncIterator[Visit]:
    """A new window; an error of the page or of the bookmark fails the test."""
    context = await browser.new_context(viewport={"width": 1180, "height": 860})
    page = await context.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    expect.set_options(timeout=PATIENCE * 1000)
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    visit = Visit(page)
    page.on("download", lambda download: visit.saved.append(download.suggested_filename))
    await context.route(lambda address: urlsplit(address).scheme.startswith("http"), visit.answer)
    yield visit
    await context.close()
    assert not complaints
