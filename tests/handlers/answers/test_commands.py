"""The commands, each by what it answers."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.config import Settings
from bot.local.telegram import Telegram
from bot.local.world.people import Person, labels
from handlers.answers import COMMANDS, publish
from tests.handlers.conftest import conversation
from tests.handlers.pages import BEES, BREAD
from tests.telegram import Running


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("/start", "copied video page"),
        ("/start", "ask me about the video"),
        ("/help", "Web Archive"),
        ("/help", "a question needs no command"),
        ("/help", "up to five formats"),
        ("/privacy", "after 30 days"),
        ("/forget", "Forgotten: what 0 messages of mine show"),
        ("/digest", "Reply with this command"),
        ("/links", "Reply with this command"),
        ("/nonsense", "do not know this command"),
    ],
)
async def test_each_command_answers(
    telegram: Telegram, bot: Running, command: str, words: str
) -> None:
    ann = telegram.person("Ann")
    ann.says(command)
    await bot.idle()
    [reply] = telegram.said(ann.private)
    assert words in reply["text"]


async def test_a_command_below_a_picture_does_not_mean_the_page_before_it(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    ann.pastes(BREAD)
    await telegram.next_message(ann.private)
    photo = {"file_id": "a", "file_unique_id": "b", "width": 8, "height": 8}
    ann.sends({"photo": [photo], "caption": "/digest"})
    await bot.idle()
    assert telegram.said(ann.private)[-1]["text"].startswith("I read text and files")


async def test_a_file_below_an_unknown_command_is_read_all_the_same(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    ann.sends_file("page.txt", BREAD.encode(), caption="/summarize")
    await bot.idle()
    [reply] = telegram.said(ann.private)
    assert "7 sentences" in reply["text"]


async def test_in_private_a_command_that_names_another_bot_is_obeyed(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    ann.says("/digest@other_bot " + BREAD)
    assert (await telegram.next_message(ann.private))["text"].startswith(
        "\u2068How bread rises\u2069"
    )
    ann.says("/privacy@other_bot")
    assert "I keep what I need" in (await telegram.next_message(ann.private))["text"]


async def test_a_page_behind_the_command_of_another_bot_in_a_group_is_not_read(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    group = telegram.group("Bakers", ann)
    ann.says("/translate " + BREAD, group)
    await bot.idle()
    assert telegram.said(group) == []


async def test_an_unknown_command_that_names_the_bot_is_answered_in_a_group_too(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    group = telegram.group("Bakers", ann)
    ann.says("/nonsense@digest_bot", group)
    ann.says("/nonsense", group)
    await bot.idle()
    [reply] = telegram.said(group)
    assert "do not know this command" in reply["text"]


async def test_help_lists_every_command(telegram: Telegram, bot: Running) -> None:
    ann = telegram.person("Ann")
    ann.says("/help")
    reply = await telegram.next_message(ann.private)
    assert all(f"/{command.name} - " in reply["text"] for command in COMMANDS)


async def test_the_menus_show_each_audience_its_commands(telegram: Telegram, bot: Running) -> None:
    await publish(bot.application.bot)
    menus = {
        scope: [c["command"] for c in commands]
        for scope, commands in telegram.world.commands.items()
    }
    private, groups, admins = (
        next(names for scope, names in menus.items() if kind in scope)
        for kind in ("private", "group_chats", "administrators")
    )
    assert "start" in private
    assert "forget" not in groups
    assert "start" not in groups
    assert "forget" in admins


async def test_links_after_a_page_gives_all_links_in_a_message_of_its_own(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    ann.pastes(BREAD)
    await bot.idle()
    ann.says("/links")
    await bot.idle()
    digest, links = telegram.said(ann.private)
    assert "Summary" in digest["text"]
    assert "bread.example" in links["text"]
    assert "Summary" not in links["text"]


async def test_comments_in_reply_to_a_digest_shows_its_comments(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    ann.pastes(BREAD)
    digest = await telegram.next_message(ann.private)
    ann.says("/comments", reply_to=digest)
    await bot.idle()
    assert "3 read" in telegram.said(ann.private)[1]["text"]


async def test_a_command_in_reply_to_an_older_digest_means_that_one(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    ann.pastes(BREAD)
    older = await telegram.next_message(ann.private)
    ann.pastes(BEES)
    await bot.idle()
    ann.says("/links", reply_to=older)
    await bot.idle()
    assert "bread.example" in telegram.said(ann.private)[-1]["text"]


async def test_a_command_in_reply_to_what_has_no_words_does_not_mean_the_page_before(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    ann.pastes(BREAD)
    voice = ann.sends({"voice": {"file_id": "v", "file_unique_id": "u", "duration": 3}})
    await bot.idle()
    ann.says("/digest", reply_to=voice)
    await bot.idle()
    assert telegram.said(ann.private)[-1]["text"].startswith("Reply with this command to a page")


async def test_digest_alone_right_after_a_page_answers_it_once_more(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    ann.pastes(BREAD)
    await bot.idle()
    ann.says("/digest")
    await bot.idle()
    first, second = telegram.said(ann.private)
    assert first["text"] == second["text"]


async def test_a_command_alone_means_the_page_and_not_the_thanks_after_it(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    ann.pastes(BREAD)
    ann.says("Thank you!")
    await bot.idle()
    ann.says("/links")
    await bot.idle()
    assert labels(telegram.said(ann.private)[-1]) == ["Back"]


async def test_forget_removes_what_was_kept_from_the_disk(
    telegram: Telegram, bot: Running, settings: Settings
) -> None:
    ann = telegram.person("Ann")
    ann.pastes(BREAD)
    await bot.idle()
    ann.says("/forget")
    await bot.idle()
    assert "Forgotten: what 1 message of mine shows here" in telegram.said(ann.private)[-1]["text"]
    files = settings.database_path.parent.iterdir()
    assert [path.name for path in files if b"yeast" in path.read_bytes().lower()] == []


async def test_after_forget_a_command_alone_finds_nothing(telegram: Telegram, bot: Running) -> None:
    ann = telegram.person("Ann")
    ann.pastes(BREAD)
    await bot.idle()
    ann.says("/forget")
    await bot.idle()
    ann.says("/digest")
    await bot.idle()
    assert telegram.said(ann.private)[-1]["text"].startswith("Reply with this command")


async def test_in_a_group_only_admins_can_make_it_forget(telegram: Telegram, bot: Running) -> None:
    owner, ann = telegram.person("Owner"), telegram.person("Ann")
    group = telegram.group("Bakers", owner, ann)
    ann.says("/forget", group)
    owner.says("/forget", group)
    await bot.idle()
    refused, done = telegram.said(group)
    assert "Only an admin" in refused["text"]
    assert "Forgotten" in done["text"]


@pytest.fixture
async def private_bot(telegram: Telegram, settings: Settings) -> AsyncIterator[Running]:
    """A bot whose operator lets one user in, and answers questions."""
    own = replace(
        settings, allowed_users=frozenset({1001}), privacy_contact="@operator", digests_an_hour=2
    )
    async with conversation(telegram, own) as bot:
        yield bot


async def test_others_are_told_once_that_the_bot_is_private(
    telegram: Telegram, private_bot: Running
) -> None:
    friend, stranger = telegram.person("Friend"), telegram.person("Stranger")
    friend.says("/privacy")
    stranger.says("hello")
    stranger.says("anyone there?")
    await private_bot.idle()
    stranger.says("hello?")
    await private_bot.idle()
    [reply] = telegram.said(friend.private)
    assert "@operator" in reply["text"]
    [refusal] = telegram.said(stranger.private)
    assert "This bot is private" in refusal["text"]
    assert f"adds {stranger.private.id} to ALLOWED_USERS" in refusal["text"]


async def test_who_asks_too_much_is_told_how_long_to_wait(
    telegram: Telegram, private_bot: Running
) -> None:
    friend = telegram.person("Friend")
    for number in range(3):
        friend.pastes(BREAD.replace("How bread", f"Film {number}: how bread"))
        await private_bot.idle()
    *_, last = telegram.said(friend.private)
    assert "please wait 60 minutes" in last["text"]
