"""Replies in other languages as a browser shows them; Arabic and Persian stand in ``pictures``.

``PICTURES=FOLDER`` makes the pictures anew.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from handlers.message import Texts, languages

pytestmark = pytest.mark.asyncio(loop_scope="module")

BOT = ".message:not(.own):not(#typing)"
DIRECTIONS = """(body) => [...body.querySelectorAll("*"), body]
    .filter((one) => one.textContent.trim() && getComputedStyle(one).direction !== "rtl"
        && getComputedStyle(one).display !== "inline").length"""

CUT = """(keys, rows) => rows.filter(([language, labels]) => {
    labels.forEach((label, i) => { keys[i].textContent = label; });
    return keys.some((key) => key.scrollWidth > key.clientWidth || key.offsetHeight > 48);
}).map(([language]) => language)"""
SIX = ("shorter", "longer", "comments", "links", "chart", "export")


async def test_the_six_buttons_of_each_language_fit_a_phone_in_two_columns(page: Page) -> None:
    rows = [(code, [Texts(code)(f"button-{name}") for name in SIX]) for code in languages()]
    await page.set_viewport_size({"width": 360, "height": 740})
    await page.get_by_role("button", name="Digest the example page").click()
    await expect(page.locator(".key")).to_have_count(len(SIX))
    keys = page.locator(".key")
    assert await keys.evaluate_all(CUT, [("wide", ["a wide label, " * 9] * len(SIX))]) == ["wide"]
    assert await keys.evaluate_all(CUT, rows) == []


@pytest.mark.parametrize("language", ["ar", "fa"])
async def test_a_digest_begins_on_the_right_with_its_buttons(page: Page, language: str) -> None:
    texts = Texts(language)
    await page.get_by_label("Message", exact=True).fill("/language")
    await page.keyboard.press("Enter")
    await page.locator(".key", has_text=texts.format.name).last.click()
    await page.get_by_role("button", name="Digest the example page").click()
    digest = page.locator(BOT, has_text=texts("summary")).last
    await expect(digest).to_be_visible()
    assert await digest.locator(".body").evaluate(DIRECTIONS) == 0
    shorter, longer = (
        digest.locator(".key", has_text=texts(f"button-{way}")) for way in ("shorter", "longer")
    )
    right, left = await shorter.bounding_box(), await longer.bounding_box()
    assert right
    assert left
    assert right["x"] > left["x"]
    if folder := os.environ.get("PICTURES"):
        await page.set_viewport_size({"width": 420, "height": 1700})
        await digest.screenshot(path=Path(folder) / f"{language}.png")
