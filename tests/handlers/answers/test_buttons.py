"""What happens when a button is pressed, by whom and where."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import TypeVar

import pytest
from telegram import Bot

from bot.local.errors import BotApiError, bad_request, forbidden
from bot.local.telegram import TOKEN, Telegram
from bot.local.world.chats import JSON
from bot.local.world.people import labels
from handlers.answers.attachments.export import Exports
from handlers.message.keyboard import Press, read_press
from handlers.message.texts import Texts
from handlers.protocols import Reply
from summarizer import Digest
from tests.handlers.exporting import asks_for_file
from tests.handlers.pages import BREAD
from tests.telegram import Running

T = TypeVar("T")


@pytest.mark.parametrize(
    "data",
    [
        "",
        "2:longer:5:abc",
        "1:longer:5",
        "1:erase:5:abc",
        "1:longer:x:abc",
        "1:longer:5:" + "a" * 41,
    ],
)
def test_forged_data_and_data_of_other_versions_say_nothing(data: str) -> None:
    assert read_press(data) is None


def test_the_data_of_a_button_is_read_back() -> None:
    assert read_press("1:longer:10:ab_c-d") == Press("longer", 10, "ab_c-d")


async def test_longer_and_shorter_edit_the_reply(telegram: Telegram, bot: Running) -> None:
    ann = telegram.person("Ann")
    ann.pastes(BREAD)
    reply = await telegram.next_message(ann.private)
    before = reply["text"].count("0:")
    ann.presses(reply, "Longer")
    await bot.idle()
    longer = telegram.now(reply)["text"]
    assert longer.count("0:") > before
    ann.presses(reply, "Shorter")
    await bot.idle()
    assert telegram.now(reply)["text"].count("0:") < longer.count("0:")
    assert len(telegram.said(ann.private)) == 1


async def test_comments_and_links_show_themselves_and_back_returns(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    ann.pastes(BREAD)
    reply = await telegram.next_message(ann.private)
    ann.presses(reply, "Comments")
    await bot.idle()
    assert "Which flour do you use?" in telegram.now(reply)["text"]
    assert labels(telegram.now(reply)) == ["Back"]
    ann.presses(reply, "Back")
    await bot.idle()
    assert telegram.now(reply)["text"] == reply["text"]
    ann.presses(reply, "Links")
    await bot.idle()
    assert "bread.example" in telegram.now(reply)["text"]


async def test_the_chart_comes_once_as_a_picture_with_its_words(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    ann.pastes(BREAD)
    reply = await telegram.next_message(ann.private)
    presses = [ann.presses(reply, "Chart") for _ in range(3)]
    notes = [await telegram.answer_to(press) for press in presses]
    await bot.idle()
    pictures = [m for m in telegram.said(ann.private) if "photo" in m]
    assert len(pictures) == 1
    assert "positive" in pictures[0]["caption"]
    assert [note["text"].split()[0] for note in notes] == ["Drawing", "The", "The"]
    assert [note["show_alert"] for note in notes] == [False, True, True]


async def test_a_chart_that_could_not_be_sent_may_be_asked_for_again(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    ann.pastes(BREAD)
    reply = await telegram.next_message(ann.private)
    telegram.faults.refuse(bad_request("PHOTO_INVALID_DIMENSIONS"), "sendPhoto")
    for _ in range(2):
        ann.presses(reply, "Chart")
        await bot.idle()
    assert len([m for m in telegram.said(ann.private) if "photo" in m]) == 1


@pytest.mark.parametrize(
    "refusal",
    [
        bad_request("not enough rights to send documents to the chat"),
        forbidden("CHAT_SEND_DOCS_FORBIDDEN"),
    ],
)
async def test_where_files_are_not_allowed_it_is_said_below_the_button_and_nothing_is_forgotten(
    telegram: Telegram, bot: Running, caplog: pytest.LogCaptureFixture, refusal: BotApiError
) -> None:
    ann = telegram.person("Ann")
    forum = telegram.supergroup("Bakers", ann, topics={7: "Rye"})
    ann.says("/digest " + BREAD, forum, thread=7)
    reply = await telegram.next_message(forum)
    telegram.faults.refuse(refusal, "sendDocument")
    asks_for_file(ann, reply, "md")
    await bot.idle()
    _, note = telegram.said(forum)
    assert note["text"].startswith("Telegram does not let me send this here")
    assert note["message_thread_id"] == 7
    assert note["reply_to_message"]["message_id"] == reply["message_id"]
    assert not [record for record in caplog.records if record.exc_info]
    assert not (await telegram.answer_to(ann.presses(reply, "Comments")))["text"]


async def test_export_opens_a_view_of_files_and_sends_each_under_a_safe_name(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    ann.pastes(BREAD.replace("How bread rises", "../How/bread: rises"))
    reply = await telegram.next_message(ann.private)
    ann.presses(reply, "Export")
    await bot.idle()
    shown = telegram.now(reply)
    *formats, back = labels(shown)
    assert (formats[0], back) == ("Markdown", "Back")
    for label in formats:
        ann.presses(shown, label)
        await bot.idle()
    files = [m["document"] for m in telegram.said(ann.private) if "document" in m]
    names = [f"How bread rises.{kind}" for kind in ("md", "json", "srt", "vtt", "csv")]
    assert [f["file_name"] for f in files] == names
    content = telegram.world.files.read(files[1]["file_id"]).data
    assert json.loads(content)["sentences_total"] == 7
    ann.presses(shown, "Back")
    await bot.idle()
    assert telegram.now(reply)["text"] == reply["text"]


async def test_the_view_of_files_speaks_of_those_that_it_offers(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    said = []
    for page in (
        BREAD,
        "Yeast is a living thing that eats sugar. The gas is caught in dough. " * 9,
    ):
        ann.pastes(page)
        await bot.idle()
        reply = telegram.said(ann.private)[-1]
        ann.presses(reply, "Export")
        await bot.idle()
        said.append(telegram.now(reply)["text"])
    assert "Subtitles are" in said[0]
    assert "The table has every comment" in said[0]
    assert "times" not in said[0].lower()
    assert said[1].endswith("for programs.")


class SlowBot(Bot):
    """Lets the loop go on after each file."""

    async def send_document(self, *_: object, filename: str, **__: object) -> None:  # type: ignore[override] # a part of it
        self._sent = [*getattr(self, "_sent", ()), filename]
        await asyncio.sleep(0)

    @property
    def sent(self) -> list[str]:
        return self._sent


class AtOnce:
    """Does the work here and now."""

    async def run(self, job: Callable[..., T], *args: object, **_: object) -> T:
        return job(*args)

    def before(self, *_: object, **__: object) -> int:
        return 0


async def test_a_file_asked_for_twice_in_a_row_is_sent_once() -> None:
    bot = SlowBot(TOKEN)
    exports = Exports(bot, AtOnce())
    reply, digest = Reply(1, message=1, page="p"), Digest(title="Rye")
    await asyncio.gather(*(exports.send("md", reply, (digest, None), Texts()) for _ in range(3)))
    assert bot.sent == ["Rye.md"]
    await exports.send("md", reply, (digest, None), Texts())
    assert len(bot.sent) == 2


async def test_in_a_group_only_the_asker_and_admins_may_press(
    telegram: Telegram, bot: Running
) -> None:
    owner, ann, ben = (telegram.person(name) for name in ("Owner", "Ann", "Ben"))
    group = telegram.group("Bakers", owner, ann, ben)
    ann.says("/digest " + BREAD, group)
    reply = await telegram.next_message(group)
    note = await telegram.answer_to(ben.presses(reply, "Longer"))
    assert "Only the person who asked" in note["text"]
    assert note["show_alert"]
    telegram.faults.refuse(bad_request("member list is inaccessible"), "getChatMember")
    hidden = await telegram.answer_to(ben.presses(reply, "Longer"))
    assert hidden["text"] == note["text"]
    await bot.idle()
    assert telegram.now(reply) == reply
    for person in (ann, owner):
        assert not (await telegram.answer_to(person.presses(reply, "Comments")))["text"]
        await bot.idle()
        assert labels(telegram.now(reply)) == ["Back"]
        person.presses(reply, "Back")
        await bot.idle()


async def test_a_button_works_only_where_its_page_was_sent(
    telegram: Telegram, bot: Running
) -> None:
    ann, eve = telegram.person("Ann"), telegram.person("Eve")
    ann.pastes(BREAD)
    reply = await telegram.next_message(ann.private)
    data = reply["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    eve.says("hello there")
    other = await telegram.next_message(eve.private)
    note = await telegram.answer_to(eve.press_data(other, data))
    assert "not kept any more" in note["text"]


async def test_a_press_on_what_was_forgotten_is_answered(telegram: Telegram, bot: Running) -> None:
    ann = telegram.person("Ann")
    ann.pastes(BREAD)
    reply = await telegram.next_message(ann.private)
    ann.says("/forget")
    await bot.idle()
    note = await telegram.answer_to(ann.presses(reply, "Longer"))
    assert "not kept any more" in note["text"]
    old = await telegram.answer_to(ann.press_data(reply, "0:more:5:x"))
    assert "another version" in old["text"]


async def test_a_press_without_a_message_is_answered(telegram: Telegram, bot: Running) -> None:
    ann = telegram.person("Ann")
    press: JSON = {"id": "77", "answer": None, "chat": ann.private.id}
    telegram.world.queries["77"] = press
    marks = {"inline_message_id": "x", "chat_instance": "1", "data": "1:longer:5:abc"}
    telegram.world.updates.add("callback_query", {"id": "77", "from": ann.user, **marks})
    assert "cannot see who asked" in (await telegram.answer_to(press))["text"]


async def test_a_flood_of_presses_is_answered_each_and_ends_in_the_last(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    ann.pastes(BREAD)
    reply = await telegram.next_message(ann.private)
    presses = [ann.presses(reply, "Comments") for _ in range(12)]
    for press in presses:
        await telegram.answer_to(press)
    await bot.idle()
    assert labels(telegram.now(reply)) == ["Back"]


async def test_a_press_that_is_too_old_to_be_answered_is_done_without_an_apology(
    telegram: Telegram, bot: Running
) -> None:
    ann = telegram.person("Ann")
    ann.pastes(BREAD)
    reply = await telegram.next_message(ann.private)
    telegram.faults.refuse(bad_request("query is too old"), "answerCallbackQuery")
    ann.presses(reply, "Links")
    await bot.idle()
    assert [labels(each) for each in telegram.said(ann.private)] == [["Back"]]
