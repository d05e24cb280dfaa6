"""What the description holds, as ingredients and steps, is a press away; Export has everything."""

from __future__ import annotations

import json

from bot.local.telegram import Telegram
from bot.local.world.chats import JSON
from bot.local.world.people import labels
from tests.handlers.exporting import asks_for_file
from tests.handlers.pages import BREAD
from tests.handlers.plain import plain
from tests.telegram import Running

RECIPE = "200 g of rye flour\n4 g of salt\n\n1. Stir it well.\n2. Wait for a night."
WITH_RECIPE = BREAD.replace("Bread rises because", f"{RECIPE}\nBread rises because")
WITHOUT_TRANSCRIPT = WITH_RECIPE.partition("In this video\n")[0].replace("https://", "")


def text_of(message: JSON) -> str:
    return plain(str(message["text"]))


async def test_beside_a_summary_the_whole_description_stands_behind_links(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    ann.pastes(WITH_RECIPE)
    reply = await telegram.next_message(ann.private)
    assert "Wait for a night" not in reply["text"]
    ann.presses(reply, "Links")
    await bot.idle()
    described = text_of(telegram.now(reply)).partition("Description\n")[2]
    assert described.startswith(RECIPE.replace("\n\n", "\n"))


async def test_without_a_transcript_the_recipe_is_in_the_reply_and_its_button_says_so(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    ann.pastes(WITHOUT_TRANSCRIPT.replace("bread.example/recipe", "my book"))
    reply = await telegram.next_message(ann.private)
    assert "Description\n200 g of rye flour" in text_of(reply)
    assert "Description" in labels(reply)
    ann.presses(reply, "Description")
    await bot.idle()
    assert "2. Wait for a night." in text_of(telegram.now(reply))
    ann.presses(reply, "Back")
    await bot.idle()
    assert telegram.now(reply)["text"] == reply["text"]


async def test_links_asked_for_by_command_bring_the_description(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    ann.says("/links " + WITH_RECIPE)
    reply = await telegram.next_message(ann.private)
    assert "4 g of salt" in reply["text"]


async def test_export_has_the_description_the_timed_transcript_and_every_comment(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    ann.pastes(WITH_RECIPE)
    reply = await telegram.next_message(ann.private)
    for kind in ("md", "json"):
        asks_for_file(ann, reply, kind)
        await bot.idle()
    files = [m["document"] for m in telegram.said(ann.private) if "document" in m]
    markdown, data = (telegram.world.files.read(f["file_id"]).data.decode() for f in files)
    assert "4 g of salt" in markdown
    assert "0:30 In the oven the last gas expands" in markdown
    assert "**@chris · 3 days ago**: Which flour do you use?" in markdown
    assert "**@ben · 1 week ago · 3 likes**: Terrible sound" in markdown
    whole = json.loads(data)
    assert RECIPE in whole["description"]
    assert len(whole["page"]["transcript"]) == 7
    assert [comment["author"] for comment in whole["page"]["comments"]] == [
        "@anna",
        "@ben",
        "@chris",
    ]
