"""A person saves a video page with the bookmark, and the bot's reader has all of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.async_api import expect

from summarizer import Page, read_page
from summarizer.clock import clock
from tests.bot.capture.conftest import BOX, INSTRUCTIONS, Visit, content
from tests.bot.capture.watch_pages import (
    CHAPTERS,
    ERAS,
    ID,
    LINES,
    NONCE,
    SIGNED_IN,
    WATCH,
    WHOLE,
    Video,
)

pytestmark = pytest.mark.asyncio(loop_scope="module")

EVERY_ERA = pytest.mark.parametrize("video", [Video(era) for era in ERAS.values()], ids=ERAS)
VIDEO = Video(ERAS["2026"])
NAME = "How bread rises - YouTube.html"


def check_all_but_comments(page: Page) -> None:
    assert (page.title, page.channel, page.url) == ("How bread rises", "The Slow Oven", WATCH)
    assert [(clock(cue.start or 0), cue.text) for cue in page.transcript] == list(LINES)
    assert {clock(chapter.start or 0): chapter.title for chapter in page.chapters} == CHAPTERS
    assert page.description.startswith("A loaf from start to end.\n\nThe study: ")
    assert [link.url for link in page.links] == [WHOLE]


@EVERY_ERA
async def test_the_file_has_the_whole_page_and_as_many_comments_as_were_wanted(
    visit: Visit, video: Video
) -> None:
    await visit.opens(WATCH, video.html())
    name, saved = await visit.saves(45)
    page = read_page(saved, name)
    assert name == NAME
    check_all_but_comments(page)
    assert len(page.comments) == 45
    assert page.comments_stated == 1204
    first, answer, another, second = page.comments[:4]
    assert (first.text, first.author, first.age) == ("Loaf 0 was good 🍞", "@baker0", "2 days ago")
    assert (first.pinned, first.reply) == (True, False)
    assert (answer.text, answer.reply, answer.likes) == ("Loaf 0-0 was good 🍞", True, 0)
    assert (another.author, another.likes) == ("@baker0-1", 1)
    assert (second.text, second.likes, second.reply) == ("Loaf 1 was good 🍞", 1, False)
    assert visit.asked == [WATCH]
    assert SIGNED_IN not in saved.decode()
    assert "style-scope" not in saved.decode()


@EVERY_ERA
async def test_where_there_are_fewer_comments_all_are_saved(visit: Visit, video: Video) -> None:
    await visit.opens(WATCH, replace(video, threads=24, loaded=20).html())
    page = read_page((await visit.saves(200))[1])
    assert len(page.comments) == 24 + 2 * 8
    assert sum(comment.reply for comment in page.comments) == 16


async def test_where_no_more_comments_come_a_press_saves_what_is_there(visit: Visit) -> None:
    await visit.opens(WATCH, replace(VIDEO, threads=21, endless=True).html())
    await visit.wants(200)
    status = visit.page.get_by_role("status")
    await expect(status).to_have_text("Comments: 35 of 200")
    async with visit.page.expect_download() as download:
        await visit.page.get_by_role("button", name="That is enough").click()
    page = read_page((await content(await download.value))[1])
    assert len(page.comments) == 35
    check_all_but_comments(page)
    await expect(status).to_contain_text("Saved")
    await expect(visit.page.get_by_role("link", name=NAME)).to_be_visible()
    await visit.page.get_by_role("button", name="Close").click()
    await expect(visit.page.locator(BOX)).to_have_count(0)


async def test_a_video_without_transcript_and_comments_is_saved_with_the_rest(visit: Visit) -> None:
    await visit.opens(WATCH, replace(VIDEO, threads=0, silent=True).html())
    page = read_page((await visit.saves(200))[1])
    assert (page.title, page.channel, page.url) == ("How bread rises", "The Slow Oven", WATCH)
    assert "A loaf from start to end." in page.description
    assert page.comments == ()


async def test_no_comments_are_waited_for_where_none_are_wanted(visit: Visit) -> None:
    await visit.opens(WATCH, replace(VIDEO, endless=True).html())
    page = read_page((await visit.saves(0))[1])
    check_all_but_comments(page)
    assert page.comments == ()


@pytest.mark.parametrize("way", ["button", "key", "another video"])
async def test_whoever_gives_up_gets_no_file_and_no_box(visit: Visit, way: str) -> None:
    await visit.opens(WATCH, replace(VIDEO, endless=True).html())
    await visit.wants(200)
    await expect(visit.page.get_by_role("status")).to_contain_text("of 200")
    if way == "button":
        await visit.page.get_by_role("button", name="Cancel").click()
    elif way == "key":
        await visit.page.get_by_role("button", name="Cancel").press("Escape")
    else:
        await visit.page.evaluate("history.pushState({}, '', '/watch?v=AnOtHeR1234')")
    await expect(visit.page.locator(BOX)).to_have_count(0)
    assert visit.saved == []


async def test_a_second_press_begins_anew(visit: Visit) -> None:
    await visit.opens(WATCH, VIDEO.html())
    await visit.presses_bookmark()
    await visit.presses_bookmark()
    await expect(visit.page.get_by_label("How many comments")).to_have_count(1)
    await expect(visit.page.get_by_label("How many comments")).to_have_value("200")


async def test_what_is_typed_into_the_box_is_no_command_to_the_page(visit: Visit) -> None:
    await visit.opens(WATCH, VIDEO.html())
    await visit.presses_bookmark()
    await expect(visit.page.get_by_label("How many comments")).to_be_focused()
    await visit.page.keyboard.type("12")
    await expect(visit.page.get_by_label("How many comments")).to_have_value("12")
    await visit.page.keyboard.press("Escape")
    await visit.page.keyboard.press("k")
    assert await visit.page.evaluate("keys") == ["k"]


ARTICLE = (
    "<!DOCTYPE html><html><head><meta charset='utf-8'><title>Of bread</title>"
    f"<script nonce='{NONCE}'>window.secret = 'token-1'</script></head>"
    "<body><main><h1>Of bread</h1>"
    "<p>Bread needs time, and a cold kitchen is no reason to hurry it along.</p>"
    "<p>Read the <a href='/study'>whole study</a> before you weigh the salt.</p></main>"
    "<img src='/never.png' loading='lazy' hidden><input type='hidden' value='token-2'>"
    "<ol class='comment-list'><li class='comment'><b class='fn'>Ann</b>"
    "<div class='comment-content'>Mine rose well.</div></li></ol></body></html>"
)


SHORT = (
    "<!DOCTYPE html><html><head><meta charset='utf-8'><title>One loaf - YouTube</title>"
    "<link rel='canonical' href='https://www.youtube.com/watch?v=AnOtHeR1234'>"
    "<meta property='og:url' content='https://www.youtube.com/watch?v=AnOtHeR1234'>"
    "<meta name='title' content='Another one'></head><body><ytd-reel-video-renderer is-active>"
    "<yt-reel-channel-bar-view-model><a>@oven</a></yt-reel-channel-bar-view-model>"
    "<yt-shorts-video-title-view-model>One loaf</yt-shorts-video-title-view-model>"
    "</ytd-reel-video-renderer><ytd-comment-view-model><span id='content-text'>So quick</span>"
    "</ytd-comment-view-model></body></html>"
)


async def test_another_site_is_saved_as_it_is_without_a_question(visit: Visit) -> None:
    address = "https://bread.example/of-bread?page=1"
    await visit.opens(address, ARTICLE)
    async with visit.page.expect_download() as download:
        await visit.presses_bookmark()
    name, saved = await content(await download.value)
    page = read_page(saved, name)
    assert (name, page.title, page.url) == ("Of bread.html", "Of bread", address)
    assert page.transcript[0].text.startswith("Bread needs time")
    assert [(c.author, c.text) for c in page.comments] == [("Ann", "Mine rose well.")]
    text = saved.decode()
    assert 'href="https://bread.example/study"' in text
    assert "token" not in text
    assert BOX[1:] not in text
    assert visit.asked == [address]


async def test_a_short_video_is_saved_under_its_own_address_and_no_earlier_ones(
    visit: Visit,
) -> None:
    address = f"https://www.youtube.com/shorts/{ID}"
    await visit.opens(address, SHORT)
    async with visit.page.expect_download() as download:
        await visit.presses_bookmark()
    page = read_page((await content(await download.value))[1])
    assert (page.title, page.channel, page.url) == ("One loaf", "@oven", WATCH)
    assert [comment.text for comment in page.comments] == ["So quick"]


async def test_pressed_on_its_own_page_the_bookmark_says_where_it_belongs(visit: Visit) -> None:
    await visit.page.set_content(INSTRUCTIONS)
    await expect(visit.page.get_by_text("pressed here")).to_be_hidden()
    await visit.page.get_by_role("link", name="Save video page").click()
    await expect(visit.page.get_by_text("pressed here")).to_be_visible()
    assert visit.saved == []
    assert visit.asked == []
