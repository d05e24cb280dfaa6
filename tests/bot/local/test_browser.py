"""A person with a browser and the real bot behind the page."""

from __future__ import annotations

import asyncio
import os
import re

import pytest
from playwright.async_api import Locator, Page, Route, expect

from tests.bot.local.conftest import AXE

pytestmark = pytest.mark.asyncio(loop_scope="module")

BOT = ".message:not(.own):not(#typing)"
HOSTILE = '<img src=x onerror="window.broken=1"><script>window.broken=1</script> & "\u202e../x'
DROP = """async ([names]) => {
  const data = new DataTransfer();
  const subtitle = "1\\n00:00:00,000 --> 00:00:04,000\\nHi.";
  for (const name of names) data.items.add(new File([subtitle], name));
  const drop = (kind) =>
    dispatchEvent(new DragEvent(kind, { dataTransfer: data, cancelable: true }));
  drop("dragover");
  drop("drop");
}"""
SERIOUS = """async () => {
  const found = await axe.run(document, { resultTypes: ["violations"] });
  return found.violations.filter((one) => ["serious", "critical"].includes(one.impact))
    .map((one) => [one.id, one.nodes.map((node) => node.target.join(" "))]);
}"""


def key(page: Page, label: str) -> Locator:
    return page.locator(".key", has_text=label).last


async def photograph(page: Page) -> None:
    """Make the README's picture, where the environment variable SCREENSHOT names its file."""
    if path := os.environ.get("SCREENSHOT"):
        await page.set_viewport_size({"width": 1040, "height": 1380})
        await page.screenshot(path=path)


async def test_a_newcomer_pastes_the_example_reads_on_and_sees_the_chart(
    page: Page, example: str
) -> None:
    await expect(page.get_by_role("button", name="Digest the example page")).to_be_visible()
    await page.get_by_label("Message", exact=True).fill(example)
    await page.keyboard.press("Enter")
    digest = page.locator(BOT).first.locator(".body")
    await expect(digest).to_contain_text("Summary")
    await expect(digest).to_contain_text("Comments")
    await photograph(page)
    short = await digest.inner_text()
    await key(page, "Longer").click()
    await expect(digest).not_to_have_text(short)
    await expect(page.locator(BOT).first.locator(".meta")).to_contain_text("edited")
    await key(page, "Comments").click()
    await expect(key(page, "Back")).to_be_visible()
    await key(page, "Back").click()
    await key(page, "Chart").click()
    picture = page.locator(f"{BOT} .picture img")
    await expect(picture).to_be_visible()
    await expect(picture).to_have_js_property("complete", value=True)
    assert await picture.evaluate("image => image.naturalWidth") > 300


async def test_the_offered_example_is_one_press_away_by_keyboard_alone(page: Page) -> None:
    await page.get_by_role("button", name="Digest the example page").focus()
    await page.keyboard.press("Enter")
    await expect(page.locator(BOT)).to_contain_text("Summary")
    await key(page, "Longer").focus()
    await page.keyboard.press("Enter")
    await expect(page.locator(f"{BOT} .meta")).to_contain_text("edited")
    await expect(page.locator(":focus")).to_have_class("key")
    await page.get_by_label("Message", exact=True).focus()
    await page.keyboard.type("/he")
    await expect(page.get_by_role("option")).to_have_count(1)
    await page.keyboard.press("Enter")
    await expect(page.locator(BOT)).to_have_count(2)


async def test_nothing_said_in_a_chat_can_run_or_restyle_the_page(page: Page) -> None:
    await page.get_by_label("Message", exact=True).fill(HOSTILE)
    await page.keyboard.press("Enter")
    await page.evaluate(DROP, [[HOSTILE.replace("/", "-") + ".srt"]])
    await page.keyboard.press("Enter")
    await expect(page.locator(".own .body").first).to_have_text(HOSTILE)
    await expect(page.locator(".own .file b")).to_contain_text("<img src=x")
    await expect(page.locator(BOT).last).to_be_visible()
    assert await page.evaluate("window.broken") is None
    assert await page.locator("#log img[src=x], #log script").count() == 0


async def test_a_long_paste_arrives_in_parts_cut_as_the_chosen_client_cuts(page: Page) -> None:
    text = "word. " * 1600
    await page.get_by_label("Message", exact=True).fill(text)
    await page.get_by_label(re.compile("cut as")).select_option("ios")
    await page.get_by_role("button", name="Send").click()
    parts = page.locator(".own .body")
    await expect(parts).to_have_count(3)
    first = await parts.first.locator(".quoted").text_content()
    assert first
    assert first.endswith("word.")
    assert 4090 <= len(first) <= 4096
    await expect(page.locator(BOT).last).to_be_visible()


async def test_files_are_dropped_as_an_album_and_replies_and_edits_reach_the_bot(
    page: Page,
) -> None:
    await page.evaluate(DROP, [["one.en.srt", "two.en.srt"]])
    await expect(page.locator("#tray li")).to_have_count(2)
    await page.keyboard.press("Enter")
    await expect(page.locator(".own .file")).to_have_count(2)
    await expect(page.locator(BOT).last).to_be_visible()
    await page.locator(".own").first.hover()
    await page.locator(".own").first.get_by_role("button", name="Reply").click()
    await page.keyboard.type("שלום, what is this?")
    await page.keyboard.press("Enter")
    mine = page.locator(".own").last
    await expect(mine.locator(".answered")).to_contain_text("one.en.srt")
    assert await mine.locator(".body").evaluate("e => getComputedStyle(e).direction") == "rtl"
    await mine.hover()
    await mine.get_by_role("button", name="Edit").click()
    await page.keyboard.press("Control+a")
    await page.keyboard.type("never mind")
    await page.keyboard.press("Enter")
    await expect(mine.locator(".body")).to_have_text("never mind")
    await expect(mine.locator(".meta")).to_contain_text("edited")


async def test_what_is_dropped_while_a_message_is_on_its_way_is_sent_with_the_next(
    page: Page,
) -> None:
    under_way, arrives = asyncio.Event(), asyncio.Event()

    async def hold(route: Route) -> None:
        under_way.set()
        await arrives.wait()
        await route.continue_()

    await page.route("**/chat/action/paste", hold)
    await page.get_by_label("Message", exact=True).fill("hello")
    await page.keyboard.press("Enter")
    await under_way.wait()
    await page.evaluate(DROP, [["one.en.srt"]])
    async with page.expect_response("**/chat/action/paste") as answer:
        arrives.set()
    await (await answer.value).finished()
    await expect(page.locator(".own .body")).to_have_text("hello")
    await page.keyboard.press("Enter")
    await expect(page.locator(".own .file")).to_have_count(1)


async def test_in_the_group_the_bot_answers_what_is_addressed_to_it(page: Page) -> None:
    await page.get_by_role("button", name=re.compile("Film club")).click()
    await page.get_by_label("You speak as").select_option("Sam")
    await page.get_by_label("Message", exact=True).fill("a chat among people")
    await page.keyboard.press("Enter")
    await page.get_by_label("Message", exact=True).fill("/help")
    await page.keyboard.press("Enter")
    await expect(page.locator(BOT, has_text="In a group: reply to a page")).to_have_count(1)


async def test_an_accessibility_checker_finds_nothing_serious(page: Page) -> None:
    if not AXE.is_file():
        pytest.skip("no axe-core here: npm install --no-save axe-core")
    await page.get_by_role("button", name="Digest the example page").click()
    await key(page, "Export").click()
    await key(page, "Markdown").click()
    await expect(page.locator(f"{BOT} .file").first).to_be_visible()
    await page.get_by_label("Message", exact=True).fill("/")
    source = AXE.read_text(encoding="utf-8")
    await page.evaluate(f"() => {{ {source}; }}")
    for scheme, width in (("light", 1180), ("dark", 1180), ("light", 390)):
        await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        await page.set_viewport_size({"width": width, "height": 844})
        assert await page.evaluate(SERIOUS) == []
