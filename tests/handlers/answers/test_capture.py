"""What whoever sends a link alone is offered: a bookmark that saves pages, sent as a file."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from bot.capture import PAGE
from bot.local.telegram import Telegram
from bot.local.world.people import Person, labels
from handlers.answers.attachments import capture_page
from handlers.message import Texts
from tests.handlers.pages import BREAD, VIDEO
from tests.telegram import Running

OFFER = "Save pages more easily"
TEMPLATE = PAGE.read_text(encoding="utf-8")
FORMAT = """[format]
name = "Awkward"
group = ","
group-from = 4
percent = "{n} %"
list = ", "
date = "{year}"
quotes = ["“", "”"]
"""
AWKWARD = '<b>"it\'s" & \\ %41 \u2028 $x'


class Reading(HTMLParser):
    """The words of a page, and the address of its bookmark."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.address = ""
        self.feed(page)

    def handle_data(self, data: str) -> None:
        self.words.append(data.strip())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.address = dict(attrs).get("href") or self.address


async def test_a_link_alone_is_answered_with_the_offer_and_a_press_brings_the_file(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    ann.says(VIDEO)
    reply = await telegram.next_message(ann.private)
    assert labels(reply) == [OFFER]
    press = ann.presses(reply, OFFER)
    assert (await telegram.answer_to(press))["text"] == ""
    await bot.idle()
    told, sent = telegram.said(ann.private)
    assert told == reply
    assert sent["document"]["file_name"] == "Save a video page in one press.html"
    assert "on a computer" in sent["caption"]
    content = telegram.world.files.read(sent["document"]["file_id"]).data
    assert content == capture_page(TEMPLATE, Texts())


async def test_a_digest_has_no_such_button(telegram: Telegram, bot: Running, ann: Person) -> None:
    ann.pastes(BREAD)
    await bot.idle()
    [reply] = telegram.said(ann.private)
    assert OFFER not in labels(reply)


def test_the_file_has_all_its_words_and_one_address_on_one_line() -> None:
    page = capture_page(TEMPLATE, Texts()).decode()
    read = Reading(page)
    assert "capture-" not in re.sub("video-digest-capture", "", unquote(page))
    assert "Drag this button to the bookmarks bar of your browser:" in read.words
    assert re.fullmatch(r"javascript:[^\s\"'<>&#{}]+", read.address)
    assert '"Comments: {n} of {of}"' in unquote(read.address)


@pytest.fixture
def awkward(tmp_path: Path) -> Texts:
    """Texts that hold what HTML, JavaScript or an address could take for their own."""
    names = re.findall(r"\bcapture-[a-z]+", unquote(TEMPLATE))
    rows = (f"{name} = {json.dumps(AWKWARD)}" for name in set(names))
    table = tmp_path / "awkward.toml"
    table.write_text("\n".join([FORMAT, "[texts]", *rows]), encoding="utf-8")
    return Texts("awkward", tmp_path)


@pytest.mark.parametrize("name", re.findall(r"%7B(capture-[a-z]+)%7D", TEMPLATE))
def test_no_words_of_a_language_break_out_of_the_script(awkward: Texts, name: str) -> None:
    script = unquote(Reading(capture_page(TEMPLATE, awkward).decode()).address)
    key = name.removeprefix("capture-")
    [written] = re.findall(rf'^{key}: (".*"),$', script, re.MULTILINE)
    assert json.loads(written) == AWKWARD


def test_no_words_of_a_language_break_out_of_the_page(awkward: Texts) -> None:
    assert AWKWARD in Reading(capture_page(TEMPLATE, awkward).decode()).words


async def test_help_offers_it_too(telegram: Telegram, bot: Running, ann: Person) -> None:
    ann.says("/help")
    assert labels(await telegram.next_message(ann.private)) == [OFFER]
