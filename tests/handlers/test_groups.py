"""Groups, topics and channels: the bot answers what is addressed to it, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.config import Settings
from bot.local.errors import bad_request
from bot.local.telegram import Telegram
from bot.local.world.people import labels
from bot.storage.inbox import inbox_path
from tests.handlers.pages import BREAD, long_page
from tests.telegram import Running


async def test_digest_in_reply_to_a_page_answers_compactly(
    telegram: Telegram, bot: Running
) -> None:
    ann, ben = telegram.person("Ann"), telegram.person("Ben")
    group = telegram.group("Bakers", ann, ben)
    page = ben.says(BREAD, group)
    ann.says("/digest@digest_bot", group, reply_to=page)
    await bot.idle()
    [reply] = telegram.said(group)
    assert "How bread rises" in reply["text"]
    assert "blockquote" not in str(reply["entities"])
    assert "Longer" in labels(reply)


@pytest.mark.parametrize("form", ["/digest ", "/digest@digest_bot\n", "/DIGEST "])
async def test_digest_with_the_text_after_it(telegram: Telegram, bot: Running, form: str) -> None:
    ann = telegram.person("Ann")
    group = telegram.group("Bakers", ann)
    ann.says(form + BREAD, group)
    await bot.idle()
    [reply] = telegram.said(group)
    assert "7 sentences" in reply["text"]


async def test_a_command_for_another_bot_is_not_ours(telegram: Telegram, bot: Running) -> None:
    ann = telegram.person("Ann")
    group = telegram.group("Bakers", ann)
    ann.says("/digest@other_bot " + BREAD, group)
    await bot.idle()
    assert telegram.said(group) == []


async def test_a_digest_text_that_the_client_split_is_read_whole(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    group = telegram.group("Bakers", ann)
    ann.promotes_bot(group)
    ann.pastes("/digest " + long_page(), group)
    await bot.idle()
    [reply] = telegram.said(group)
    assert "123 comments" in reply["text"]


async def test_digest_on_the_second_half_completes_the_first(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    group = telegram.group("Bakers", ann)
    ann.promotes_bot(group)
    *_, last = ann.pastes(long_page(40), group)
    ann.says("/digest", group, reply_to=last)
    await bot.idle()
    [reply] = telegram.said(group)
    assert "43 comments" in reply["text"]


async def test_the_answer_stays_in_its_topic(telegram: Telegram, bot: Running) -> None:
    ann = telegram.person("Ann")
    forum = telegram.supergroup("Bakers", ann, topics={7: "Rye"})
    ann.says("/digest " + BREAD, forum, thread=7)
    await bot.idle()
    [reply] = telegram.said(forum)
    assert reply["message_thread_id"] == 7


async def test_talk_in_a_group_is_neither_answered_nor_written_to_disk(
    telegram: Telegram, bot: Running, settings: Settings
) -> None:
    ann = telegram.person("Ann")
    group = telegram.group("Bakers", ann)
    ann.promotes_bot(group)
    ann.says("A secret of the bakers: xylophone", group)
    await bot.idle()
    assert telegram.said(group) == []
    for path in settings.database_path.parent.iterdir():
        assert b"xylophone" not in path.read_bytes()
    assert inbox_path(settings.database_path).exists()


async def test_thanks_in_reply_to_the_bot_are_no_page(telegram: Telegram, bot: Running) -> None:
    ann = telegram.person("Ann")
    group = telegram.group("Bakers", ann)
    ann.says("/digest " + BREAD, group)
    reply = await telegram.next_message(group)
    ann.says("Thank you, very useful!", group, reply_to=reply)
    await bot.idle()
    assert len(telegram.said(group)) == 1


async def test_added_to_a_group_it_says_one_short_hello(telegram: Telegram, bot: Running) -> None:
    ann = telegram.person("Ann")
    group = telegram.group("Bakers", ann)
    group.members.pop(telegram.world.bot["id"])
    ann.adds_bot(group)
    await bot.idle()
    [hello] = telegram.said(group)
    assert "/digest" in hello["text"]


async def test_when_a_group_becomes_a_supergroup_its_replies_move(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    group = telegram.group("Bakers", ann)
    ann.says("/digest " + BREAD, group)
    await bot.idle()
    fresh = ann.migrates(group)
    await bot.idle()
    ann.says("/links", fresh)
    await bot.idle()
    [reply] = telegram.said(fresh)
    assert "bread.example" in reply["text"]


async def test_a_group_that_moves_while_its_page_is_read_is_answered_where_it_went(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    group = telegram.group("Bakers", ann)
    ann.says("/digest " + BREAD, group)
    fresh = ann.migrates(group)
    await bot.idle()
    [reply] = telegram.said(fresh)
    assert "How bread rises" in reply["text"]


async def test_where_the_bot_may_not_write_nothing_is_left_to_answer(
    telegram: Telegram, bot: Running, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    ann = telegram.person("Ann")
    group = telegram.group("Bakers", ann)
    refusal = bad_request("not enough rights to send text messages to the chat")
    telegram.faults.refuse(refusal, "sendMessage", times=2)
    ann.says("/digest " + BREAD, group)
    await bot.idle()
    assert telegram.said(group) == []
    kept = settings.database_path.parent.glob(inbox_path(settings.database_path).name + "*")
    assert not any(b"Yeast" in file.read_bytes() for file in kept)
    assert not [record for record in caplog.records if record.exc_info]


async def test_an_anonymous_admin_is_answered_and_may_press(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    group = telegram.supergroup("Bakers", ann)
    group.anonymous.add(ann.user["id"])
    ann.says("/digest " + BREAD, group)
    reply = await telegram.next_message(group)
    assert not (await telegram.answer_to(ann.presses(reply, "Comments")))["text"]


async def test_channel_posts_are_left_alone(telegram: Telegram, bot: Running) -> None:
    ann = telegram.person("Ann")
    channel = telegram.channel("Bread daily", ann)
    ann.says("/digest " + BREAD, channel)
    await bot.idle()
    assert telegram.said(channel) == []


async def test_a_reply_from_another_chat_is_no_error(
    telegram: Telegram, bot: Running, caplog: pytest.LogCaptureFixture
) -> None:
    ann = telegram.person("Ann")
    external = {"origin": {"type": "hidden_user", "sender_user_name": "X", "date": 1}}
    ann.sends(
        {"text": "/digest", "external_reply": external, "quote": {"text": BREAD, "position": 0}}
    )
    await bot.idle()
    assert len(telegram.said(ann.private)) == 1
    assert "Traceback" not in caplog.text


async def test_thrown_out_it_forgets_the_group(
    telegram: Telegram, bot: Running, settings: Settings
) -> None:
    ann = telegram.person("Ann")
    group = telegram.group("Bakers", ann)
    ann.says("/digest " + BREAD, group)
    await bot.idle()
    ann.removes_bot(group)
    await bot.idle()
    assert b"Yeast" not in _everything(settings.database_path)


def _everything(database: Path) -> bytes:
    return b"".join(p.read_bytes() for p in database.parent.iterdir())


async def test_digest_alone_finds_the_file_just_before_it(telegram: Telegram, bot: Running) -> None:
    ann = telegram.person("Ann")
    group = telegram.group("Bakers", ann)
    ann.promotes_bot(group)
    ann.sends_file("page.txt", BREAD.encode(), chat=group)
    ann.says("/digest", group)
    await bot.idle()
    [reply] = telegram.said(group)
    assert "7 sentences" in reply["text"]
