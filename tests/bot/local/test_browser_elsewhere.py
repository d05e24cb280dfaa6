"""A person with a browser in a group that the bot is not in, and typing its name."""

from __future__ import annotations

import os
import re

import pytest
from playwright.async_api import Locator, Page, expect

from tests.bot.local.conftest import AXE

pytestmark = pytest.mark.asyncio(loop_scope="module")

BOT = ".message:not(.own):not(#typing)"


def box(page: Page) -> Locator:
    return page.get_by_label("Message", exact=True)


async def to_circle(page: Page) -> None:
    await page.get_by_role("button", name=re.compile("Book circle")).click()


async def say(page: Page, text: str) -> None:
    await box(page).fill(text)
    await page.keyboard.press("Enter")


async def photograph(page: Page, name: str) -> None:
    """Make a picture in the folder that the environment variable SCREENSHOTS names."""
    if folder := os.environ.get("SCREENSHOTS"):
        await page.screenshot(path=f"{folder}/{name}.png")


async def test_in_a_group_without_the_bot_its_name_in_reply_to_a_page_gives_the_digest(
    page: Page, example: str
) -> None:
    await to_circle(page)
    await expect(page.locator("#log")).to_contain_text("The bot is not in this group")
    await say(page, example[:4000])
    await expect(page.locator(".own")).to_have_count(1)
    await page.locator(".own").hover()
    await page.locator(".own").get_by_role("button", name="Reply").click()
    await say(page, "@digest_bot")
    digest = page.locator(BOT)
    await expect(digest).to_contain_text("more quotes left out here")
    await expect(digest.locator(".answered")).to_contain_text("@digest_bot")
    await expect(digest.locator(".key")).to_have_count(0)
    await photograph(page, "guest")


async def test_words_after_the_bot_s_name_offer_what_was_sent_in_private_and_enter_sends_it(
    page: Page, example: str
) -> None:
    await say(page, example)
    await expect(page.locator(BOT).first).to_contain_text("Summary")
    await to_circle(page)
    await box(page).press_sequentially("@digest_bot main street")
    option = page.locator("#menu li")
    await expect(option).to_have_count(1)
    await expect(option).to_contain_text("Why our town gave its main street back")
    await photograph(page, "inline")
    await page.keyboard.press("Enter")
    chosen = page.locator(".own")
    await expect(chosen).to_contain_text("via @digest_bot")
    await expect(chosen).to_contain_text("Summary")
    await expect(chosen.locator(".key")).to_have_count(0)
    await expect(box(page)).to_have_value("")
    await expect(page.locator(BOT)).to_have_count(0)


async def test_where_nothing_is_found_a_line_leads_to_the_private_chat(page: Page) -> None:
    await to_circle(page)
    await page.get_by_label("You speak as").select_option("Sam")
    await box(page).press_sequentially("@digest_bot zebra")
    await page.get_by_role("option", name="Nothing to show from our chat").click()
    await expect(page.locator("#status")).to_have_text("bot")


async def test_a_quote_of_an_answer_is_copied(page: Page, example: str) -> None:
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await say(page, example)
    await expect(page.locator(BOT).first).to_contain_text("Summary")
    await say(page, "Who closed one of his two shops?")
    copy = page.locator(".key", has_text="Copy 1:14")
    await copy.click()
    await expect(page.locator("#toast")).to_have_text("Copied")
    copied = await page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“A man who sells stoves and washing machines closed one of his two")
    await photograph(page, "copy")


async def test_an_accessibility_checker_finds_nothing_serious_in_what_is_offered(
    page: Page, example: str
) -> None:
    if not AXE.is_file():
        pytest.skip("no axe-core here: npm install --no-save axe-core")
    await say(page, example)
    await expect(page.locator(BOT).first).to_contain_text("Summary")
    await to_circle(page)
    await box(page).press_sequentially("@digest_bot main")
    await expect(page.locator("#menu li")).to_have_count(1)
    source = AXE.read_text(encoding="utf-8")
    await page.evaluate(f"() => {{ {source}; }}")
    found = await page.evaluate("async () => (await axe.run(document)).violations")
    assert [one["id"] for one in found if one["impact"] in {"serious", "critical"}] == []
