"""What people send to the bot in private, and what comes back."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from sqlite3 import connect

import pytest

from bot.config import Settings
from bot.local.telegram import Telegram
from bot.local.text.cutters import Client, cut
from bot.storage.inbox import inbox_path
from tests.handlers.conftest import AtOnce, conversation
from tests.handlers.pages import BEES, BREAD, long_page
from tests.telegram import Running

EXAMPLE = Path(__file__).resolve().parents[2] / "bot" / "example.txt"
EVERY_CLIENT = pytest.mark.parametrize("client", ["desktop", "android", "ios"])


@EVERY_CLIENT
async def test_a_pasted_page_is_answered_with_one_digest(
    telegram: Telegram, bot: Running, client: Client
) -> None:
    ann = telegram.person("Ann")
    ann.pastes(EXAMPLE.read_text(encoding="utf-8"), client=client)
    await bot.idle()
    [reply] = telegram.said(ann.private)
    assert reply["text"].startswith("\u2068Why our town gave its main street")
    assert "574 words" in reply["text"]
    assert "read 39 of 39 sentences" in reply["text"]


@EVERY_CLIENT
async def test_the_real_sample_in_parts_gives_one_whole_digest(
    telegram: Telegram, bot: Running, shared: Path, client: Client
) -> None:
    ann = telegram.person("Ann")
    ann.pastes((shared / "seed/page.txt").read_text(encoding="utf-8").strip(), client=client)
    await bot.idle()
    [reply] = telegram.said(ann.private)
    assert "21 sentences" in reply["text"]
    assert "35 comments (page says 32)" in reply["text"]
    assert "10 of 10 links" in reply["text"]
    ann.presses(reply, "Comments")
    await bot.idle()
    assert "“\u2068Unless they have" not in telegram.now(reply)["text"]


async def test_a_title_that_ios_splits_off_is_no_remark(telegram: Telegram, bot: Running) -> None:
    ann = telegram.person("Ann")
    ann.pastes("How bread rises\n" + "रोटी क्यों फूलती है यह हम आज देखते हैं। " * 120, client="ios")
    await bot.idle()
    [reply] = telegram.said(ann.private)
    assert "too short" not in reply["text"]


async def test_typing_is_shown_while_the_bot_works(telegram: Telegram, bot: Running) -> None:
    ann = telegram.person("Ann")
    ann.pastes(BREAD)
    await bot.idle()
    assert "sendChatAction" in [call.method for call in telegram.calls]


async def test_a_long_paste_shows_how_far_it_is_in_the_message_that_becomes_the_digest(
    telegram: Telegram, at_once: AtOnce
) -> None:
    ann = telegram.person("Ann")
    ann.pastes(long_page())
    await at_once()
    [reply] = telegram.said(ann.private)
    assert "123 comments" in reply["text"]
    [first] = [call.params for call in telegram.calls if call.method == "sendMessage"]
    assert str(first["text"]).startswith("Receiving")


async def test_a_part_that_comes_late_extends_the_page_and_changes_the_reply(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    first, *rest = cut(long_page(), "desktop")
    ann.says(first)
    await bot.idle()
    [before] = telegram.said(ann.private)
    for part in rest:
        ann.says(part)
    await bot.idle()
    [after] = telegram.said(ann.private)
    assert after["message_id"] == before["message_id"]
    assert "123 comments" in after["text"]


async def test_an_edited_paste_changes_the_reply(telegram: Telegram, bot: Running) -> None:
    ann = telegram.person("Ann")
    [message] = ann.pastes(BREAD)
    await bot.idle()
    ann.edits(message, BREAD.replace("How bread rises", "How dough rises"))
    await bot.idle()
    [reply] = telegram.said(ann.private)
    assert "How dough rises" in reply["text"]


async def test_several_pages_in_a_row_get_a_reply_each(telegram: Telegram, bot: Running) -> None:
    ann = telegram.person("Ann")
    ann.pastes(BREAD)
    await bot.idle()
    ann.pastes(BEES)
    await bot.idle()
    titles = [m["text"].splitlines()[0] for m in telegram.said(ann.private)]
    assert titles == ["\u2068How bread rises\u2069", "\u2068How bees fly home\u2069"]


async def test_two_people_at_once_get_their_own_pages(telegram: Telegram, bot: Running) -> None:
    ann, ben = telegram.person("Ann"), telegram.person("Ben")
    for page, person in ((BREAD, ann), (BEES, ben)):
        person.pastes(page)
    await bot.idle()
    [to_ann], [to_ben] = telegram.said(ann.private), telegram.said(ben.private)
    assert "How bread rises" in to_ann["text"]
    assert "How bees fly home" in to_ben["text"]


async def test_a_forwarded_page_is_read_like_a_pasted_one(telegram: Telegram, bot: Running) -> None:
    ann, ben = telegram.person("Ann"), telegram.person("Ben")
    [message] = ben.pastes(BREAD)
    await bot.idle()
    ann.forwards(message)
    await bot.idle()
    [reply] = telegram.said(ann.private)
    assert "How bread rises" in reply["text"]


async def test_a_rich_message_is_read_though_it_has_no_text(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    blocks = [{"type": "paragraph", "text": line} for line in BREAD.splitlines()]
    ann.sends({"rich_message": {"blocks": blocks}})
    await bot.idle()
    [reply] = telegram.said(ann.private)
    assert "How bread rises" in reply["text"]


async def test_the_same_page_gets_the_same_reply_to_the_byte(
    telegram: Telegram, bot: Running
) -> None:
    ann, ben = telegram.person("Ann"), telegram.person("Ben")
    ann.pastes(BREAD)
    await bot.idle()
    ben.pastes(BREAD)
    await bot.idle()
    [first], [second] = telegram.said(ann.private), telegram.said(ben.private)
    assert (first["text"], first["entities"]) == (second["text"], second["entities"])


async def test_a_reply_is_given_though_the_paste_was_deleted(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    [message] = ann.pastes(BREAD)
    ann.deletes(message)
    await bot.idle()
    assert len(telegram.said(ann.private)) == 1


async def test_a_user_who_blocks_the_bot_is_forgotten_without_an_error(
    telegram: Telegram, bot: Running, caplog: pytest.LogCaptureFixture
) -> None:
    ann = telegram.person("Ann")
    ann.pastes(BREAD)
    ann.blocks()
    await bot.idle()
    assert telegram.said(ann.private) == []
    assert "Traceback" not in caplog.text


async def test_a_link_hidden_behind_words_is_one_of_the_pages_links(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    text = BREAD.replace("Bread rises because", "See our study. Bread rises because")
    place = text.index("our study")
    hidden = {
        "type": "text_link",
        "offset": place,
        "length": 9,
        "url": "https://bread.example/study",
    }
    ann.sends({"text": text, "entities": [hidden]})
    await bot.idle()
    [reply] = telegram.said(ann.private)
    ann.presses(reply, "Links")
    await bot.idle()
    assert "bread.example/study" in str(telegram.now(reply)["entities"])


async def test_a_digest_that_was_deleted_is_sent_anew_when_more_parts_come(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    first, *rest = cut(long_page(), "desktop")
    ann.says(first)
    ann.deletes(await telegram.next_message(ann.private))
    for part in rest:
        ann.says(part)
    await bot.idle()
    [reply] = telegram.said(ann.private)
    assert "123 comments" in reply["text"]


async def test_an_update_that_cannot_be_read_does_not_hold_up_the_others(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    ann.sends({"poll": {"id": "1", "question": "of another version of the Bot API"}})
    ann.pastes(BREAD)
    await bot.idle()
    assert "How bread rises" in telegram.said(ann.private)[-1]["text"]


async def test_an_edited_part_of_an_older_page_leaves_the_digest_of_the_whole(
    telegram: Telegram, settings: Settings
) -> None:
    ann = telegram.person("Ann")
    async with conversation(telegram, settings) as bot:
        *_, last = ann.pastes(long_page())
        await bot.idle()
        [before] = telegram.said(ann.private)
    with closing(connect(inbox_path(settings.database_path))) as inbox:  # as after two minutes
        inbox.execute("UPDATE updates SET json = NULL")
        inbox.commit()
    async with conversation(telegram, settings) as bot:
        ann.edits(last, last["text"] + " At last!")
        await bot.idle()
    [after] = telegram.said(ann.private)
    assert after["text"] == before["text"]


async def test_a_part_edited_right_after_a_restart_changes_the_digest_of_the_whole(
    telegram: Telegram, settings: Settings
) -> None:
    ann = telegram.person("Ann")
    async with conversation(telegram, settings) as bot:
        first, *_ = ann.pastes(long_page())
        await bot.idle()
    async with conversation(telegram, settings) as bot:
        ann.edits(first, first["text"].replace("How bread rises", "How cake rises", 1))
        await bot.idle()
    [after] = telegram.said(ann.private)
    assert "How cake rises" in after["text"]
    assert "123 comments" in after["text"]
