"""Groups, topics and channels: the bot answers what is addressed to it, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from bot.config import Settings
from bot.local.errors import BotApiError, bad_request, forbidden
from bot.local.telegram import Telegram
from bot.local.world.chats import Chat
from bot.local.world.people import Person, labels
from bot.storage.inbox import inbox_path
from tests.handlers.exporting import asks_for_file
from tests.handlers.pages import BREAD, long_page
from tests.telegram import Running


@pytest.fixture
def group(telegram: Telegram, ann: Person) -> Chat:
    """Ann's group, in which the bot sees what is addressed to it."""
    return telegram.group("Bakers", ann)


@pytest.fixture
def open_group(ann: Person, group: Chat) -> Chat:
    """The group, in which the bot sees everything: it is an admin there."""
    ann.promotes_bot(group)
    return group


async def reply_in(chat: Chat, telegram: Telegram, bot: Running) -> dict[str, Any]:
    """The one message that the bot sends there."""
    await bot.idle()
    [reply] = telegram.said(chat)
    return reply


def everything(settings: Settings) -> bytes:
    """All that the bot has written to disk."""
    return b"".join(path.read_bytes() for path in settings.database_path.parent.iterdir())


async def test_digest_in_reply_to_a_page_answers_compactly(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    ben = telegram.person("Ben")
    group = telegram.group("Bakers", ann, ben)
    page = ben.says(BREAD, group)
    ann.says("/digest@digest_bot", group, reply_to=page)
    reply = await reply_in(group, telegram, bot)
    assert "How bread rises" in reply["text"]
    assert "blockquote" not in str(reply["entities"])
    assert "Longer" in labels(reply)


@pytest.mark.parametrize("form", ["/digest ", "/digest@digest_bot\n", "/DIGEST "])
async def test_digest_with_the_text_after_it(
    telegram: Telegram, bot: Running, ann: Person, group: Chat, form: str
) -> None:
    ann.says(form + BREAD, group)
    reply = await reply_in(group, telegram, bot)
    assert "7 sentences" in reply["text"]


async def test_a_command_for_another_bot_is_not_ours(
    telegram: Telegram, bot: Running, ann: Person, group: Chat
) -> None:
    ann.says("/digest@other_bot " + BREAD, group)
    await bot.idle()
    assert telegram.said(group) == []


async def test_a_digest_text_that_the_client_split_is_read_whole(
    telegram: Telegram, bot: Running, ann: Person, open_group: Chat
) -> None:
    ann.pastes("/digest " + long_page(), open_group)
    reply = await reply_in(open_group, telegram, bot)
    assert "123 comments" in reply["text"]


async def test_digest_on_the_second_half_completes_the_first(
    telegram: Telegram, bot: Running, ann: Person, open_group: Chat
) -> None:
    *_, last = ann.pastes(long_page(40), open_group)
    ann.says("/digest", open_group, reply_to=last)
    reply = await reply_in(open_group, telegram, bot)
    assert "43 comments" in reply["text"]


async def test_digest_alone_finds_the_file_just_before_it(
    telegram: Telegram, bot: Running, ann: Person, open_group: Chat
) -> None:
    ann.sends_file("page.txt", BREAD.encode(), chat=open_group)
    ann.says("/digest", open_group)
    reply = await reply_in(open_group, telegram, bot)
    assert "7 sentences" in reply["text"]


async def test_the_answer_stays_in_its_topic(telegram: Telegram, bot: Running, ann: Person) -> None:
    forum = telegram.supergroup("Bakers", ann, topics={7: "Rye"})
    ann.says("/digest " + BREAD, forum, thread=7)
    reply = await reply_in(forum, telegram, bot)
    assert reply["message_thread_id"] == 7


async def test_talk_in_a_group_is_neither_answered_nor_written_to_disk(
    telegram: Telegram, bot: Running, ann: Person, open_group: Chat, settings: Settings
) -> None:
    ann.says("A secret of the bakers: xylophone", open_group)
    await bot.idle()
    assert telegram.said(open_group) == []
    assert b"xylophone" not in everything(settings)
    assert inbox_path(settings.database_path).exists()


async def test_thanks_in_reply_to_the_bot_are_no_page(
    telegram: Telegram, bot: Running, ann: Person, group: Chat
) -> None:
    ann.says("/digest " + BREAD, group)
    reply = await telegram.next_message(group)
    ann.says("Thank you, very useful!", group, reply_to=reply)
    await bot.idle()
    assert len(telegram.said(group)) == 1


async def test_added_to_a_group_it_says_one_short_hello(
    telegram: Telegram, bot: Running, ann: Person, group: Chat
) -> None:
    group.members.pop(telegram.world.bot["id"])
    ann.adds_bot(group)
    hello = await reply_in(group, telegram, bot)
    assert "/digest" in hello["text"]


async def test_when_a_group_becomes_a_supergroup_its_replies_move(
    telegram: Telegram, bot: Running, ann: Person, group: Chat
) -> None:
    ann.says("/digest " + BREAD, group)
    await bot.idle()
    fresh = ann.migrates(group)
    await bot.idle()
    ann.says("/links", fresh)
    reply = await reply_in(fresh, telegram, bot)
    assert "bread.example" in reply["text"]


async def test_a_group_that_moves_while_its_page_is_read_is_answered_where_it_went(
    telegram: Telegram, bot: Running, ann: Person, group: Chat
) -> None:
    ann.says("/digest " + BREAD, group)
    fresh = ann.migrates(group)
    reply = await reply_in(fresh, telegram, bot)
    assert "How bread rises" in reply["text"]


async def test_where_the_bot_may_not_write_nothing_is_left_to_answer(
    telegram: Telegram, bot: Running, ann: Person, group: Chat, settings: Settings
) -> None:
    refusal = bad_request("not enough rights to send text messages to the chat")
    telegram.faults.refuse(refusal, "sendMessage", times=2)
    ann.says("/digest " + BREAD, group)
    await bot.idle()
    assert telegram.said(group) == []
    kept = settings.database_path.parent.glob(inbox_path(settings.database_path).name + "*")
    assert not any(b"Yeast" in file.read_bytes() for file in kept)


async def test_that_it_may_not_write_is_no_error_of_the_program(
    telegram: Telegram, bot: Running, ann: Person, group: Chat, caplog: pytest.LogCaptureFixture
) -> None:
    refusal = bad_request("not enough rights to send text messages to the chat")
    telegram.faults.refuse(refusal, "sendMessage", times=2)
    ann.says("/digest " + BREAD, group)
    await bot.idle()
    assert "does not allow" in caplog.text or "could not be answered" in caplog.text
    assert not [record for record in caplog.records if record.exc_info]


async def test_an_anonymous_admin_is_answered_and_may_press(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    group = telegram.supergroup("Bakers", ann)
    group.anonymous.add(ann.user["id"])
    ann.says("/digest " + BREAD, group)
    reply = await telegram.next_message(group)
    assert not (await telegram.answer_to(ann.presses(reply, "Comments")))["text"]


async def test_channel_posts_are_left_alone(telegram: Telegram, bot: Running, ann: Person) -> None:
    channel = telegram.channel("Bread daily", ann)
    ann.says("/digest " + BREAD, channel)
    await bot.idle()
    assert telegram.said(channel) == []


async def test_a_reply_from_another_chat_is_no_error(
    telegram: Telegram, bot: Running, ann: Person, caplog: pytest.LogCaptureFixture
) -> None:
    external = {"origin": {"type": "hidden_user", "sender_user_name": "X", "date": 1}}
    ann.sends(
        {"text": "/digest", "external_reply": external, "quote": {"text": BREAD, "position": 0}}
    )
    await bot.idle()
    assert len(telegram.said(ann.private)) == 1
    assert "Traceback" not in caplog.text


async def test_thrown_out_it_forgets_the_group(
    telegram: Telegram, bot: Running, ann: Person, group: Chat, settings: Settings
) -> None:
    ann.says("/digest " + BREAD, group)
    await bot.idle()
    assert b"Yeast" in everything(settings)
    ann.removes_bot(group)
    await bot.idle()
    assert b"Yeast" not in everything(settings)


async def test_after_a_group_has_moved_the_buttons_of_an_old_reply_work(
    telegram: Telegram, bot: Running, ann: Person, group: Chat
) -> None:
    ann.says("/digest " + BREAD, group)
    reply = await telegram.next_message(group)
    fresh = ann.migrates(group)
    await bot.idle()
    ann.presses(reply, "Longer")
    await bot.idle()
    asks_for_file(ann, reply, "md")
    await bot.idle()
    assert not [m for m in telegram.said(fresh) if "went wrong" in m.get("text", "")]
    assert "7 of 7" in telegram.said(fresh)[0]["text"]
    assert len([m for m in telegram.said(fresh) if "document" in m]) == 1


async def test_a_press_in_the_moment_of_the_move_is_answered_where_the_group_went(
    telegram: Telegram, bot: Running, ann: Person, group: Chat
) -> None:
    ann.says("/digest " + BREAD, group)
    reply = await telegram.next_message(group)
    fresh = telegram.group("Bakers again", ann)
    refused = BotApiError(
        400, "group chat was upgraded to a supergroup chat", migrate_to_chat_id=fresh.id
    )
    telegram.faults.refuse(refused, "editMessageText", times=2, chat=group.id)
    telegram.faults.refuse(refused, "sendMessage", chat=group.id)
    ann.presses(reply, "Longer")
    await bot.idle()
    telegram.faults.refuse(refused, "sendDocument", times=2, chat=group.id)
    telegram.faults.refuse(refused, "sendMessage", chat=group.id)
    asks_for_file(ann, reply, "md")
    await bot.idle()
    assert "7 of 7" in telegram.said(fresh)[0]["text"]
    assert "document" in telegram.said(fresh)[-1]


async def test_a_topic_that_is_not_there_is_answered_in_the_chat(
    telegram: Telegram, bot: Running, ann: Person, group: Chat
) -> None:
    telegram.faults.refuse(bad_request("message thread not found"), "sendMessage")
    ann.says("/digest " + BREAD, group, thread=77)
    reply = await reply_in(group, telegram, bot)
    assert "message_thread_id" not in reply


async def test_one_forbidden_topic_does_not_make_it_forget_the_group(
    telegram: Telegram, bot: Running, ann: Person, group: Chat
) -> None:
    ann.says("/digest " + BREAD, group)
    reply = await telegram.next_message(group)
    telegram.faults.refuse(forbidden("bot was kicked from the supergroup chat"), "sendMessage", 2)
    ann.says("/help", group, thread=9)
    await bot.idle()
    ann.presses(reply, "Longer")
    await bot.idle()
    assert "7 of 7" in telegram.now(reply)["text"]


async def test_whoever_asks_as_a_channel_may_press(
    telegram: Telegram, bot: Running, ann: Person, group: Chat
) -> None:
    channel = {"id": -1009, "type": "channel", "title": "Rye Daily"}
    ann.sends({"text": "/digest " + BREAD, "sender_chat": channel}, group)
    reply = await telegram.next_message(group)
    ann.presses(reply, "Longer")
    await bot.idle()
    assert "7 of 7" in telegram.now(reply)["text"]


async def test_an_admin_of_a_group_that_hides_its_members_may_press(
    telegram: Telegram, bot: Running, ann: Person
) -> None:
    owner = telegram.person("Owner")
    group = telegram.group("Bakers", owner, ann)
    ann.says("/digest " + BREAD, group)
    reply = await telegram.next_message(group)
    telegram.faults.refuse(bad_request("member list is inaccessible"), "getChatMember")
    owner.presses(reply, "Longer")
    await bot.idle()
    assert "7 of 7" in telegram.now(reply)["text"]
